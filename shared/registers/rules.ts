/** What each kind of section gives to the registers: a table, a rule for each kind that has anything to register. */
import { actionsSchema } from '../minutes/blocks/actions/index.ts';
import { followUpSchema } from '../minutes/blocks/follow-up/index.ts';
import { type Outcome, outcomes } from '../minutes/outcomes.ts';
import { type Place, placeSchema } from '../minutes/place.ts';
import { bodyStart, type SectionBlock } from '../minutes/section.ts';
import { electionDataSchema, electionResult } from '../minutes/votes/election.ts';
import type { DecisionEntry, Entries } from './entries.ts';

type Rule = (block: SectionBlock) => Partial<Entries>;
type Loose = Readonly<Record<string, unknown>>;

const object = (value: unknown): Loose => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {});
const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const outcomeOf = (value: unknown): Outcome => (typeof value === 'string' && Object.hasOwn(outcomes, value) ? (value as Outcome) : 'open');
const placeOf = (value: unknown): Place | null => placeSchema.safeParse(value).data ?? null;

/** 審議通過 and 臨時動議: the matter by its field, else by the first words of the section. */
const decision: Rule = ({ id, kind, heading, fields, values, body, data }) => {
  const known = object(data);
  const number = text(known['number']);
  const entry: DecisionEntry = {
    blockId: id,
    kind,
    matter: text(fields['matter']) || text(fields['motion']) || text(heading) || bodyStart(body).slice(0, 200),
    words: text(fields['decision']),
    outcome: outcomeOf(values['outcome']),
    matterKind: values['matterKind'] ?? null,
    number: number === '' ? null : number,
    owner: text(known['owner']),
    due: text(known['due']),
    follows: placeOf(known['follows']),
  };
  const isBlank = entry.matter === '' && entry.words === '' && entry.outcome === 'open' && entry.number === null;
  return isBlank ? {} : { decisions: [entry] };
};

/** 聽取報告: taken note of. */
const heard: Rule = ({ id, kind, fields, body, data }) => {
  const number = text(object(data)['number']);
  const matter = text(fields['report']) || bodyStart(body).slice(0, 200);
  if (matter === '') return {};
  return { decisions: [{ blockId: id, kind, matter, words: '', outcome: 'noted', matterKind: null, number: number === '' ? null : number, owner: '', due: '', follows: null }] };
};

const actions: Rule = ({ id, data }) => {
  const rows = actionsSchema.safeParse(data).data?.rows ?? [];
  return {
    actions: rows
      .filter(({ task, owner, due }) => task !== '' || owner !== '' || due !== '')
      .map(({ id: rowId, done, ...row }) => ({ blockId: id, rowId, ...row, done: done ?? null })),
  };
};

const followUp: Rule = ({ id, data }) => {
  const rows = followUpSchema.safeParse(data).data?.rows ?? [];
  return {
    follows: rows
      .filter(({ decision: decided }) => decided !== '')
      .map(({ id: rowId, number, from, ...row }) => ({ blockId: id, rowId, ...row, number: number ?? null, from: from ?? null })),
  };
};

/** 選舉: who is elected by the votes as far as they say it. */
const election: Rule = ({ id, heading, fields, body, data }) => {
  const office = text(fields['office']) || text(heading) || bodyStart(body).slice(0, 200);
  const known = electionDataSchema.safeParse(data).data;
  if (office === '' && !known) return {};
  const { elected = [], alternates = [] } = known ? electionResult(known) : {};
  const namesOf = (list: readonly { name: string }[]): string[] => list.map(({ name }) => name);
  return { elections: [{ blockId: id, office, method: known?.method ?? '', seats: known?.seats ?? null, elected: namesOf(elected), alternates: namesOf(alternates) }] };
};

export const rules: Readonly<Record<string, Rule>> = { resolution: decision, extemporeMotion: decision, heardReport: heard, actions, followUp, election };
