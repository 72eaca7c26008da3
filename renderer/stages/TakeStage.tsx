import type { SubmitEvent } from 'react';
import type { Stage } from '#shared/minutes/stage.ts';
import { useApp, useParts } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { useText } from '../i18n/i18n.ts';
import { likelyBy, takeStep } from './steps.ts';

/** Takes the open record one stage on, and asks by whom. */
export function TakeStage({ stage }: { stage: Exclude<Stage, 'draft'> }) {
  const t = useText('stages');
  const parts = useParts();
  const session = useApp((state) => (state.current.kind === 'open' ? state.current.session : null));
  if (!session) return null;
  const { set } = parts.app.getState();
  const { meta, blanks } = session.view.getState();
  const take = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const by = String(new FormData(event.currentTarget).get('by') ?? '').trim();
    set({ dialog: null });
    void takeStep(parts, stage, by);
  };
  return (
    <Dialog
      title={t(`${stage}.title`)}
      foot={
        <>
          <button type="button" className="button" onClick={() => set({ dialog: null })}>
            {t('cancel')}
          </button>
          <button type="submit" form="take-stage" className="button primary">
            {t(`${stage}.do`)}
          </button>
        </>
      }
    >
      <form id="take-stage" onSubmit={take} className="stage-form">
        <p>{t(`${stage}.text`)}</p>
        {stage === 'final' && blanks > 0 && <p className="stage-blanks tabular">{t('final.blanks', { count: blanks })}</p>}
        <label>
          <span className="form-label">{t(stage === 'confirmed' ? 'by.confirmed' : 'by')}</span>
          <input
            className="input"
            name="by"
            defaultValue={stage === 'confirmed' ? '' : likelyBy(meta)}
            maxLength={100}
            autoComplete="off"
            aria-describedby="take-stage-hint"
            onFocus={(event) => event.currentTarget.select()}
          />
        </label>
        <p id="take-stage-hint" className="pane-hint">
          {t('byHint')}
        </p>
      </form>
    </Dialog>
  );
}
