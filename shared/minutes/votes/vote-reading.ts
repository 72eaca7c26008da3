/** The vote that a text tells of, as data: its numbers, where a sentence gives them. */
import { readVotes } from './reading.ts';
import type { CountName, Vote } from './vote.ts';

/** The vote of the first sentence that counts; null where none does. Who came themselves are those who attended without the proxies. */
export function readVote(text: string): Vote | null {
  const sentence = readVotes(text).find(({ counts }) => counts);
  if (!sentence) return null;
  const numbers = new Map<CountName, number>(sentence.numbers.map(({ name, value }) => [name, value]));
  const proxies = numbers.get('proxies');
  const attending = numbers.get('attending');
  const inPerson = numbers.get('inPerson') ?? (attending === undefined ? undefined : Math.max(0, attending - (proxies ?? 0)));
  const vote: Vote = { inPerson, proxies };
  for (const name of ['members', 'voters', 'inFavour', 'against', 'abstained', 'notCast'] as const) vote[name] = numbers.get(name);
  return Object.fromEntries(Object.entries(vote).filter(([, value]) => value !== undefined)) as Vote;
}
