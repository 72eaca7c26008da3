/** How well the name of something fits what was typed into the palette: what is called just so comes first. */
import { bestFirst } from '../app/best-first.ts';

const bare = (words: string): string => words.trim().toLowerCase().replace(/(?:…|\.\.\.)$/, '');

/**
 * 0 = it is called that, 1 = its name begins so, 2 = it is in its name, 3 and 4 = another of its names begins so, or has it;
 * null = it is in none of them. `name` is the one that is shown, `others` are those of other languages and short forms.
 */
function fit(asked: string, name: string, others: readonly string[] = []): 0 | 1 | 2 | 3 | 4 | null {
  const words = bare(asked);
  const shown = bare(name);
  if (shown === words) return 0;
  if (shown.startsWith(words)) return 1;
  if (shown.includes(words)) return 2;
  const rest = others.map(bare);
  if (rest.some((other) => other.startsWith(words))) return 3;
  return rest.some((other) => other.includes(words)) ? 4 : null;
}

/** Those that fit, the best first; what fits alike keeps its order. */
export function fitting<Entry>(entries: readonly Entry[], asked: string, namesOf: (entry: Entry) => readonly [name: string, ...others: string[]]): Entry[] {
  return bestFirst(entries, (entry) => {
    const [name, ...others] = namesOf(entry);
    return fit(asked, name, others);
  });
}
