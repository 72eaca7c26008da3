/** 整理文字: the preview of pasting, over the record that is open. */
import { type Block } from '#shared/minutes/blocks/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import type { Inline } from '#shared/minutes/inline.ts';
import { blocksWithin, editBlock, inlineOf } from '#shared/minutes/walk.ts';
import { applyRepairs, type Damage, type DamageClass, type DamageOptions, findDamage } from '#shared/text/damage.ts';
import type { CommandContext } from '../commands/command.ts';
import { ask } from '../commands/question.ts';
import { $replaceRecord } from '../editor/replace.ts';
import { text } from '../i18n/i18n.ts';
import { type ClassPreview, mergePreviews, previewClasses, type RepairPreview } from './preview.ts';

const decoder = new TextDecoder('gbk');
/** Decodes GBK; what is none gives U+FFFD. */
export const decodeGbk = (bytes: Uint8Array): string => decoder.decode(bytes);

/** Every piece of text of a block that may be repaired: runs, fields, a heading by hand, what a picture shows. */
export function piecesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    [...blocksWithin(block)].flatMap((one) => [
      ...('fields' in one ? [one.heading ?? '', ...Object.values<string>(one.fields)] : []),
      ...('alt' in one ? [one.alt] : []),
      ...inlineOf(one).flatMap((part) => (part.type === 'text' ? [part.text] : [])),
    ]),
  );
}

/** The damage of blocks, piece by piece, as one preview. */
export function previewBlocks(blocks: readonly Block[], options: DamageOptions): Omit<RepairPreview, 'sections'> {
  const classes: ClassPreview[][] = [];
  const unresolved: string[] = [];
  for (const piece of piecesOf(blocks)) {
    if (piece === '') continue;
    const damage = findDamage(piece, decodeGbk, options);
    if (damage.repairs.length > 0) classes.push(previewClasses(piece, damage));
    unresolved.push(...unresolvedOf(damage));
  }
  return { classes: mergePreviews(classes), unresolved: { count: unresolved.length, samples: unresolved.slice(0, 3) } };
}

export const unresolvedOf = (damage: Damage): string[] => damage.unresolved.map((one) => one.text);

/** A copy of blocks with the damage of the chosen classes repaired; ids, marks and links stay. */
export function repairBlocks<Kind extends Block>(blocks: readonly Kind[], classes: readonly DamageClass[], options: DamageOptions): Kind[] {
  const words = (piece: string) => applyRepairs(piece, findDamage(piece, decodeGbk, options).repairs, classes);
  const inline = (parts: readonly Inline[]) => parts.map((part) => (part.type === 'text' ? { ...part, text: words(part.text) } : part));
  return blocks.map((block) => editBlock(block, { words, inline }));
}

/** Whose names no repair may touch, and whose quotation marks count. */
export const damageOptions = ({ meta, roster }: Pick<MinutesDocument, 'meta' | 'roster'>): DamageOptions => ({
  names: [...roster.map((person) => person.name), meta.chair, meta.recorder].filter((name) => name !== ''),
  region: meta.region,
});

/** Shows what could be repaired in the open record, and repairs what she ticks as one step. */
export function repairDocument({ session, app }: CommandContext): void {
  if (!session || session.isComposing()) return;
  const document = session.document();
  const options = damageOptions(document);
  const preview = previewBlocks(document.blocks, options);
  if (preview.classes.length === 0 && preview.unresolved.count === 0) {
    app.getState().toast({ text: text('paste', 'nothing.found') });
    return;
  }
  ask({
    kind: 'repair',
    purpose: 'document',
    preview: { ...preview, sections: [] },
    answer(choice) {
      if (choice && !session.isComposing()) {
        const now = session.document();
        const repaired = { ...now, blocks: repairBlocks(now.blocks, choice.classes, options) };
        session.editor.update(() => $replaceRecord(repaired), { discrete: true, tag: 'history-push' });
        const count = preview.classes.reduce((sum, one) => sum + (choice.classes.includes(one.kind) ? one.count : 0), 0);
        app.getState().toast({ text: text('paste', 'repaired', { count }) });
      }
      session.focus();
    },
  });
}
