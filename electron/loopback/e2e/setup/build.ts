/** Builds the program once before the end-to-end tests, where a source is newer than what was built. */
import { projectFolder } from '#electron/host/places.ts';
import { build, isStale } from '../../../../scripts/start/build.ts';

/** Vitest's global setup. */
export default function setup(): void {
  if (isStale(projectFolder()) && !build(projectFolder())) throw new Error('The program was not built.');
}
