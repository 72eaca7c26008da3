import { expect, it } from 'vitest';
import { storeContract } from '#shared/rpc/contract.ts';
import { type CallName, inputs, turns } from './calls.ts';
import { run } from './fuzzed-calls.ts';

it('answers 10,000 broken calls with a result each, and is as well as before after them', { timeout: 300_000 }, async () => {
  expect(await run({ trials: 10_000 })).toEqual({ trials: 10_000, lost: 0, losses: [] });
});

it('would not, if inputs were not checked', { timeout: 110_000 }, async () => {
  expect((await run({ trials: 300, breaking: 'unchecked' })).lost).toBeGreaterThan(0);
});

it('tries every call of the contract', () => {
  const known = Object.entries(inputs).flatMap(([topic, list]) => Object.keys(list).map((name) => `${topic}.${name}`));
  const all = Object.entries(storeContract).flatMap(([topic, list]) => Object.keys(list).map((name) => `${topic}.${name}`));
  expect(known.toSorted()).toEqual(all.filter((name) => name !== 'events.watch').toSorted());
  const first = turns();
  expect(known.map(() => (first.next().value as CallName).join('.')).toSorted()).toEqual(known.toSorted());
});
