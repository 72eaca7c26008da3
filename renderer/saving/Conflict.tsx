import { useStore } from 'zustand';
import { useApp, useParts } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import type { Current } from '../app/state.ts';
import { useText } from '../i18n/i18n.ts';
import { keepBoth, showOther } from './others.ts';
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
      <button type="button" className="button" onClick={() => void showOther(app, client, current)}>
        {t('conflict.look')}
      </button>
      <button type="button" className="button primary" onClick={() => void keepBoth(app, client, current)}>
        {t('conflict.keepBoth')}
      </button>
    </div>
  );
}

/** The text of the other window, to read before choosing. */
export function OtherVersion({ text }: { text: string }) {
  const t = useText('saving');
  const { app, client } = useParts();
  const current = useApp((state) => state.current);
  const close = () => app.getState().set({ dialog: null });
  return (
    <Dialog
      title={t('conflict.title')}
      wide
      foot={
        <>
          <button type="button" className="button" onClick={close}>
            {t('conflict.back')}
          </button>
          {current.kind === 'open' && (
            <button
              type="button"
              className="button primary"
              onClick={() => {
                close();
                void keepBoth(app, client, current);
              }}
            >
              {t('conflict.keepBoth')}
            </button>
          )}
        </>
      }
    >
      <pre className="other-version paper">{text}</pre>
    </Dialog>
  );
}
