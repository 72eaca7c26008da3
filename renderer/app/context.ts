/** The window's store and client, for every pane. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { CommandContext } from '../commands/command.ts';
import type { EditorSession, SessionView } from '../editor/session.types.ts';
import type { Client } from '../rpc/client.ts';
import type { AppState, AppStore } from './state.ts';

export interface AppParts {
  app: AppStore;
  client: Client;
}

export const AppContext = createContext<AppParts | null>(null);

/** The store and the client; only inside the window. */
export function useParts(): AppParts {
  const parts = useContext(AppContext);
  if (parts === null) throw new Error('outside of the window');
  return parts;
}

/** A part of the window's state; the component follows it. */
export function useApp<Part>(select: (state: AppState) => Part): Part {
  return useStore(useParts().app, select);
}

/** A part of what an open meeting shows; the component follows it. */
export function useView<Part>(session: EditorSession, select: (view: SessionView) => Part): Part {
  return useStore(session.view, select);
}

/** What commands act on, at this moment. */
export function commandContext({ app, client }: AppParts): CommandContext {
  const { current } = app.getState();
  return { session: current.kind === 'open' ? current.session : null, app, client };
}
