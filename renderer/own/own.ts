/** Templates, phrases and layouts as this window knows them: asked for once, and again when they change. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { OwnLayout } from '#shared/layouts/own.ts';
import type { Phrase } from '#shared/minutes/phrases/phrase.ts';
import type { Template } from '#shared/minutes/templates/template.ts';
import type { WordTemplate } from '#shared/rpc/own.ts';
import type { Client } from '../rpc/client.ts';

export interface Own {
  /** Of the program and of her own; null before they are known. */
  templates: readonly Template[] | null;
  phrases: readonly Phrase[];
  /** Word 版型. */
  wordTemplates: readonly WordTemplate[];
  /** 版面 of her own. */
  layouts: readonly OwnLayout[];
}

const stores = new WeakMap<Client, StoreApi<Own>>();
const asked = new WeakMap<Client, Promise<Own>>();

/** What is known now. */
export function ownOf(client: Client): StoreApi<Own> {
  const known = stores.get(client);
  if (known) return known;
  const store = createStore<Own>(() => ({ templates: null, phrases: [], wordTemplates: [], layouts: [] }));
  stores.set(client, store);
  return store;
}

/** Asks the store again. What does not answer stays as it was. */
export async function readOwn(client: Client): Promise<Own> {
  const store = ownOf(client);
  const { store: there } = client;
  const [templates, phrases, wordTemplates, layouts] = await Promise.all([there.templates.list(), there.phrases.list(), there.wordTemplates.list(), there.layouts.list()]);
  if (templates.ok) store.setState({ templates: templates.value });
  if (phrases.ok) store.setState({ phrases: phrases.value });
  if (wordTemplates.ok) store.setState({ wordTemplates: wordTemplates.value });
  if (layouts.ok) store.setState({ layouts: layouts.value });
  if (!templates.ok) asked.delete(client);
  return store.getState();
}

/** What is known, after it was asked for once. */
export function knowOwn(client: Client): Promise<Own> {
  const known = ownOf(client).getState();
  if (known.templates) return Promise.resolve(known);
  const before = asked.get(client);
  if (before) return before;
  const answer = readOwn(client);
  asked.set(client, answer);
  return answer;
}

/** A template of her own says what it was written in. */
export const isOwn = ({ written }: Template): boolean => written !== undefined;
