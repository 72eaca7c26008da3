import { expect, it, vi } from 'vitest';
import { type Block, blocks } from '#shared/minutes/blocks/index.ts';
import { newMinutes } from '#shared/minutes/document.ts';
import type { CommandContext } from '../commands/command.ts';
import { createSession } from '../editor/session.ts';
import { numberDecisions } from './numbering.ts';

/** A record with two decisions that have no number, and a store that answers when it is told to. */
function meeting() {
  const [fixture] = blocks.resolution.fixtures as Extract<Block, { kind: 'resolution' }>[];
  const decided = (id: string) => ({ ...fixture, id, values: { ...fixture?.values, outcome: 'passed' }, data: {} }) as Block;
  const session = createSession({ ...newMinutes(), blocks: [decided('decision0001'), decided('decision0002')] });
  let isComposing = false;
  const seen = { ...session, isComposing: () => isComposing };
  const toast = vi.fn();
  let resolve: (answer: unknown) => void = () => {};
  const promise = new Promise((done) => (resolve = done));
  const context = {
    session: seen,
    app: { getState: () => ({ toast, report: vi.fn(), flush: vi.fn(), current: { kind: 'open', session: seen } }) },
    client: { store: { registers: { numbers: () => promise } } },
  } as unknown as CommandContext;
  return {
    session,
    toast,
    give: () => numberDecisions(context),
    answer: () => resolve({ ok: true, value: { numbers: ['第1案', '第2案'] } }),
    compose: (now: boolean) => void (isComposing = now),
    data: () => session.document().blocks.map((block) => (block as { data?: unknown }).data),
  };
}

it('keeps what was put into a decision while the store looked for its number', async () => {
  const { session, give, answer, data } = meeting();
  const given = give();
  session.setSection('decision0001', { data: { vote: { inFavour: 15 } } });
  answer();
  await given;
  expect(data()).toEqual([{ vote: { inFavour: 15 }, number: '第1案' }, { number: '第2案' }]);
});

it('leaves a number that was written meanwhile, and passes by what is gone', async () => {
  const { session, toast, give, answer, data } = meeting();
  const given = give();
  session.setSection('decision0001', { data: { number: '臨1' } });
  answer();
  await given;
  expect(data()).toEqual([{ number: '臨1' }, { number: '第1案' }]);
  expect(toast).toHaveBeenCalledOnce();
});

it('waits for an input method', async () => {
  const { give, answer, compose, data } = meeting();
  const given = give();
  compose(true);
  answer();
  await Promise.resolve();
  await Promise.resolve();
  expect(data()).toEqual([{}, {}]);
  compose(false);
  await given;
  expect(data()).toEqual([{ number: '第1案' }, { number: '第2案' }]);
});
