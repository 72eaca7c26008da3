/** The faces that this computer has, by the names that Word files call them. */
import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { faceKey } from '#shared/proof/faces.ts';
import { familyNames } from './family-names.ts';

const fontFile = /\.(ttf|ttc|otf|otc)$/i;

/** Where the system keeps its fonts and the user her own. */
function fontFolders(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  const home = homedir();
  if (platform === 'win32') return [join(env['WINDIR'] ?? 'C:\\Windows', 'Fonts'), join(env['LOCALAPPDATA'] ?? home, 'Microsoft', 'Windows', 'Fonts')];
  if (platform === 'darwin') return ['/System/Library/Fonts', '/System/Library/AssetsV2', '/Library/Fonts', join(home, 'Library', 'Fonts')];
  return ['/usr/share/fonts', '/usr/local/share/fonts', join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'fonts'), join(home, '.fonts')];
}

let known: Promise<ReadonlySet<string> | null> | null = null;

/** The names of all installed faces (`faceKey`), read once; null where none of the system's folders could be read, which says nothing of any face. */
export function installedFaces(): Promise<ReadonlySet<string> | null> {
  known ??= facesIn(fontFolders(process.env, process.platform));
  return known;
}

async function facesIn(folders: readonly string[]): Promise<ReadonlySet<string> | null> {
  const names = new Set<string>();
  for (const folder of folders) {
    const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    for (const file of files) {
      if (!fontFile.test(file.name)) continue;
      for (const name of await familyNames(join(file.parentPath, file.name))) names.add(faceKey(name));
    }
  }
  return names.size > 0 ? names : null;
}
