/** Which files can be taken in, and the way a list of many is made. */

/** The endings of files that a record can be read from, by what reads them: `office` is LibreOffice. */
export const endingsOf = {
  word: ['.docx', '.docm', '.dotx', '.dotm'],
  office: ['.doc', '.dot', '.wps', '.wpt', '.rtf', '.odt'],
  text: ['.txt'],
  markdown: ['.md', '.markdown'],
  page: ['.html', '.htm', '.xhtml'],
} as const;

/** All of them. */
export const importEndings = Object.values(endingsOf).flat();

/** Whether a file is of a kind that can be read; what Word and other programs leave beside an open file is not. */
export function canImport(name: string): boolean {
  const own = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).toLowerCase();
  return !own.startsWith('.') && !own.startsWith('~$') && importEndings.some((ending) => own.endsWith(ending));
}

/** By name, numbers in them by their size: 第2次 before 第10次. */
export const byName = (one: string, other: string): number => one.localeCompare(other, 'zh-Hant', { numeric: true });
