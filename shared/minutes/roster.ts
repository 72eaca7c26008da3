/** 名單: who was there, and how. */
import { z } from 'zod';
import type { Script } from '../language.ts';
import { idSchema } from './id.ts';

/**
 * 出席 present (may move and vote), 委託出席 proxy (another votes for them), 列席 inAttendance (may speak only),
 * 請假 leave, 缺席 absent. 出席 and 列席 are not degrees of the same thing: 列席 has no vote.
 */
export const attendanceStateSchema = z.enum(['present', 'proxy', 'inAttendance', 'leave', 'absent']);
export type AttendanceState = z.infer<typeof attendanceStateSchema>;

/** What a list of those who were there so is called. */
export const attendanceWords = {
  present: { Hant: '出席', Hans: '出席' },
  proxy: { Hant: '委託出席', Hans: '委托出席' },
  inAttendance: { Hant: '列席', Hans: '列席' },
  leave: { Hant: '請假', Hans: '请假' },
  absent: { Hant: '缺席', Hans: '缺席' },
} as const satisfies Record<AttendanceState, Record<Script, string>>;

/** A time of day, to the minute. */
export const clockSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const personSchema = z.strictObject({
  id: idSchema,
  name: z.string().max(100),
  organisation: z.string().max(300),
  /** 職務 / 職稱. */
  title: z.string().max(200),
  attendance: attendanceStateSchema,
  /** Who this is in the directory of people. */
  personId: idSchema.optional(),
  /** 職權身分 in the body that meets: 理事, 常務監事, 會員代表. */
  seat: z.string().max(100).optional(),
  /** The chair of the day, who takes the minutes. */
  role: z.enum(['chair', 'recorder']).optional(),
  /** Whether they may vote; absent = as their attendance says: 出席 and 委託出席 may. */
  voting: z.boolean().optional(),
  /** Of a 委託出席: the id of the one in this roster who votes for them. */
  proxy: idSchema.optional(),
  /** When they came or left during the meeting, local time HH:MM. */
  arrived: clockSchema.optional(),
  left: clockSchema.optional(),
  /** Place in the order of rank, from 1. */
  rank: z.int().min(1).max(99_999).optional(),
});
export type Person = z.infer<typeof personSchema>;

export const rosterSchema = z.array(personSchema).max(5000);

/** The names of a roster by how they were there, each line as an attendance section prints it. */
export function rosterLines(roster: readonly Person[], script: Script = 'Hant'): Record<AttendanceState, string> {
  const names = (state: AttendanceState) =>
    roster
      .filter((person) => person.attendance === state && personName(person) !== '')
      .map((person) => personName(person) + heldBy(person, roster, script))
      .join('、');
  return { present: names('present'), proxy: names('proxy'), inAttendance: names('inAttendance'), leave: names('leave'), absent: names('absent') };
}

/** 「（委託方若蘭）」, where a proxy says who holds it. */
function heldBy({ attendance, proxy }: Person, roster: readonly Person[], script: Script): string {
  const holder = attendance === 'proxy' ? roster.find(({ id }) => id === proxy)?.name : undefined;
  return holder ? `（${script === 'Hant' ? '委託' : '委托'}${holder}）` : '';
}

/** A person as a record names them: 單位＋姓名＋職務 (市園林局方若蘭副局長), on one line. */
export function personName(person: Pick<Person, 'name' | 'organisation' | 'title'>): string {
  return `${person.organisation}${person.name}${person.title}`.replace(/\s+/g, ' ').trim();
}
