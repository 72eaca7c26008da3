/** When something was saved, as the status line says it: the time of today, or the day too: 2025/3/11 14:03:21. Local time. */
export function savedTime(at: Date, now: Date): string {
  const time = at.toLocaleTimeString('en-GB');
  if (at.toDateString() === now.toDateString()) return time;
  const day = `${at.getMonth() + 1}/${at.getDate()}`;
  return at.getFullYear() === now.getFullYear() ? `${day} ${time}` : `${at.getFullYear()}/${day} ${time}`;
}
