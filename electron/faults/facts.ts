/** What a program was told is kept, and what is found of it afterwards. */
import { diary, meetingId, pictureHash } from './diary.ts';
import type { Found } from './examining.ts';

export type Fact =
  /** A save of a diary was acknowledged. */
  | { meeting: number; revision: number }
  /** A setting was. */
  | { zoom: number }
  /** A new life of the program found the record at this revision. */
  | { found: number; revision: number };

/** The facts in the lines of a program; a last line that was cut off is none. */
export const factsOf = (text: string): Fact[] =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Fact);

/** What was acknowledged and is not there, or is there and was never written; nothing where all is well. */
export function missing(facts: readonly Fact[], found: Found): string[] {
  if (!found.ok) return [`cannot be opened: ${found.code}`];
  const wrong: string[] = [];
  const newest = new Map<number, number>();
  let zoom: number | null = null;
  for (const fact of facts) {
    if ('meeting' in fact) newest.set(fact.meeting, fact.revision);
    else if ('zoom' in fact) zoom = fact.zoom;
  }
  for (const [meeting, revision] of newest) {
    const there = found.meetings[meetingId(meeting)];
    if (!there) wrong.push(`meeting ${meeting} is gone`);
    else if (there.state !== 'editable') wrong.push(`meeting ${meeting} is ${there.state}`);
    else if (there.revision < revision) wrong.push(`meeting ${meeting} is at ${there.revision}, ${revision} was acknowledged`);
    else if (JSON.stringify(there.document) !== JSON.stringify(diary(meeting, there.revision))) wrong.push(`meeting ${meeting} has another text than at ${there.revision}`);
    else if (!found.pictures.includes(pictureHash(meeting, there.revision - (there.revision % 7)))) wrong.push(`meeting ${meeting} lacks its picture`);
  }
  // A later change may be on disk without having been acknowledged.
  if (zoom !== null && found.zoom === null) wrong.push('the settings are gone');
  return wrong;
}
