/** When a meeting was, in the words of its region. */
import type { Region, Script } from '../language.ts';

/** The time of a meeting as it prints; '' where its start is not known. */
export function meetingTime(start: string | null, end: string | null, region: Region, script: Script): string {
  if (start === null) return '';
  const [date = '', clock] = start.split('T');
  const [year = 0, month, day] = date.split('-').map(Number);
  const hour = script === 'Hant' ? '時' : '时';
  const words = (time: string | undefined) => time?.replace(':', hour).concat('分') ?? '';
  const until = end?.split('T')[1];
  return `${region === 'TW' ? year - 1911 : year}年${month}月${day}日${words(clock)}${until ? `至${words(until)}` : ''}`;
}
