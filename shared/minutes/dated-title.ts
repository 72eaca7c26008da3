/** The title of a copy that was brought back from an earlier day. */
import type { Meta } from './meta.ts';

const words = { Hant: { backup: '備份' }, Hans: { backup: '备份' } } as const;

/** The title with the day of the backup that the copy comes from, in the script of the record. */
export function datedTitle({ title, script }: Pick<Meta, 'title' | 'script'>, madeAt: Date): string {
  const [year, month, day] = [madeAt.getFullYear(), madeAt.getMonth() + 1, madeAt.getDate()];
  return `${title.slice(0, 460)}（${year}年${month}月${day}日${words[script].backup}）`;
}
