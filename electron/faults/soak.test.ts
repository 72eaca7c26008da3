import { expect, it } from 'vitest';
import { driftOf, isWorse, type Minute } from './soak.ts';

const minute: Minute = { save: 4, open: 3, search: 8, list: 2, saves: 5000, megabytes: 200, handles: 30, computer: 2 };
const worse = (...minutes: Minute[]): string[] => driftOf(minutes).filter(isWorse).map(({ name }) => name);

it('holds the end against the beginning, without the minute in which it warms up', () => {
  const cold = { ...minute, save: 40, megabytes: 90, handles: 10 };
  expect(worse(cold, minute, minute, minute)).toEqual([]);
  expect(worse(cold, minute, minute, { ...minute, save: 4.9, search: 11, megabytes: 241, handles: 34 })).toEqual(['save', 'search', 'megabytes', 'handles']);
});

it('is not misled by one bad minute, nor by what nobody could tell', () => {
  const bad = { ...minute, save: 9, open: 9 };
  expect(worse(minute, minute, minute, minute, minute, minute, bad)).toEqual([]);
  expect(worse(minute, { ...minute, save: 0.4 }, { ...minute, save: 0.8 })).toEqual([]);
});
