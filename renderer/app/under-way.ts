/** What she has set going and is not done yet. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

const underWay = createStore<{ names: readonly string[] }>(() => ({ names: [] }));

/** Does what `name` stands for and gives what it came to; null, and nothing is done, while it is under way already. */
export async function once<Answer>(name: string, task: () => Promise<Answer>): Promise<Answer | null> {
  // On a slow store nothing seems to happen, and she presses again.
  if (underWay.getState().names.includes(name)) return null;
  underWay.setState(({ names }) => ({ names: [...names, name] }));
  try {
    return await task();
  } finally {
    underWay.setState(({ names }) => ({ names: names.filter((one) => one !== name) }));
  }
}

/** Whether it is under way; the component follows it. */
export const useUnderWay = (name: string): boolean => useStore(underWay, ({ names }) => names.includes(name));
