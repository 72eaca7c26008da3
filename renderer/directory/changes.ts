/** Whether the people or bodies have changed, here or in another window: what shows them reads them again. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

const changes = createStore<number>(() => 0);

/** The store has told of a change. */
export const noteDirectory = (): void => changes.setState((count) => count + 1, true);

/** A number that is another one after each change. */
export const useDirectoryChanges = (): number => useStore(changes);
