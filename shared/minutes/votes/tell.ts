/** Findings as sentences of the interface. */
import type { Language, Words } from '../../language.ts';
import { findings } from '../../locale/findings.ts';
import { type Outcome, outcomes } from '../outcomes.ts';
import type { Finding } from './finding.ts';
import { type CountName, counts } from './vote.ts';

/** The sentence of a finding; keys of outcomes and counts among what fills it are told in words. */
export function tellFinding({ code, params = {} }: Finding, language: Language): string {
  return findings[language][code].replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = params[name] ?? '';
    const words: Words | undefined = name === 'outcome' ? outcomes[value as Outcome] : name === 'what' ? counts[value as CountName] : undefined;
    return words?.[language] ?? String(value);
  });
}
