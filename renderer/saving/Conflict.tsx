import { useStore } from 'zustand';
import { useParts } from '../app/context.ts';
import type { Current } from '../app/state.ts';
import { useText } from '../i18n/i18n.ts';
import { compareConflict } from '../history/comparing.ts';
import { keepBoth } from './others.ts';
import './conflict.css';

type Open = Extract<Current, { kind: 'open' }>;

/** The bar over the text where two windows have changed one meeting. */
export function ConflictBar({ current }: { current: Open }) {
  const t = useText('saving');
  const { app, client } = useParts();
  const state = useStore(current.saver.state);
  if (state.kind !== 'conflict') return null;
  return (
    <div className="conflict-bar" role="alert">
      <span className="conflict-text">
        <strong>{t('conflict.text')}</strong>
        <span>{t('conflict.keepBothHint')}</span>
      </span>
      <button type="button" className="button" onClick={() => void compareConflict({ app, client }, current)}>
        {t('conflict.look')}
      </button>
      <button type="button" className="button primary" onClick={() => void keepBoth(app, client, current)}>
        {t('conflict.keepBoth')}
      </button>
    </div>
  );
}
