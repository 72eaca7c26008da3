/** The people of a clause: 「理事長甲，副理事長乙、丙，某局副局長丁」. What names nobody is given back as it stands. */
import { foldScript } from '../../text/fold.ts';
import { lineOf } from './build.ts';
import { endsInTitle, isName, isOrganisation, nameStarts, type Speaker, splitSpeaker, titleStarts } from './people.ts';

/** Somebody in a clause, and what the clause itself says of how they were there. */
export interface Named extends Speaker {
  /** Who votes for them: 「甲委託乙」; '' where it is not said who. */
  proxyName?: string;
}

export interface ClauseReading {
  people: Named[];
  /** The pieces that name nobody. */
  unread: string[];
}

/** 各地協會會長, 全體理事: titles of people who are not named one by one. */
const group = /^(?:各|全体|有关|相关|部分|其他|其余|特邀|与会|参会|到会|广大)/;
/** Titles that an association's own people have: such a one without an organisation belongs to the one named before. */
const ownTitle = /(?:理事长|监事长|秘书长|会长|理事|监事|干事长|总干事)$/;
const leading = /^(?:以及|还有|及其|以|及|和|与|由|特邀|应邀)(?=.{2})/;
const trailing = /(?:等(?:\d+(?:余)?(?:人|位|名))?(?:领导|嘉宾|同志|专家|人)?|同志)$/;
const connector = /[和及与暨]|以及/g;
const proxyForm = /^(.{2,}?)(?:书面)?委托(.{2,}?)(?:代为|代理)?$/d;
const somebodyElse = /委托(?:他人|代理人|代表)$/;
/** Three characters that end so are a body, not somebody whose surname is 林 or 水. */
const bodyWord = /^.{2}[局厅部处署院馆厂站委办协联会司校队组系]$/;
/** 「（以下簡稱…）」 and the like say nothing of a person. */
const asides = /[(（][^()（）]{0,60}[)）]/g;

/** The people of a clause in their order. A bare name after 「職務姓名」 has that organisation and title too. */
export function readClause(text: string): ClauseReading {
  const reading: ClauseReading = { people: [], unread: [] };
  let own: Speaker | null = null;
  for (const clause of text.replace(asides, '').split(/[,，;；]/)) {
    let shared: Speaker | null = null;
    let waiting: string[] = [];
    for (const piece of piecesOf(clause)) {
      const found = readPiece(piece);
      if (found === 'title') {
        waiting.push(piece);
        continue;
      }
      if (!found) {
        reading.unread.push(...waiting, piece);
        [waiting, shared] = [[], null];
        continue;
      }
      const isBare = found.title === '' && found.organisation === '';
      let person: Named = isBare && waiting.length === 0 && shared ? { ...found, organisation: shared.organisation, title: shared.title } : found;
      if (person.organisation === '' && person.title !== '' && waiting.length === 0 && own && bothOwn(own.title, person.title)) {
        person = { ...person, organisation: own.organisation };
      }
      if (!isBare) shared = titleComesFirst(piece, found) ? person : null;
      if (waiting.length > 0) person = withTitles(person, waiting);
      waiting = [];
      own = person.organisation === '' ? own : person;
      reading.people.push(person);
    }
    reading.unread.push(...waiting);
  }
  return reading;
}

const bothOwn = (one: string, other: string): boolean => ownTitle.test(foldScript(one)) && ownTitle.test(foldScript(other));

const titleComesFirst = (piece: string, { name, title }: Speaker): boolean => title !== '' && piece.indexOf(title) < piece.lastIndexOf(name);

/** The pieces between 、 and 和, without the words that only bind them. */
function piecesOf(clause: string): string[] {
  return clause.split('、').flatMap((part) => {
    const piece = bare(part);
    if (piece === '' || readPiece(piece) !== null) return piece === '' ? [] : [piece];
    return atConnector(piece) ?? [piece];
  });
}

function bare(part: string): string {
  let { text, folded } = lineOf(part);
  for (const pattern of [leading, trailing]) {
    const found = pattern.exec(folded);
    if (!found || isName(folded)) continue;
    text = found.index === 0 ? text.slice(found[0].length) : text.slice(0, found.index);
    folded = foldScript(text);
  }
  return text.trim();
}

/** 「甲和乙」 as two pieces, where both name somebody. */
function atConnector(piece: string): string[] | null {
  for (const { 0: word, index } of foldScript(piece).matchAll(connector)) {
    const parts = [piece.slice(0, index), piece.slice(index + word.length)].map(bare);
    if (parts.every((part) => isSomebody(readPiece(part)))) return parts;
  }
  return null;
}

const isSomebody = (read: ReturnType<typeof readPiece>): boolean => read !== null && read !== 'title';

/** Nobody is named in more; looking for titles in it takes the square of its length. */
const mostCharacters = 60;

/** Who a piece names; 'title' where it is a title that waits for its name; null where it is neither. */
function readPiece(piece: string): Named | 'title' | null {
  const { text, folded } = lineOf(piece);
  if (text.length > mostCharacters) return null;
  const proxy = proxyForm.exec(folded)?.indices;
  if (proxy?.[1] && proxy[2]) {
    const [from, to] = [readPerson(text.slice(...proxy[1])), readPerson(text.slice(...proxy[2]))];
    return from && (to || somebodyElse.test(folded)) ? { ...from, proxyName: to?.name ?? '' } : null;
  }
  const person = readPerson(text);
  if (person) return person;
  return endsInTitle(folded) && !group.test(folded) && !/[\d:]/.test(folded) ? 'title' : null;
}

/** One person: as a speaker is named, with a title on both sides of the name, or behind the organisation alone. */
export function readPerson(source: string): Speaker | null {
  const { text, folded } = lineOf(source);
  if (/^[a-z][a-z .'’-]{1,60}$/.test(folded)) return { organisation: '', name: text, title: '' };
  if (isName(folded)) return bodyWord.test(folded) ? null : { organisation: '', name: text, title: '' };
  if (group.test(folded)) return null;
  return splitSpeaker(text) ?? withRank(text, folded) ?? ofOrganisation(text, folded);
}

/** 「某局原局長吳某將軍」. */
function withRank(text: string, folded: string): Speaker | null {
  for (const rank of titleStarts(folded)) {
    for (const name of nameStarts(folded.slice(0, rank))) {
      for (const title of titleStarts(folded.slice(0, name))) {
        if (!isOrganisation(folded.slice(0, title))) continue;
        return { organisation: text.slice(0, title), title: `${text.slice(title, name)}、${text.slice(rank)}`, name: text.slice(name, rank) };
      }
    }
  }
  return null;
}

/** 「市園林局方若蘭」. */
function ofOrganisation(text: string, folded: string): Speaker | null {
  const at = nameStarts(folded).find((name) => name > 1 && isOrganisation(folded.slice(0, name)) && !bodyWord.test(folded.slice(name)));
  return at === undefined ? null : { organisation: text.slice(0, at), name: text.slice(at), title: '' };
}

/** Several titles before one name: the first gives the organisation, the others stand with it as they are written. */
function withTitles(person: Named, waiting: readonly string[]): Named {
  const [first = '', ...others] = waiting;
  const { organisation, title } = splitTitle(first);
  return { ...person, organisation, title: [title, ...others, `${person.organisation}${person.title}`].filter((one) => one !== '').join('、') };
}

/** 「某協會專家委主任委員」 as organisation and title: the longest organisation that leaves a title. */
function splitTitle(source: string): { organisation: string; title: string } {
  const { text, folded } = lineOf(source);
  for (let at = folded.length - 2; at >= 2; at--) {
    if (isOrganisation(folded.slice(0, at)) && endsInTitle(folded.slice(at))) return { organisation: text.slice(0, at), title: text.slice(at) };
  }
  return { organisation: '', title: text };
}
