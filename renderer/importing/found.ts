/** The files that she chose or dropped, those in folders too. */
import { byName } from '#shared/imports/files.ts';

/** A file, and its way from the folder that was chosen: 112年/三屆四次.docx. */
export interface Found {
  file: File;
  name: string;
}

const inOrder = (found: readonly Found[]): Found[] => found.toSorted((one, other) => byName(one.name, other.name));

/** Those of an `<input type="file">`; of a folder all that is in it. */
export const chosenFiles = (files: Iterable<File>): Found[] => inOrder([...files].map((file) => ({ file, name: file.webkitRelativePath || file.name })));

/** The folder that files come from; undefined for files by themselves. */
export const folderOf = (found: readonly Found[]): string | undefined => found.map(({ name }) => name.split('/')).find((way) => way.length > 1)?.[0];

/** Entries of a drop; they must be asked for before anything is waited for. */
export const entriesOf = (items: DataTransferItemList): FileSystemEntry[] =>
  [...items].flatMap((item) => (item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : []));

/** All files under what was dropped. What cannot be read is left out. */
export async function filesUnder(entries: readonly FileSystemEntry[], way = ''): Promise<Found[]> {
  const found: Found[] = [];
  for (const entry of entries) {
    const name = `${way}${entry.name}`;
    if (isFile(entry)) found.push(...(await fileOf(entry)).map((file) => ({ file, name })));
    else if (isFolder(entry)) found.push(...(await filesUnder(await inside(entry), `${name}/`)));
  }
  return inOrder(found);
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
export const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const fileOf = (entry: FileSystemFileEntry): Promise<File[]> => new Promise((done) => entry.file((file) => done([file]), () => done([])));

/** A browser tells of a hundred at a time. */
async function inside(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done) => reader.readEntries(done, () => done([])));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
