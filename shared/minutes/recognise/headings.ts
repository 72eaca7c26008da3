/** Bare heading lines: 「[單位]姓名＋職務＋作／致＋體裁」, and what else stands alone on a line. */
import { foldScript } from '../../text/fold.ts';
import type { Block, Section } from '../blocks/index.ts';
import { groupText, heading, headedBy, type Line, type Paper, section } from './build.ts';
import { eventWords } from './events.ts';
import { isOrganisation, type Speaker, splitSpeaker } from './people.ts';

/** A heading has none of the signs of a sentence. */
const sentenceSign = /[,;:?!。、…]/;
const longest = 60;

interface Form {
  /** Matches the folded line; group 1 is who, group 2 what is given where the form has it. */
  pattern: RegExp;
  /** null where the form needs a speaker and who that is cannot be told. */
  open(who: string, what: string): Section | null;
}

/** The verb; 工作報告 and 合作說明 hold none. */
const gives = '(?<![工合操运动创协写])[作做]';
const nobody: Speaker = { organisation: '', name: '', title: '' };

const speakerOf = (who: string): Speaker | null =>
  splitSpeaker(who) ?? (who !== '' && isOrganisation(foldScript(who)) ? { ...nobody, organisation: who } : null);

/** The title of a report; 報告 alone is none. */
const reportOf = (what: string): string => (foldScript(what) === '报告' ? '' : what);

/** In this order: the first that opens a section does. */
const forms: readonly Form[] = [
  {
    pattern: new RegExp(`^听取(?:了)?(?:(.+?)所?${gives}的?)?(.*报告)$`, 'd'),
    open: (who, what) => section('heardReport', { ...speakerOf(who), report: reportOf(what) }, {}, []),
  },
  {
    pattern: /^(.{2,}?)致(?:欢迎|开幕|闭幕|贺|答谢|新年)?[辞词]$/d,
    open: (who) => section('speech', { ...(speakerOf(who) ?? nobody) }, { genre: 'address' }, []),
  },
  {
    pattern: new RegExp(`^(.{2,}?)(?:(?:${gives})?(?:重要|总结|即席|新年)?讲话|发表(?:重要)?讲话)$`, 'd'),
    open: (who) => section('speech', { ...(speakerOf(who) ?? nobody) }, { genre: 'talk' }, []),
  },
  {
    // 選舉第四屆理事, 補選監事; a bare 選舉 or 選舉結果 names no office.
    pattern: /^(?:选举|改选|补选|推选)(?:结果|((?!产生|了).{0,16}(?:理事|监事|理事长|会长|主席|秘书|秘书长|司库|委员|代表|干事|主任|召集人|理事会|监事会|委员会|班子|成员|人选)))?$/d,
    open: (office) => section('election', { office }, {}, []),
  },
  {
    pattern: new RegExp(`^(.{2,}?)${gives}(.*报告)$`, 'd'),
    open: (who, what) => {
      const speaker = speakerOf(who);
      return speaker && section('report', { ...speaker, report: reportOf(what) }, {}, []);
    },
  },
  {
    pattern: new RegExp(`^(.{2,}?)${gives}(?:专题|主题|主旨|特邀|学术)?(?:演讲|讲座)$`, 'd'),
    open: (who) => {
      const speaker = speakerOf(who);
      return speaker && section('lecture', { ...speaker }, {}, []);
    },
  },
  {
    // Without the verb a name alone is not enough: 文化演講 is not by 文化.
    pattern: /^(.{2,}?)(?:专题|主题|主旨|特邀)?演讲$/d,
    open: (who) => {
      const speaker = splitSpeaker(who);
      return speaker && speaker.title !== '' ? section('lecture', { ...speaker }, {}, []) : null;
    },
  },
  { pattern: /^(?:专题|主题|主旨|特邀)演讲$/d, open: () => section('lecture', {}, {}, []) },
  {
    pattern: new RegExp(`^(.{2,}?)${gives}(.{0,30}?)(?:介绍|说明|通报|解读)$`, 'd'),
    open: (who, what) => {
      const speaker = speakerOf(who);
      return speaker && section('introduction', { ...speaker, subject: what }, {}, []);
    },
  },
  { pattern: /^(?:下午|上午)?(?:(?:分组|分团|小组|自由)(?:会议)?(?:讨论|座谈|交流)|座谈交流|综合座谈)(?:环节)?$/d, open: () => section('discussion', {}, {}, []) },
  { pattern: new RegExp(`^((?!.*(?:关于|筹[备办]|举[办行]|计划))[^作做]{0,12}${eventWords})$`, 'd'), open: (what) => section('event', { what }, { form: 'itemised' }, []) },
  // What is moved under it opens by itself; readLine looks for that first.
  { pattern: /^(临时动议)$/d, open: (matter) => section('extemporeMotion', { matter }, { form: 'narrative' }, []) },
];

/** Lines that open a part of the meeting without a form of its own yet. */
const plainHeadings: readonly RegExp[] = [
  /^.{2,40}(?<![工合操运动创协写])[作做].{0,30}(?:演讲|讲座|讲课|授课|分享|宣讲|介绍|说明|解读|通报|发言|讲解|点评|培训|汇报)$/,
  /^(?:.{0,8}(?:分组|分团|小组|专题|自由|大会|交流|座谈|集体)(?:会议)?(?:讨论|座谈|交流|发言)|讨论(?:交流|环节)?|交流发言|开幕式|闭幕式|会议总结|总结发言)$/,
  /^(?:(?:报告|讨论|审议|选举|其他|承认|确认|续议|临时)(?:事项|议题)|讨论提案|讨论议案|宣读事项|上次会议(?:决议|议决)(?:事项)?执行情形(?:报告)?|(?:本次)?(?:会议)?(?:交办|待办|跟进)事项|议程|通过(?:议程|(?:上次|前次)会议[记纪]录)|(?:确认|承认)(?:上次|前次)会议[记纪]录|续议事项|下次会议(?:日期|时间))$/,
];

/** The section or heading that a bare line opens, its source kept to the last character; null for any other line. */
export function readHeading(line: Line, paper: Paper): Block | null {
  if (line.text.length > longest || line.text.length < 2 || sentenceSign.test(line.folded)) return null;
  for (const { pattern, open } of forms) {
    const match = pattern.exec(line.folded);
    const block = match && open(groupText(line, match, 1), match.length > 2 ? groupText(line, match, 2) : '');
    if (block) return headedBy(block, line.text, paper);
  }
  return plainHeadings.some((pattern) => pattern.test(line.folded)) ? heading(line) : null;
}
