/** Whether the people or bodies have changed, here or in another window: what shows them reads them again. */
import { createStore } from 'zustand/vanilla';

const changes = createStore<number>(() => 0);

/** The store has told of a change. */
export const noteDirectory = (): void => changes.setState((count) => count + 1, true);
