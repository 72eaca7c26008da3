import type { Meta } from '#shared/minutes/meta.ts';
import type { ExportFormat } from '#shared/rpc/schemas.ts';
import { chineseNumeral } from '#shared/text/numerals.ts';
import { toScript } from '#shared/text/script.ts';

/** What Windows, macOS or Linux do not take in a file's name. */
const illegal = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const longest = 80;

/**
 * The name that a file is offered under: 20240119_六屆四次理事會_紀錄.docx; the title where the record does not say
 * whose meeting it was.
 */
export function exportName(meta: Meta, format: ExportFormat): string {
  const word = toScript('紀錄', meta.script, meta.region);
  const meeting = fit(meetingName(meta) || meta.title);
  const date = meta.start?.slice(0, 10).replaceAll('-', '') ?? '';
  // A title often says by itself what it is: …會議紀錄.
  const parts = [date, meeting, meeting.endsWith(word) ? '' : word];
  return `${parts.filter((part) => part !== '').join('_')}.${format}`;
}

/** The name of a paper around a meeting: 20240119_六屆四次理事會_簽到簿.docx. */
export function kitFileName(meta: Meta, word: string): string {
  const date = meta.start?.slice(0, 10).replaceAll('-', '') ?? '';
  return `${[date, fit(meetingName(meta) || meta.title), word].filter((part) => part !== '').join('_')}.docx`;
}

function meetingName({ body, term, session, script }: Meta): string {
  if (body === '') return '';
  const termWord = term === null ? '' : `${chineseNumeral(term)}${script === 'Hant' ? '屆' : '届'}`;
  const sessionWord = session === null ? '' : `${chineseNumeral(session)}次`;
  return termWord + sessionWord + body;
}

/** Words as a part of a file's name that every system takes. */
export const fit = (name: string, most = longest): string =>
  [...name.replace(illegal, '').replace(/\s+/g, ' ')].slice(0, most).join('').replace(/^[ .]+|[ .]+$/g, '');
