import { expect, test } from 'vitest';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { councilMeeting } from '#shared/minutes/fixtures.ts';
import { changedOutside, merged } from './choosing.ts';

const sent = councilMeeting();
const changed = (...pairs: readonly (readonly [string, string])[]): MinutesDocument =>
  JSON.parse(pairs.reduce((text, [before, after]) => text.replaceAll(before, after), JSON.stringify(sent))) as MinutesDocument;
const greeting = ['表示祝賀', '表示熱烈祝賀'] as const;
const hopes = ['三點希望', '三項希望'] as const;
const sum = ['86,400', '86,500'] as const;

test('what was changed outside comes to what was changed here, and what is not chosen stays as it is here', () => {
  const present = changed(hopes);
  const outside = changedOutside(sent, changed(greeting, sum), present);
  expect(outside.entries.map(({ isContested }) => isContested)).toEqual([false, false]);
  const [speech] = outside.entries;
  expect(merged(present, outside, new Set([speech?.blockId ?? '']))).toEqual(changed(hopes, greeting));
  expect(merged(present, outside, new Set())).toEqual(present);
});

test('the same words changed on both sides are pointed out; the same change on both sides is none', () => {
  expect(changedOutside(sent, changed(greeting), changed(['表示祝賀', '表示由衷祝賀'])).entries).toMatchObject([{ isContested: true }]);
  expect(changedOutside(sent, changed(greeting), changed(greeting)).entries).toEqual([]);
});
