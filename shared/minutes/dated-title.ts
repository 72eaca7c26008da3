/** The title of a copy that was brought back from another day. */
import type { Meta } from './meta.ts';

const words = { Hant: { backup: '備份', archive: '封存檔' }, Hans: { backup: '备份', archive: '归档文件' } } as const;

/** The title with what the copy comes from and the day of that, in the script of the record. */
export function datedTitle({ title, script }: Pick<Meta, 'title' | 'script'>, madeAt: Date, from: 'backup' | 'archive' = 'backup'): string {
  const [year, month, day] = [madeAt.getFullYear(), madeAt.getMonth() + 1, madeAt.getDate()];
  return `${title.slice(0, 460)}（${year}年${month}月${day}日${words[script][from]}）`;
}
