import { expect, test } from 'vitest';
import { attendance } from '#shared/minutes/blocks/attendance/index.ts';
import { type MinutesDocument, minutesDocumentSchema, newMinutes } from '#shared/minutes/document.ts';
import { newId } from '#shared/minutes/id.ts';
import type { Person } from '#shared/minutes/roster.ts';
import { withAttendance } from './attendance.ts';

const person = (name: string, state: Person['attendance']): Person => ({ id: newId(), name, organisation: '', title: '', attendance: state });
const roster = [person('石仲平', 'present'), person('方若蘭', 'present'), person('溫書瑜', 'inAttendance'), person('葛明遠', 'leave')];

const sectionOf = (record: MinutesDocument) => record.blocks.find((block) => block.kind === 'attendance');

test('the roster takes the place of the names, and leaves the chair and the rest of the section', () => {
  const [section] = attendance.fixtures;
  const record: MinutesDocument = { ...newMinutes(), roster, blocks: [section as MinutesDocument['blocks'][number]] };
  const filled = sectionOf(withAttendance(record));
  expect(filled?.fields).toEqual({ chair: '石仲平', present: '石仲平、方若蘭', proxy: '', inAttendance: '溫書瑜', leave: '葛明遠', absent: '' });
  expect(filled?.body).toEqual(section!.body);
});

test('a record without an attendance section gets one, before the text', () => {
  const filled = withAttendance({ ...newMinutes(), roster });
  expect(filled.blocks.map((block) => block.kind)).toEqual(['attendance', 'paragraph']);
  expect(minutesDocumentSchema.safeParse(filled).success).toBe(true);
});
