/** Keeps picture files with the records, and makes blocks of them. */
import type { BlockOf } from '#shared/minutes/blocks/index.ts';
import { newId } from '#shared/minutes/id.ts';
import type { AppError } from '#shared/result.ts';
import type { CommandContext } from '../commands/command.ts';
import { preparePicture } from './prepare.ts';

type Keeping = Pick<CommandContext, 'client'>;

/** The widest a new picture prints, in millimetres: the type area of A4 with the usual margins. */
const typeArea = 150;
const millimetresPerPixel = 25.4 / 96;

/** Stores a picture once and gives the block that shows it; at most as wide as the paper's type area. */
export async function keepPicture({ client }: Keeping, file: Blob, alt = ''): Promise<{ block: BlockOf<'image'> } | { error: AppError }> {
  const kept = await client.store.assets.put({ file: await preparePicture(file) });
  if (!kept.ok) return { error: kept.error };
  const { hash, mime, width, height } = kept.value;
  const paperWidth = width * millimetresPerPixel > typeArea ? typeArea : null;
  return { block: { id: newId(), kind: 'image', asset: hash, mime, width, height, paperWidth, alt, caption: [] } };
}

/** Stores pictures and puts them where the caret was meanwhile, as one step; says of each one that could not be taken why. */
export async function insertPictures({ session, client, app }: CommandContext, files: readonly Blob[]): Promise<void> {
  if (!session) return;
  const place = session.holdPlace();
  const blocks: BlockOf<'image'>[] = [];
  for (const file of files) {
    const kept = await keepPicture({ client }, file);
    if ('error' in kept) app.getState().report(kept.error);
    else blocks.push(kept.block);
  }
  await session.composed();
  if (blocks.length > 0) session.insertBlocks(blocks, place);
}

export const isPicture = (file: Blob): boolean => file.type.startsWith('image/');

/** Lets her choose picture files; empty where she cancelled. */
export function choosePictures(): Promise<File[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'image/png,image/jpeg,image/webp,image/gif';
  input.multiple = true;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
