/** 決議編號: given by the pattern of the body, counted on over all its meetings, and never twice. */
import type { MeetingRow } from '#electron/db/meetings.ts';
import { type Block, isSectionKind, type SectionKind, sections } from '#shared/minutes/blocks/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import type { Meta } from '#shared/minutes/meta.ts';
import type { AnySection } from '#shared/minutes/section.ts';
import type { DecisionEntry } from '#shared/registers/entries.ts';
import { entriesOf } from '#shared/registers/entries-of.ts';
import { missingFor, nextNumbers, usualPattern } from '#shared/registers/numbering.ts';
import type { DecisionLine } from '#shared/registers/rows.ts';
import type { BodyName } from '#shared/registers/series.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { foldScript } from '#shared/text/fold.ts';
import type { Services } from '../services.ts';
import { patternOf } from './bodies.ts';
import { viewIn } from './index.ts';
import { writeSections } from './writing.ts';

const sameName = (one: string, other: string): boolean => foldScript(one.trim()) === foldScript(other.trim());
const sameBody = (one: BodyName, other: BodyName): boolean => sameName(one.body, other.body) && sameName(one.organisation, other.organisation);

const lacks = { term: 'register.lacksTerm', session: 'register.lacksSession', start: 'register.lacksStart' } as const;

/** The numbered decisions of a body. */
const numbered = (services: Services, name: BodyName): (DecisionLine & { number: string })[] =>
  viewIn(services).lines.decisions.filter((line): line is DecisionLine & { number: string } => line.number !== null && sameBody(line.meeting, name));

/**
 * The next numbers of a body; `given` are those that the text in the window has already. Errors: register.lacksTerm,
 * .lacksSession, .lacksStart where the pattern needs what the record does not say, register.unnumbered where the pattern counts nothing.
 */
export function numbers(
  services: Services,
  { meta, meetingId, count, given }: { meta: Meta; meetingId: string; count: number; given: readonly string[] },
): Result<{ pattern: string; numbers: string[] }> {
  const pattern = patternOf(services, meta) || usualPattern[meta.region];
  const [missing] = missingFor(pattern, meta);
  if (missing) return fail(lacks[missing]);
  const taken = numbered(services, meta).filter(({ meeting }) => meeting.id !== meetingId);
  const next = nextNumbers(pattern, meta, [...taken.map(({ number }) => number), ...given], count);
  return next.length === count ? ok({ pattern, numbers: next }) : fail('register.unnumbered');
}

/** Who has a number of a body already, other than the decision itself. */
export function numberTaken(
  services: Services,
  { number, meetingId, blockId, ...name }: BodyName & { number: string; meetingId: string; blockId: string },
): Result<{ meetingId: string; blockId: string; title: string; matter: string } | null> {
  if (number.trim() === '') return ok(null);
  const taken = numbered(services, name).find((line) => sameName(line.number, number) && !(line.meeting.id === meetingId && line.blockId === blockId));
  return ok(taken ? { meetingId: taken.meeting.id, blockId: taken.blockId, title: taken.meeting.title, matter: taken.matter } : null);
}

/** Whether a kind of section can keep a number. */
export const canBeNumbered = (kind: SectionKind): boolean => (sections[kind] as unknown as AnySection).section.data?.schema.safeParse({ number: '1' }).success ?? false;

/** The decisions of a record that were decided and have no number yet. */
function unnumbered(document: MinutesDocument): DecisionEntry[] {
  return entriesOf(document).decisions.filter(({ number, outcome, kind }) => number === null && outcome !== 'open' && isSectionKind(kind) && canBeNumbered(kind));
}

/** Gives every decision of a record that has none its number. Errors: those of `numbers`, meeting.*. */
export function assign(services: Services, { meetingId, origin }: { meetingId: string; origin: string | null }): Result<{ given: number }> {
  const { db, records } = services;
  const row: MeetingRow | null = db.meetings.find(meetingId);
  if (!row) return fail('meeting.notFound');
  const read = records.read(row);
  if (!read.ok) return fail('meeting.readOnly');
  const left = unnumbered(read.document);
  if (left.length === 0) return ok({ given: 0 });
  const given = entriesOf(read.document).decisions.flatMap(({ number }) => number ?? []);
  const next = numbers(services, { meta: read.document.meta, meetingId, count: left.length, given });
  if (!next.ok) return next;
  const byBlock = new Map(left.map(({ blockId }, at) => [blockId, next.value.numbers[at] ?? '']));
  const written = writeSections(services, row, origin, (block: Block) => {
    const number = byBlock.get(block.id);
    return number === undefined ? null : ({ ...block, data: { ...((block as { data?: object }).data ?? {}), number } } as unknown as Block);
  });
  return written.ok ? ok({ given: left.length }) : written;
}
