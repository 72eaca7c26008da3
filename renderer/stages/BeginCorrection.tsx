import type { SubmitEvent } from 'react';
import { useApp, useParts } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { formText } from '../app/form-text.ts';
import { useText } from '../i18n/i18n.ts';
import { beginCorrection, likelyBy } from './steps.ts';

/** 更正 of a record that is final: why, and by whom. */
export function BeginCorrection() {
  const t = useText('stages');
  const parts = useParts();
  const session = useApp((state) => (state.current.kind === 'open' ? state.current.session : null));
  if (!session) return null;
  const { set } = parts.app.getState();
  const begin = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [reason, by] = (['reason', 'by'] as const).map((name) => formText(form, name));
    if (!reason) return;
    set({ dialog: null });
    void beginCorrection(parts, by ?? '', reason);
  };
  return (
    <Dialog
      title={t('correct.title')}
      foot={
        <>
          <button type="button" className="button" onClick={() => set({ dialog: null })}>
            {t('cancel')}
          </button>
          <button type="submit" form="begin-correction" className="button primary">
            {t('correct.do')}
          </button>
        </>
      }
    >
      <form id="begin-correction" onSubmit={begin} className="stage-form">
        <p>{t('correct.text')}</p>
        <label>
          <span className="form-label">{t('correct.reason')}</span>
          <input className="input" name="reason" required maxLength={2000} autoComplete="off" pattern=".*\S.*" />
        </label>
        <label>
          <span className="form-label">{t('by')}</span>
          <input className="input" name="by" defaultValue={likelyBy(session.view.getState().meta)} maxLength={100} autoComplete="off" />
        </label>
      </form>
    </Dialog>
  );
}
