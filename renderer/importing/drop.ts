/** Files dropped on the window. On the text, pictures and a text file go into it; everything else is an import. */
import { importEndings } from '#shared/imports/files.ts';
import type { AppParts } from '../app/context.ts';
import { isPicture } from '../images/keep.ts';
import { entriesOf, filesUnder, isFolder } from './found.ts';
import { startImport } from './importing.ts';

/** Listens to the page for as long as the window is there. */
export function followDrops(parts: AppParts): void {
  window.addEventListener('dragover', (event) => {
    if (holdsFiles(event) && !isInText(event)) event.preventDefault();
  });
  // Before the editor: it takes every file for a text.
  window.addEventListener('drop', (event) => drop(parts, event), { capture: true });
}

function drop(parts: AppParts, event: DragEvent): void {
  const { dataTransfer } = event;
  if (!dataTransfer || !holdsFiles(event)) return;
  const entries = entriesOf(dataTransfer.items);
  const files = [...dataTransfer.files];
  if (isInText(event) && !isImport(entries, files)) return;
  // Else the browser would leave the program for the file.
  event.preventDefault();
  event.stopPropagation();
  const { dialog, health } = parts.app.getState();
  if (health?.readOnly || (dialog !== null && dialog.kind !== 'import')) return;
  // A made-up drop has files without entries.
  if (entries.length < files.length) startImport(parts, files.map((file) => ({ file, name: file.name })));
  else void filesUnder(entries).then((found) => startImport(parts, found, entries.find(isFolder)?.name));
}

const holdsFiles = ({ dataTransfer }: DragEvent): boolean => [...(dataTransfer?.items ?? [])].some(({ kind }) => kind === 'file');
const isInText = ({ target }: DragEvent): boolean => target instanceof Element && target.closest('.mb-paper') !== null;

/** What cannot be meant for the text: folders, Word files and pages; several files that are no pictures. */
function isImport(entries: readonly FileSystemEntry[], files: readonly File[]): boolean {
  if (entries.some(isFolder)) return true;
  const records = files.filter((file) => !isPicture(file));
  return records.length > 1 || records.some(({ name }) => importEndings.some((ending) => ending !== '.txt' && name.toLowerCase().endsWith(ending)));
}
