/** What happened beside the meeting, told in a sentence: 1月19日晚，協會舉辦了新年團拜會。 */
import type { Block } from '../blocks/index.ts';
import { fieldText, groupText, type Line, paragraph, section } from './build.ts';

/** What is an event by its name. */
export const eventWords =
  '(?:团拜会|联谊会|联欢会|联谊活动|茶话会|酒会|晚宴|晚会|午宴|餐叙|餐会|参观考察|参观活动|考察活动|参访活动|颁奖(?:仪式|典礼)|授牌仪式|揭牌仪式|签约仪式|捐赠仪式|启动仪式|剪彩仪式)';
const when = '(?:[0-9]{1,2}月[0-9]{1,2}日(?:上午|中午|下午|傍晚|晚上|晚间|晚|当晚)?|当[日天](?:上午|中午|下午|傍晚|晚上|晚间|晚)?|当晚|会后|会议期间|会议结束后)';
const told = new RegExp(`^(${when}),?[^,。;]{0,30}?(?:举办|举行|组织|召开)了(.{0,60}?${eventWords})(?=[。,;])`, 'ds');

/** The event of which a paragraph tells first of all; its body is the paragraph. null for any other paragraph. */
export function readEvent(line: Line): Block | null {
  const match = told.exec(line.folded);
  if (!match) return null;
  const fields = { time: fieldText(groupText(line, match, 1)), what: fieldText(groupText(line, match, 2)) };
  return section('event', fields, { form: 'narrative' }, [paragraph(line)]);
}
