/** From a template to a record or a section of its own. */
import type { Region, Script } from '../../language.ts';
import { toScript } from '../../text/script.ts';
import { chineseNumeral } from '../../text/numerals.ts';
import type { Block } from '../blocks/index.ts';
import { type MinutesDocument, newMinutes } from '../document.ts';
import { newId } from '../id.ts';
import type { Inline } from '../inline.ts';
import type { Meta } from '../meta.ts';
import { editBlock } from '../walk.ts';
import type { Template } from './template.ts';

export interface Usage {
  region: Region;
  script: Script;
}

export interface MeetingUsage extends Usage {
  /** What is known of the meeting already; it stands as it is given. */
  meta?: Partial<Omit<Meta, 'region' | 'script'>>;
}

/** A new record from a template, in the words of a region and a script, with new ids and places to fill in. */
export function instantiateMeeting(template: Template, { region, script, meta = {} }: MeetingUsage): MinutesDocument {
  const convert = wordsOf(template, { region, script });
  const own = Object.fromEntries(
    Object.entries(template.meta ?? {}).map(([key, value]) => [key, typeof value === 'string' ? convert(value) : value]),
  ) as Partial<Meta>;
  const all = { ...own, ...meta, region, script };
  const title = meta.title ?? countedTitle(all);
  return { ...newMinutes({ ...all, title }), blocks: instantiateSection(template, { region, script }) };
}

/** The blocks of a template, in the words of a region and a script, with new ids. */
export function instantiateSection(template: Template, { region, script }: Usage): Block[] {
  const words = wordsOf(template, { region, script });
  const inline = (parts: readonly Inline[]): Inline[] =>
    parts.map((part) => {
      if (part.type === 'text') return { ...part, text: words(part.text) };
      return part.type === 'blank' ? { ...part, label: words(part.label) } : part;
    });
  return template.blocks.map((block) => editBlock(block, { id: newId, words, inline }));
}

/** How its words are turned: those of her own stay as she wrote them, where they are used as they were written. */
function wordsOf({ written }: Template, { region, script }: Usage): (text: string) => string {
  if (written?.region === region && written.script === script) return (text) => text;
  // Simplified text does not become traditional: OpenCC would guess, and names would suffer.
  if (written?.script === 'Hans') return (text) => text;
  return (text) => toScript(text, script, region);
}

/**
 * The title of a template with 屆 and 次 where they are known: 第三屆理事會第四次會議紀錄, and for a body that is
 * called a meeting itself 第三屆第四次理監事聯席會議紀錄.
 */
function countedTitle({ title = '', body = '', term, session, script }: Partial<Meta>): string {
  if (body === '' || !title.startsWith(body)) return title;
  const counted = (count: number | null | undefined, unit: string) =>
    typeof count === 'number' ? `第${chineseNumeral(count)}${unit}` : '';
  const [terms, sessions] = [counted(term, script === 'Hans' ? '届' : '屆'), counted(session, '次')];
  const named = /會議$|会议$/.test(body) ? sessions + body : body + sessions;
  return terms + named + title.slice(body.length);
}
