/** The layouts that a record can go out in, and the one that it does. */
import { useStore } from 'zustand';
import { layoutIds, layouts } from '#shared/layouts/index.ts';
import { layoutOfOwn, type OwnLayout } from '#shared/layouts/own.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import { useParts, useView } from '../app/context.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import { ownOf } from '../own/own.ts';

export interface Offered {
  id: string;
  label: string;
  layout: LayoutProfile;
  own: OwnLayout | null;
}

const usual = 'association';

/** Those of the program, then her own. */
export function useOffered(): Offered[] {
  const { client } = useParts();
  const language = useLanguage();
  const own = useStore(ownOf(client), (known) => known.layouts);
  return [
    ...layoutIds.map((id) => ({ id, label: layouts[id].label[language], layout: layouts[id], own: null })),
    ...own.map((one) => ({ id: one.id, label: one.name, layout: layoutOfOwn(one), own: one })),
  ];
}

export interface LayoutChoice {
  chosen: string;
  /** What the chosen one is called. */
  name: string;
  offered: readonly Offered[];
  choose(id: string): void;
}

/** The layout of an open record. It may change in one that is final too: it is no part of what was sealed. */
export function useLayoutChoice(session: EditorSession): LayoutChoice {
  const t = useText('layouts');
  const offered = useOffered();
  const chosen = useView(session, ({ meta }) => meta.layout ?? usual);
  return {
    chosen,
    name: offered.find(({ id }) => id === chosen)?.label ?? t('gone'),
    offered,
    choose: (id) => session.setMeta({ layout: id === usual ? undefined : id }),
  };
}
