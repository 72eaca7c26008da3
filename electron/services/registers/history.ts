/** 沿革: the same matter over the years, by the links of the records, and by what it is called. */
import type { DecisionLine } from '#shared/registers/rows.ts';
import type { BodyName } from '#shared/registers/series.ts';
import { ok, type Result } from '#shared/result.ts';
import type { MatterStep } from '#shared/rpc/registers.ts';
import { foldScript } from '#shared/text/fold.ts';
import type { Services } from '../services.ts';
import { viewIn } from './index.ts';

/** Beyond these nobody reads; suggestions are the first to go. */
const most = { linked: 200, suggested: 12 };

const keyOf = (meetingId: string, blockId: string): string => `${meetingId}/${blockId}`;

/** What a matter is called, without signs, 案 and the words that say that it is a bill or comes again. */
export function matterKey(matter: string): string {
  return foldScript(matter)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^(?:关于|有关|续议|再议|重提)+/, '')
    .replace(/(?:(?:修正|修订)?(?:草案|议案|提案|案)|事宜|事项)$/, '');
}

/** Every time that the matter of a decision was dealt with, oldest first, itself among them. */
export function history(
  services: Services,
  { meetingId, blockId, matter, organisation }: BodyName & { meetingId: string; blockId: string; matter: string },
): Result<{ steps: MatterStep[] }> {
  const { decisions } = viewIn(services).lines;
  const byKey = new Map(decisions.map((line) => [keyOf(line.meeting.id, line.blockId), line]));
  const linked = linkedTo(byKey, keyOf(meetingId, blockId));
  const wanted = matterKey(matter);
  const suggested = wanted.length < 2 ? [] : decisions.filter((line) => !linked.has(keyOf(line.meeting.id, line.blockId)) && isSameMatter(line, wanted, organisation)).slice(0, most.suggested);
  const steps = [
    ...[...linked].slice(0, most.linked).flatMap((key) => (byKey.has(key) ? [stepOf(byKey.get(key) as DecisionLine, true)] : [])),
    ...suggested.map((line) => stepOf(line, false)),
  ];
  // A meeting without a date is still to come.
  const heldAt = ({ start }: MatterStep): string => start ?? '9999';
  return ok({ steps: steps.sort((one, other) => (heldAt(one) < heldAt(other) ? -1 : 1)) });
}

/** Everything that can be reached by links, earlier and later. */
function linkedTo(lines: ReadonlyMap<string, DecisionLine>, from: string): Set<string> {
  const neighbours = new Map<string, string[]>();
  const join = (one: string, other: string): void => {
    neighbours.set(one, [...(neighbours.get(one) ?? []), other]);
  };
  for (const [key, { follows }] of lines) {
    if (!follows) continue;
    const earlier = keyOf(follows.meetingId, follows.blockId);
    join(key, earlier);
    join(earlier, key);
  }
  const found = new Set([from]);
  for (const key of found) for (const next of neighbours.get(key) ?? []) found.add(next);
  return found;
}

const isSameMatter = ({ matter, meeting }: DecisionLine, wanted: string, organisation: string): boolean =>
  foldScript(meeting.organisation) === foldScript(organisation) && matterKey(matter) === wanted;

const stepOf = ({ meeting, blockId, matter, outcome, number }: DecisionLine, linked: boolean): MatterStep => ({
  meetingId: meeting.id,
  blockId,
  title: meeting.title,
  start: meeting.start,
  matter,
  outcome,
  number,
  linked,
});
