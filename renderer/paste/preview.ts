/** What pasting or repairing would change, counted and sampled before anything is changed. Pure. */
import type { Block } from '#shared/minutes/blocks/index.ts';
import { isSectionKind, type SectionKind } from '#shared/minutes/blocks/index.ts';
import { certainClasses, type Damage, type DamageClass, damageClasses } from '#shared/text/damage.ts';

export interface Sample {
  before: string;
  after: string;
}

export interface ClassPreview {
  kind: DamageClass;
  count: number;
  /** Ticked from the start: repairs that need no judgement. */
  certain: boolean;
  samples: readonly Sample[];
}

export interface RecognisedSection {
  kind: SectionKind;
  /** Who or what it is about. */
  text: string;
}

export interface RepairPreview {
  classes: readonly ClassPreview[];
  /** Damaged places that nobody can decode; they stay as they are. */
  unresolved: { count: number; samples: readonly string[] };
  /** Empty where nothing was recognised, or nothing was looked for. */
  sections: readonly RecognisedSection[];
}

export interface RepairChoice {
  classes: readonly DamageClass[];
  /** Make the recognised sections. */
  structure: boolean;
}

/** Pasted as it stands. */
export const asItStands: RepairChoice = { classes: [], structure: false };

const samplesShown = 3;
const around = 8;

/** The counts and samples of found damage, class by class; classes without any are left out. */
export function previewClasses(text: string, damage: Damage): ClassPreview[] {
  return damageClasses
    .map((kind): ClassPreview => {
      const repairs = damage.repairs.filter((repair) => repair.kind === kind);
      const samples = repairs.slice(0, samplesShown).map(({ start, end, before, after }) => {
        const [left, right] = [text.slice(Math.max(0, start - around), start), text.slice(end, end + around)];
        return { before: oneLine(left + before + right), after: oneLine(left + after + right) };
      });
      return { kind, count: repairs.length, certain: certainClasses.includes(kind), samples };
    })
    .filter(({ count }) => count > 0);
}

/** The preview of several texts as one: counts added, the first samples kept. */
export function mergePreviews(previews: readonly (readonly ClassPreview[])[]): ClassPreview[] {
  return damageClasses.flatMap((kind) => {
    const own = previews.flat().filter((one) => one.kind === kind);
    const count = own.reduce((sum, one) => sum + one.count, 0);
    if (count === 0) return [];
    return [{ kind, count, certain: certainClasses.includes(kind), samples: own.flatMap(({ samples }) => samples).slice(0, samplesShown) }];
  });
}

/** The sections among blocks, each with the field that says most about it. */
export function previewSections(blocks: readonly Block[]): RecognisedSection[] {
  return blocks.flatMap((block) => {
    if (!isSectionKind(block.kind) || !('fields' in block)) return [];
    const fields: Readonly<Record<string, string>> = block.fields;
    const text = ['matter', 'name', 'report', 'chair', 'present'].map((name) => fields[name] ?? '').filter((value) => value !== '');
    return [{ kind: block.kind, text: text.slice(0, 2).join('　') }];
  });
}

const oneLine = (text: string) => text.replaceAll(/[\r\n]+/g, ' ');
