/** What is open in a record that goes out: votes that are not settled. */
import type { Section } from '../minutes/blocks/index.ts';
import type { MinutesDocument } from '../minutes/document.ts';
import { nameOfSection } from '../minutes/entry-name.ts';
import { checkDecision } from '../minutes/votes/check.ts';
import { electionResult } from '../minutes/votes/election.ts';
import type { Finding } from '../minutes/votes/finding.ts';
import { placesOf } from '../minutes/votes/places.ts';
import { presetOf, presets } from '../minutes/votes/presets.ts';
import type { RuleTable } from '../minutes/votes/rule.ts';
import type { Proof } from './proof.ts';

/** Refusals and questions of every decision and election, by the rules of its body or those that are usual. */
export function openVotes({ meta, roster, blocks }: MinutesDocument, own: RuleTable | null): Proof['votes'] {
  const rules = own ?? presets[presetOf(meta.region, meta.body)].rules;
  return blocks.flatMap((block) => {
    // Only its own text: a record of many decisions would be read once for each of them.
    const isDecision = block.kind === 'resolution' || block.kind === 'extemporeMotion';
    const check = isDecision ? checkDecision(block, roster, rules, placesOf([block], block.id)) : null;
    const found: Finding[] = check ? [...check.findings, ...check.text] : block.kind === 'election' && block.data ? electionResult(block.data).findings : [];
    const where = found.length > 0 ? nameOfSection(block as Section, meta.region, meta.script) : '';
    return found.filter(({ weight }) => weight !== 'note').map(({ code, weight, place, params }) => ({ blockId: block.id, where, finding: { code, weight, place, ...(params && { params }) } }));
  });
}
