import { formatDay } from '../../text/dates.ts';
import { chineseNumeral } from '../../text/numerals.ts';
import type { Block } from '../blocks/index.ts';
import type { MinutesDocument } from '../document.ts';
import { chairOf } from '../head.ts';
import { inlineText, plain } from '../inline.ts';
import type { Meta } from '../meta.ts';
import { bodyStart, term } from '../section.ts';
import type { Part } from './part.ts';

const words = {
  at: term('在', '在'),
  chaired: term('主持召開', '主持召开'),
  held: term('召開', '召开'),
  follows: term('現將會議議定事項紀要如下：', '现将会议议定事项纪要如下：'),
  meeting: term('會議', '会议'),
  term: term('屆', '届'),
};

/** How a record begins that has a lead of its own: with the day, or with the meeting being held. */
const ownLead = /^\S{0,4}[\d〇零一二三四五六七八九十]+年[\d一二三四五六七八九十]+月[\d一二三四五六七八九十]+日|主持召[開开]|召[開开]了|[舉举]行了|^[^。]{0,60}(?:召[開开]|[舉举]行)[^。]{2,40}[會会]|[紀纪]要如下/;

/** 「×年×月×日，…主持召開…會議。現將會議議定事項紀要如下：」, where the record does not begin so itself. */
export const lead: Part = (document) => {
  const { meta } = document;
  const { region, script } = meta;
  const name = meetingName(meta);
  if (name === '' || ownLead.test(document.blocks.map(firstWords).find((text) => text !== '') ?? '')) return [];
  const day = formatDay(meta.start ?? '', region, { weekday: false });
  const place = meta.place === '' ? '' : words.at[script] + meta.place;
  const chair = titled(chairOf(document), document);
  const held = chair === '' ? `${name}${place}${words.held[script]}` : `${chair}${place}${words.chaired[script]}${name}`;
  return [{ type: 'paragraph', style: 'body', runs: plain(`${day === '' ? '' : `${day}，`}${held}。${words.follows[script]}`) }];
};

/** The meeting as a sentence names it: the title without 記錄, or else made from what meta knows. */
function meetingName({ title, organisation, body, term: count, session, script }: Meta): string {
  const named = title.replace(/[紀記纪记][錄要录]$/, '');
  if (/[會会][議议]?$/.test(named)) return named;
  if (organisation === '' && body === '') return '';
  const counted = count === null ? '' : `第${chineseNumeral(count)}${words.term[script]}`;
  const time = session === null ? '' : `第${chineseNumeral(session)}次`;
  return `${organisation}${counted}${body}${time}${words.meeting[script]}`;
}

/** A person with the title that the roster has for them. */
const titled = (name: string, { roster }: Pick<MinutesDocument, 'roster'>): string => {
  const person = name === '' ? undefined : roster.find((each) => each.name === name);
  return person ? person.name + person.title : name;
};

const firstWords = (block: Block): string => ('body' in block ? bodyStart(block.body) : 'inline' in block ? inlineText(block.inline) : '');
