/** What the program says of itself. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HostInfo } from '#shared/rpc/contract.ts';
import { projectFolder } from './places.ts';

/** The version in `package.json`. */
export function programVersion(): string {
  return (JSON.parse(readFileSync(join(projectFolder(), 'package.json'), 'utf8')) as { version: string }).version;
}

/** The platform as the interface names it: it decides ⌘ or Ctrl. */
export function hostPlatform(platform: NodeJS.Platform = process.platform): HostInfo['platform'] {
  if (platform === 'darwin') return 'mac';
  return platform === 'win32' ? 'windows' : 'linux';
}
