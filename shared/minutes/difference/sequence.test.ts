import { diffArrays } from 'diff';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderSteps } from './sequence.ts';

const order = fc.shuffledSubarray(['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛']);

it('tells both orders as one, and moves as few as can be', () => {
  fc.assert(
    fc.property(order, order, (before, after) => {
      const steps = orderSteps(before, after);
      const idsOf = (...states: string[]): string[] => steps.filter(({ state }) => states.includes(state)).map(({ id }) => id);
      expect(idsOf('kept', 'moved', 'added')).toEqual(after);
      expect(before.filter((id) => idsOf('kept', 'removed').includes(id))).toEqual(idsOf('kept', 'removed'));
      expect(idsOf('removed')).toEqual(before.filter((id) => !after.includes(id)));
      const stayed = diffArrays(before, after).flatMap(({ value, added, removed }) => (added || removed ? [] : value));
      expect(idsOf('kept')).toHaveLength(stayed.length);
    }),
  );
});

it('puts what is gone before what came in its place', () => {
  expect(orderSteps(['致詞', '報告', '散會'], ['致詞', '動議', '散會']).map(({ id, state }) => `${id} ${state}`)).toEqual([
    '致詞 kept', '報告 removed', '動議 added', '散會 kept',
  ]);
});
