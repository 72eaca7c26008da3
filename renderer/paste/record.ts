/** Plain text → what would be repaired and recognised in it, read in small steps so that the window stays awake. */
import type { TextBlock } from '#shared/minutes/blocks/text.ts';
import type { Block } from '#shared/minutes/blocks/index.ts';
import { newId } from '#shared/minutes/id.ts';
import { plain } from '#shared/minutes/inline.ts';
import type { Meta } from '#shared/minutes/meta.ts';
import type { Person } from '#shared/minutes/roster.ts';
import { recognise } from '#shared/minutes/recognise/index.ts';
import { applyRepairs, certainClasses, type Damage, type DamageClass, type DamageOptions, findDamage } from '#shared/text/damage.ts';
import { linesOf } from './clipboard.ts';
import { settleItems } from './marker.ts';
import { mergePreviews, previewClasses, previewSections, type RepairPreview } from './preview.ts';
import { decodeGbk, unresolvedOf } from './repair.ts';

export interface PlainRecord {
  /** Repairs that need no judgement were found, or damage that nobody can repair. */
  damaged: boolean;
  preview: RepairPreview;
  /** The text with the damage of some classes repaired. */
  repaired(classes: readonly DamageClass[]): string;
  /** The blocks of such a text; what it says of the meeting goes to the head only where `head` is given and empty there. */
  structured(text: string, head: Meta | null): { blocks: Block[]; meta: Partial<Meta> | null; roster: Person[] };
}

/** UTF-16 units that are looked through without a pause: some 20 ms. */
const step = 20_000;

const breathe = () => new Promise<void>((resume) => setTimeout(resume));

/** Cuts a text behind line ends into pieces of about `step`. */
function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const end = at + step < text.length ? text.indexOf('\n', at + step) + 1 || text.length : text.length;
    yield text.slice(at, end);
    at = end;
  }
}

/** What could be done with a text. Sections are looked for in texts of several lines only. */
export async function readPlain(text: string, paper: Pick<Meta, 'region' | 'script'>, options: DamageOptions): Promise<PlainRecord> {
  const read: { piece: string; damage: Damage }[] = [];
  for (const piece of pieces(text)) {
    read.push({ piece, damage: findDamage(piece, decodeGbk, options) });
    if (text.length > step) await breathe();
  }
  const repaired = (classes: readonly DamageClass[]) => read.map(({ piece, damage }) => applyRepairs(piece, damage.repairs, classes)).join('');
  const { region, script } = paper;
  const certain = repaired(certainClasses);
  const several = linesOf(text).length > 1;
  const first = several ? recognise(certain, { region, script }) : { blocks: [], meta: {}, roster: [], taken: [] };
  const classes = mergePreviews(read.map(({ piece, damage }) => previewClasses(piece, damage)));
  const unresolved = read.flatMap(({ damage }) => unresolvedOf(damage));
  return {
    damaged: unresolved.length > 0 || classes.some((one) => one.certain),
    preview: { classes, unresolved: { count: unresolved.length, samples: unresolved.slice(0, 3) }, sections: previewSections(first.blocks) },
    repaired,
    structured(source, head) {
      const found = source === certain && several ? first : recognise(source, { region, script });
      const meta = head && fillMeta(head, found.meta);
      const isAllFilled = meta !== null && Object.keys(found.meta).every((key) => key in meta);
      return { blocks: isAllFilled ? found.blocks : [...paragraphsOf(found.taken, false), ...found.blocks], meta, roster: found.roster };
    },
  };
}

/** What a record says of its meeting, where the head says nothing yet. */
export function fillMeta(head: Meta, found: Partial<Meta>): Partial<Meta> {
  const isOpen = (key: string) => key !== 'region' && key !== 'script' && ['', null].includes(head[key as keyof Meta] as string | null);
  return Object.fromEntries(Object.entries(found).filter(([key]) => isOpen(key)));
}

/** One paragraph a line; typed numbers become items where `marked`, and indents go. */
export function paragraphsOf(lines: readonly string[], marked: boolean): TextBlock[] {
  const paragraphs = lines.map((line): TextBlock => ({ id: newId(), kind: 'paragraph', inline: plain(marked ? line.trim() : line) }));
  return marked ? settleItems<TextBlock>(paragraphs) : paragraphs;
}
