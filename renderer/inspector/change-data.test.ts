import { expect, it } from 'vitest';
import { type Block, blocks } from '#shared/minutes/blocks/index.ts';
import { newMinutes } from '#shared/minutes/document.ts';
import { createSession } from '../editor/session.ts';
import { changeData } from './change-data.ts';

it('changes some of what a section knows, on what it knows now, and takes out what is empty', () => {
  const [decision] = blocks.resolution.fixtures as Block[];
  const id = decision?.id ?? '';
  const session = createSession({ ...newMinutes(), blocks: [{ ...decision, data: { mover: '石仲平' } } as Block] });
  changeData(session, id, { number: '第1案' });
  changeData(session, id, { vote: { inFavour: 15 }, mover: '' });
  expect(session.document().blocks[0]).toMatchObject({ data: { number: '第1案', vote: { inFavour: 15 } } });
  expect(session.section(id)).not.toHaveProperty('data.mover');
  changeData(session, 'nobody000000', { number: '第2案' });
  expect(session.document().blocks).toHaveLength(1);
});
