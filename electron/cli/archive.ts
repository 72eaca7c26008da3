/** Everything in one readable file, and such a file taken in. */
import { existsSync, openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { StoreClient } from '#electron/services/store.ts';
import { writeFileSafely } from '#electron/services/write-file.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { pieceSize } from '#shared/rpc/parcels.ts';
import { withStore } from './over-store.ts';
import { sentence, type Terminal } from './terms.ts';

export interface ArchiveOptions {
  out: string;
  passphraseFile?: string;
  db?: string;
}

/** Writes an archive of everything, under the passphrase that a file holds where one is named. Errors: file.*, archive.failed, .full. */
export async function archive(terminal: Terminal, { out, passphraseFile, db }: ArchiveOptions): Promise<Result<null>> {
  const passphrase = await passphraseIn(passphraseFile);
  if (!passphrase.ok) return passphrase;
  return withStore(db, { create: false }, async (client) => {
    const made = await client.archives.make({ passphrase: passphrase.value });
    if (!made.ok) return made;
    const { parcel, size, meetings } = made.value;
    const written = await writeFileSafely(out, pieces(client, parcel, size));
    await client.parcels.drop({ parcel });
    if (written.ok) terminal.tell(sentence(terminal, 'archived', { count: meetings, file: out }));
    return written;
  });
}

async function* pieces(client: StoreClient, parcel: string, size: number): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < size; offset += pieceSize) {
    const piece = await client.parcels.read({ parcel, offset });
    if (!piece.ok) throw new Error(piece.error.code);
    yield new Uint8Array(await piece.value.arrayBuffer());
  }
}

export interface UnarchiveOptions {
  passphraseFile?: string;
  db?: string;
}

/** Takes the meetings of an archive in; what is here stays. Errors: file.*, those of taking an archive in. */
export async function unarchive(terminal: Terminal, file: string, { passphraseFile, db }: UnarchiveOptions): Promise<Result<null>> {
  const passphrase = await passphraseIn(passphraseFile);
  if (!passphrase.ok) return passphrase;
  if (!existsSync(file)) return fail('file.notFound', { name: basename(file) });
  const content = await openAsBlob(file);
  return withStore(db, { create: true }, async (client) => {
    const begun = await client.parcels.begin();
    if (!begun.ok) return begun;
    const { parcel } = begun.value;
    for (let offset = 0; offset < content.size; offset += pieceSize) {
      const added = await client.parcels.add({ parcel, piece: content.slice(offset, offset + pieceSize) });
      if (!added.ok) return added;
    }
    const taken = await client.archives.take({ parcel, name: basename(file), passphrase: passphrase.value, origin: null });
    if (!taken.ok) return taken;
    const { unreadable, ...counts } = taken.value;
    terminal.tell(sentence(terminal, 'unarchived', counts));
    if (counts.cards > 0) terminal.tell(sentence(terminal, 'unarchived.cards', counts));
    for (const name of unreadable) terminal.tell(sentence(terminal, 'unarchived.unreadable', { name }));
    return ok(null);
  });
}

/** The first line of a file; null where none is named. Errors: file.notFound, file.empty. */
async function passphraseIn(file: string | undefined): Promise<Result<string | null>> {
  if (file === undefined) return ok(null);
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return fail('file.notFound', { name: basename(file) });
  const [line = ''] = text.replace(/^\ufeff/, '').split(/\r?\n/);
  return line === '' ? fail('file.empty', { name: basename(file) }) : ok(line);
}
