/** 檔名: what an exported file is called, by a pattern that she can change. */
import type { LayoutProfile } from '../layouts/layout.ts';
import type { Meta } from '../minutes/meta.ts';
import { chineseNumeral } from '../text/numerals.ts';
import { toScript } from '../text/script.ts';
import { fileName, fit } from './file-name.ts';
import { usualPattern } from './options.ts';

/** The places of a pattern, each by the names it goes by. */
export const namePlaces = {
  date: ['日期', 'date'],
  term: ['屆次', '届次', 'term'],
  body: ['會議', '会议', 'body'],
  organisation: ['單位', '单位', 'organisation'],
  kind: ['種類', '种类', 'kind'],
  number: ['文號', '文号', 'number'],
  title: ['標題', '标题', 'title'],
} as const;
type NamePlace = keyof typeof namePlaces;

const placeOf = new Map(Object.entries(namePlaces).flatMap(([place, names]) => names.map((name) => [name as string, place as NamePlace] as const)));

/** The places of a pattern that there are not. */
export const unknownPlaces = (pattern: string): string[] => [...pattern.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name).filter((name) => !placeOf.has(name));

/** What a record is called in a layout, in its own letters: 紀錄, 記錄, 紀要. */
export const recordWord = ({ script, region }: Pick<Meta, 'script' | 'region'>, layout: LayoutProfile): string =>
  layout.words.record?.[script] ?? toScript('紀錄', script, layout.writing.region ?? region);

/** The words of a name without ending, by a pattern; `kind` says what the file is: 紀錄, 紀要, 簽到簿. */
export function nameWords(meta: Meta, kind: string, pattern = usualPattern): string {
  const meeting = meetingOf(meta);
  const words: Record<NamePlace, string> = {
    date: meta.start?.slice(0, 10).replaceAll('-', '') ?? '',
    // Where the record does not say whose meeting it was, its title says it.
    term: meeting === '' ? '' : termOf(meta),
    body: meeting || meta.title,
    organisation: meta.organisation,
    kind,
    number: meta.documentNumber,
    title: meta.title,
  };
  // A title often says by itself what it is: …會議紀錄.
  if (pieces(pattern).some(({ place }) => place !== undefined && place !== 'kind' && words[place].trim().endsWith(kind))) words.kind = '';
  let made = '';
  let between = '';
  for (const { text, place } of pieces(pattern)) {
    const word = place === undefined ? text : fit(words[place]);
    if (place === undefined && /^[_\-—·・ ]+$/.test(text)) between ||= text;
    else if (word !== '') {
      // What stands between two words goes with one that is missing.
      made += made === '' ? word : between + word;
      between = '';
    }
  }
  return made;
}

interface Piece {
  text: string;
  place?: NamePlace;
}

/** A pattern as text and places; a place that there is not is text. */
function pieces(pattern: string): Piece[] {
  return pattern.split(/(\{[^{}]*\})/).map((text) => {
    const place = placeOf.get(text.slice(1, -1));
    return text.startsWith('{') && place !== undefined ? { text, place } : { text };
  });
}

/** The name that a record is offered under. */
export const exportName = (meta: Meta, layout: LayoutProfile, ending: string, pattern = usualPattern): string => fileName(nameWords(meta, recordWord(meta, layout), pattern), ending);

/** The name of a paper around a meeting: 20240119_六屆四次理事會_簽到簿.docx. */
export const paperName = (meta: Meta, kind: string, ending: string, pattern = usualPattern): string => fileName(nameWords(meta, kind, pattern), ending);

const meetingOf = ({ body }: Meta): string => body.trim();

function termOf({ term, session, script }: Meta): string {
  const terms = term === null ? '' : `${chineseNumeral(term)}${script === 'Hant' ? '屆' : '届'}`;
  return terms + (session === null ? '' : `${chineseNumeral(session)}次`);
}
