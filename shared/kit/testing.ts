/** A made-up meeting with all that its papers can say, for tests. */
import type { Region, Script } from '../language.ts';
import type { Block } from '../minutes/blocks/index.ts';
import { type MinutesDocument, newMinutes } from '../minutes/document.ts';
import type { Person } from '../minutes/roster.ts';

const person = (id: string, name: string, attendance: Person['attendance'], more: Partial<Person> = {}): Person => ({ id, name, organisation: '', title: '', attendance, ...more });

/** A section as its kind writes it, also of kinds that read their data with care. */
const section = (id: string, kind: string, fields: Record<string, string>, data: unknown): Block =>
  ({ id, kind, heading: null, fields, values: {}, body: [], data }) as unknown as Block;

export function kitMeeting(region: Region = 'TW', script: Script = 'Hant'): MinutesDocument {
  return {
    ...newMinutes({
      region,
      script,
      title: '第六屆理事會第四次會議紀錄',
      organisation: '青禾綠化協會',
      body: '理事會',
      term: 6,
      session: 4,
      start: '2024-01-19T09:30',
      end: '2024-01-19T12:00',
      place: '本會三樓會議室',
      chair: '石仲平理事長',
      recorder: '林秘書',
    }),
    roster: [
      person('pers00000001', '石仲平', 'present', { title: '理事長', rank: 1 }),
      person('pers00000003', '唐以安', 'proxy', { seat: '常務理事', proxy: 'pers00000001', rank: 3 }),
      person('pers00000002', '柳思源', 'leave', { seat: '理事', organisation: '青禾苗圃', rank: 2 }),
      person('pers00000004', '方若蘭', 'inAttendance', { organisation: '市園林局', title: '副局長' }),
    ],
    blocks: [
      section('agen00000001', 'agenda', {}, { items: [{ text: '確認上次會議紀錄' }, { text: '工作報告', presenter: '柳思源', time: '20分鐘' }, { text: '' }, 7] }),
      section('reso00000001', 'resolution', { matter: '修正本會章程第十二條', decision: '' }, {}),
      section('elec00000001', 'election', { office: '第七屆常務理事' }, { seats: 2, marks: 1, candidates: [{ id: 'cand00000001', name: '石仲平', votes: 4 }, { id: 'cand00000002', name: '柳思源' }] }),
    ],
  };
}
