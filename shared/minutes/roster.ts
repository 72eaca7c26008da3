/** 名單: who was there, and how. */
import { z } from 'zod';
import { idSchema } from './id.ts';

/**
 * 出席 present (may move and vote), 列席 inAttendance (may speak only), 請假 leave, 缺席 absent.
 * The two first are not degrees of the same thing: 列席 has no vote.
 */
export const attendanceStateSchema = z.enum(['present', 'inAttendance', 'leave', 'absent']);
export type AttendanceState = z.infer<typeof attendanceStateSchema>;

export const personSchema = z.strictObject({
  id: idSchema,
  name: z.string().max(100),
  organisation: z.string().max(300),
  /** 職務 / 職稱. */
  title: z.string().max(200),
  attendance: attendanceStateSchema,
});
export type Person = z.infer<typeof personSchema>;

export const rosterSchema = z.array(personSchema).max(5000);

/** The names of a roster by how they were there, each line as an attendance section prints it. */
export function rosterLines(roster: readonly Person[]): Record<AttendanceState, string> {
  const names = (state: AttendanceState) =>
    roster
      .filter((person) => person.attendance === state)
      .map(personName)
      .filter((name) => name !== '')
      .join('、');
  return { present: names('present'), inAttendance: names('inAttendance'), leave: names('leave'), absent: names('absent') };
}

/** A person as a record names them: 單位＋姓名＋職務 (市園林局方若蘭副局長), on one line. */
export function personName(person: Pick<Person, 'name' | 'organisation' | 'title'>): string {
  return `${person.organisation}${person.name}${person.title}`.replace(/\s+/g, ' ').trim();
}
