/** The bookmarks of a PDF as Chromium writes it, from its first to its last; those under another one come after it. */
export function outlineOf(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf).toString('latin1');
  const objects = new Map([...text.matchAll(/(?:^|\n)(\d+) 0 obj\n(<<[\s\S]*?>>)\nendobj/g)].map(([, number, dictionary]) => [number ?? '', dictionary ?? '']));
  const link = (dictionary: string, name: string): string | undefined => new RegExp(`/${name} (\\d+) 0 R`).exec(dictionary)?.[1];
  const walk = (number: string | undefined): string[] => {
    const dictionary = number === undefined ? undefined : objects.get(number);
    if (dictionary === undefined) return [];
    const title = titleOf(dictionary);
    return [...(title === null ? [] : [title]), ...walk(link(dictionary, 'First')), ...walk(link(dictionary, 'Next'))];
  };
  const catalog = [...objects.values()].find((dictionary) => /\/Type \/Catalog/.test(dictionary)) ?? '';
  return walk(link(catalog, 'Outlines'));
}

function titleOf(dictionary: string): string | null {
  const hex = /\/Title <FEFF([0-9A-F]*)>/i.exec(dictionary)?.[1];
  if (hex !== undefined) return Buffer.from(hex, 'hex').swap16().toString('utf16le');
  return /\/Title \(((?:[^()\\]|\\.)*)\)/.exec(dictionary)?.[1]?.replace(/\\(.)/g, '$1') ?? null;
}
