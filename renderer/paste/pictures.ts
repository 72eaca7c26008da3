/** Pictures inside pasted HTML: kept where their file came along, a place to fill in where it did not. */
import type { BodyBlock } from '#shared/minutes/blocks/body.ts';
import type { BlockOf } from '#shared/minutes/blocks/index.ts';
import type { CommandContext } from '../commands/command.ts';
import { text } from '../i18n/i18n.ts';
import { keepPicture } from '../images/keep.ts';
import type { PastedBlock, Picture } from './pasted.ts';

/** Whether blocks are paragraphs and headings without any format: text that lost nothing by being read as text. */
export function isPlain(blocks: readonly PastedBlock[]): blocks is (BlockOf<'paragraph'> | BlockOf<'heading'>)[] {
  return blocks.every(
    (block) =>
      (block.kind === 'paragraph' || block.kind === 'heading') &&
      block.inline.every((part) => part.type === 'break' || (part.type === 'text' && !part.marks && !part.link)),
  );
}

/** The blocks with their pictures kept. `files` are pictures of the clipboard beside the HTML, taken in order. */
export async function keepPictures(
  context: Pick<CommandContext, 'client'>,
  blocks: readonly PastedBlock[],
  files: readonly Blob[],
): Promise<{ blocks: BodyBlock[]; lost: number }> {
  const spare = [...files];
  const kept: BodyBlock[] = [];
  let lost = 0;
  for (const block of blocks) {
    if (block.kind !== 'picture') kept.push(block);
    else {
      const file = fileOf(block) ?? spare.shift();
      const stored = file ? await keepPicture(context, file, block.alt) : null;
      if (stored && 'block' in stored) kept.push(stored.block);
      else {
        lost += 1;
        kept.push(placeFor(block));
      }
    }
  }
  return { blocks: kept, lost };
}

/** The file inside a data: address; null for any other. Decoded here, because the page may not fetch addresses. */
export function fileOf({ source }: Picture): Blob | null {
  const match = /^data:(image\/[a-z+.-]+);base64,([a-z0-9+/=\s]+)$/i.exec(source);
  if (!match?.[1] || !match[2]) return null;
  try {
    return new Blob([Uint8Array.from(atob(match[2].replaceAll(/\s/g, '')), (letter) => letter.charCodeAt(0))], { type: match[1].toLowerCase() });
  } catch {
    return null;
  }
}

function placeFor({ id, alt }: Picture): BodyBlock {
  const label = alt === '' ? text('image', 'blank') : text('image', 'blank.alt', { alt });
  return { id, kind: 'paragraph', inline: [{ type: 'blank', label: label.slice(0, 60) }] };
}
