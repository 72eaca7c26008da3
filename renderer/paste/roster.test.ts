import { expect, test } from 'vitest';
import { newMeta } from '#shared/minutes/meta.ts';
import { readPlain } from './record.ts';

test('a record that is pasted whole brings who was there', async () => {
  const source = '主席：石仲平\n出席：石仲平、方若蘭\n列席：溫書瑜\n一、會務';
  const record = await readPlain(source, { region: 'TW', script: 'Hant' }, {});
  const { roster } = record.structured(source, newMeta('TW', 'Hant'));
  expect(roster.map(({ name, attendance, role }) => [name, attendance, role])).toEqual([
    ['石仲平', 'present', 'chair'],
    ['方若蘭', 'present', undefined],
    ['溫書瑜', 'inAttendance', undefined],
  ]);
});
