/** How names are read, in pinyin without tones. The dictionary is loaded when it is first needed. */
import type { Syllables } from '#shared/directory/typing.ts';

const known = new Map<string, readonly Syllables[]>();
/** More than any directory; what is beyond is read again. */
const mostKnown = 50_000;

/** The readings of names: the one of a surname (曾 zeng, 單 shan), and the one of the character where that is another. */
export async function readingsOf(names: Iterable<string>): Promise<(name: string) => readonly Syllables[]> {
  const unknown = [...new Set(names)].filter((name) => !known.has(name));
  if (unknown.length > 0) {
    const { pinyin } = await import('pinyin-pro');
    if (known.size > mostKnown) known.clear();
    for (const name of unknown) {
      const readings = (['head', 'off'] as const).map((surname) => pinyin(name, { toneType: 'none', type: 'array', surname, v: true, nonZh: 'removed' }));
      const [first = [], second = []] = readings;
      known.set(name, first.join(' ') === second.join(' ') ? [first] : [first, second]);
    }
  }
  return (name) => known.get(name) ?? [];
}
