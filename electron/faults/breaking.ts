/**
 * Builds that are broken on purpose: the program as it is, loaded with a piece of its source replaced. A fault test that
 * finds nothing wrong with the build it is meant for proves nothing.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Replacement {
  /** From the project's folder. */
  file: string;
  /** Stands there exactly once. */
  text: string;
  by: string;
}

export interface Break {
  replacements?: readonly Replacement[];
  /** Done before anything of the program is loaded. */
  before?(): void;
}

/** No hash differs from another. */
function equalHashes(): void {
  const equals = Buffer.prototype.equals;
  Buffer.prototype.equals = function (other: Buffer) {
    return (this.length === 32 && other.length === 32) || equals.call(this, other);
  };
}

/** Builds by the promise that they break. */
export const breakings = {
  /** Durable in a crash of the program, not in a power cut. */
  normal: { replacements: [{ file: 'electron/db/open.ts', text: "['synchronous', 'FULL', 2]", by: "['synchronous', 'NORMAL', 1]" }] },
  /** Answers, and commits what was answered a moment later. */
  early: {
    replacements: [
      {
        file: 'electron/db/index.ts',
        text: 'connection.transaction(work).immediate()',
        by: `(() => {
          if (!connection.inTransaction) {
            connection.exec('BEGIN IMMEDIATE');
            setTimeout(() => {
              try {
                if (connection.inTransaction) connection.exec('COMMIT');
              } catch {
                if (connection.inTransaction) connection.exec('ROLLBACK');
              }
            }, 20);
          }
          return work();
        })()`,
      },
      {
        file: 'electron/db/index.ts',
        text: 'if (standing.database()) connection.close();',
        by: `if (connection.inTransaction) connection.exec('COMMIT');
        if (standing.database()) connection.close();`,
      },
    ],
  },
  /** Lets other programs at the database. */
  shared: { replacements: [{ file: 'electron/db/open.ts', text: "['locking_mode', 'EXCLUSIVE', 'exclusive']", by: "['locking_mode', 'NORMAL', 'normal']" }] },
  /** Says of everything that goes wrong only that it did. */
  throwing: { replacements: [{ file: 'electron/services/templates.ts', text: '.safeParse(JSON.parse(await readFile(path, \'utf8\'))).data ?? null;\n  } catch {\n    return null;', by: '.parse(JSON.parse(await readFile(path, \'utf8\')));\n  } catch (error) {\n    throw error;' }] },
  /** Takes every input as it comes. */
  unchecked: {
    replacements: [
      {
        file: 'electron/services/router.ts',
        text: 'implement(storeContract)',
        by: `implement(Object.fromEntries(Object.entries(storeContract).map(([topic, list]) =>
          [topic, Object.fromEntries(Object.entries(list).map(([name, call]) => [name, { '~orpc': { ...call['~orpc'], inputSchema: undefined } }]))])))`,
      },
    ],
  },
  /** Keeps no pictures with its backups. */
  pictureless: { replacements: [{ file: 'electron/services/backups/pictures.ts', text: 'writeWhole(path, bytes);', by: '' }] },
  /** Takes every text for what was saved: no hash differs from another, and none is packed with a checksum. */
  trusting: {
    replacements: [{ file: 'electron/db/packing.ts', text: '[constants.ZSTD_c_checksumFlag]: 1', by: '[constants.ZSTD_c_checksumFlag]: 0' }],
    before: equalHashes,
  },
  /** Opens every file as it is, and takes every text for what was saved. */
  blind: {
    replacements: [
      { file: 'electron/db/packing.ts', text: '[constants.ZSTD_c_checksumFlag]: 1', by: '[constants.ZSTD_c_checksumFlag]: 0' },
      { file: 'electron/db/open.ts', text: 'if (!isSound(connection, version)) return', by: 'if (false) return' },
      { file: 'electron/db/open.ts', text: "['cell_size_check', 'ON', 1],", by: '' },
    ],
    before: equalHashes,
  },
} satisfies Record<string, Break>;
const known: Readonly<Record<string, Break>> = breakings;

/** What a build is broken by. */
export const breakOf = (breaking: string): Break => known[breaking] ?? {};

export type Breaking = keyof typeof breakings;

const project = resolve(import.meta.dirname, '../..');

/** The place of a file of the project. */
export const placeOf = (file: string): string => resolve(project, file);

/** `source` with the text replaced. Throws where the text does not stand there exactly once: the program has moved on. */
export function broken(source: string, { file, text, by }: Replacement): string {
  const parts = source.split(text);
  if (parts.length !== 2) throw new Error(`${file}: “${text}” stands there ${parts.length - 1} times, not once`);
  return parts.join(by);
}

/** What Node is told to load the program broken so, in its workers too. Throws where it can no longer be broken that way. */
export function loadedBroken(breaking: Breaking | null): string[] {
  if (breaking === null) return [];
  for (const replacement of breakOf(breaking).replacements ?? []) broken(readFileSync(placeOf(replacement.file), 'utf8'), replacement);
  return ['--import', `${pathToFileURL(resolve(import.meta.dirname, 'breaking-hook.ts')).href}?${breaking}`];
}
