/** Templates of her own: a section or a whole meeting, as it stands, to begin others with. */
import { numeralPattern } from '../../text/numerals.ts';
import { type Block, isSectionKind } from '../blocks/index.ts';
import type { MinutesDocument } from '../document.ts';
import { newId } from '../id.ts';
import { withNewIds } from '../ids.ts';
import { blank } from '../inline.ts';
import type { Meta } from '../meta.ts';
import { nextMeeting } from '../next-meeting.ts';
import { term } from '../section.ts';
import { blocksWithin } from '../walk.ts';
import type { Template } from './template.ts';

export interface OwnTemplate {
  name: string;
  description?: string;
  /** Whether what was written stays; else places to fill in stand for it. */
  keepsText: boolean;
  order: number;
}

/** A whole meeting as a template: its parts and what recurs of its head; people, dates, numbers and pictures are not part of it. */
export function meetingTemplate(document: MinutesDocument, own: OwnTemplate): Template {
  const { organisation, body, place, chair, recorder, region, script, title } = document.meta;
  const meta = { title: uncounted(title), organisation, body, place, chair, recorder };
  return {
    ...face(own),
    scope: 'meeting',
    meta: Object.fromEntries(Object.entries(meta).filter(([, text]) => text !== '')),
    written: { region, script },
    blocks: own.keepsText ? plainBlocks(document.blocks, script) : nextMeeting(document).blocks,
  };
}

/** Some blocks of a record as a template, mostly one section. */
export function sectionTemplate(document: MinutesDocument, ids: readonly string[], own: OwnTemplate): Template {
  const { region, script } = document.meta;
  const blocks = document.blocks.filter(({ id }) => ids.includes(id));
  const emptied = own.keepsText ? blocks : nextMeeting({ ...document, blocks }).blocks;
  return { ...face(own), scope: 'section', written: { region, script }, blocks: plainBlocks(emptied, script) };
}

function face({ name, description = '', order }: OwnTemplate): Pick<Template, 'id' | 'name' | 'description' | 'order'> {
  const words = (text: string) => ({ 'zh-Hant': text, 'zh-Hans': text, en: text });
  return { id: newId(), name: words(name), description: words(description), order };
}

/** Blocks with new ids, without pictures (their files belong to a meeting) and without numbers of the registers. */
function plainBlocks(blocks: readonly Block[], script: Meta['script']): Block[] {
  const kept = blocks.filter(({ kind }) => kind !== 'image').map(withoutPictures).map(withoutNumber);
  return withNewIds(kept.length > 0 ? kept : [{ id: newId(), kind: 'paragraph', inline: [blank(term('內容', '内容')[script])] }]);
}

function withoutPictures<Kind extends Block>(block: Kind): Kind {
  if (![...blocksWithin(block)].some(({ kind }) => kind === 'image')) return block;
  const body = 'body' in block ? block.body.filter(({ kind }) => kind !== ('image' as typeof kind)) : [];
  return 'body' in block ? { ...block, body: body.length > 0 ? body : [{ id: newId(), kind: 'paragraph', inline: [] }] } : block;
}

function withoutNumber(block: Block): Block {
  const { data } = block as { data?: unknown };
  if (!isSectionKind(block.kind) || typeof data !== 'object' || data === null || !('number' in data)) return block;
  return { ...block, data: Object.fromEntries(Object.entries(data).filter(([name]) => name !== 'number')) } as unknown as Block;
}

const counts = new RegExp(`第\\s*${numeralPattern}+\\s*[屆届次]`, 'g');

/** A title without 第N屆 and 第N次, which every use puts in anew: 第六屆理事會第四次會議紀錄 → 理事會會議紀錄. */
const uncounted = (title: string): string => title.replace(counts, '').trim();
