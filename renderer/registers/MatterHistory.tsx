import { useEffect, useState } from 'react';
import { outcomes } from '#shared/minutes/outcomes.ts';
import type { AppError } from '#shared/result.ts';
import type { MatterStep } from '#shared/rpc/registers.ts';
import { useParts } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { sentence, useLanguage, useText } from '../i18n/i18n.ts';
import type { Matter } from './matter.ts';
import './registers.css';

/** 沿革: every time that a matter was dealt with, oldest first; each leads to its place. */
export function MatterHistory({ meetingId, blockId, matter, organisation, body, start }: Matter) {
  const t = useText('registers');
  const language = useLanguage();
  const { app, client } = useParts();
  const [steps, setSteps] = useState<readonly MatterStep[] | AppError | null>(null);
  useEffect(() => {
    let isLate = false;
    const read = async () => {
      await app.getState().flush();
      const answer = await client.store.registers.history({ meetingId, blockId, matter, organisation, body, start });
      if (!isLate) setSteps(answer.ok ? answer.value.steps : answer.error);
    };
    void read();
    return () => {
      isLate = true;
    };
  }, [app, client, meetingId, blockId, matter, organisation, body, start]);

  const go = (step: MatterStep) => {
    app.getState().set({ dialog: null });
    void app.getState().open(step.meetingId, { blockId: step.blockId, hit: step.matter });
  };
  const isHere = (step: MatterStep): boolean => step.meetingId === meetingId && step.blockId === blockId;
  const list = (shown: readonly MatterStep[]) => (
    <ol className="matter-steps">
      {shown.map((step) => (
        <li key={`${step.meetingId} ${step.blockId}`}>
          <button type="button" className="matter-step" aria-current={isHere(step) || undefined} title={t('history.go')} onClick={() => go(step)}>
            <span className="matter-date tabular">{(step.start ?? '').slice(0, 10)}</span>
            <span className="matter-text">
              <strong>{step.matter}</strong>
              <span className="matter-where">{[step.title, step.number ?? ''].filter((text) => text !== '').join('　')}</span>
            </span>
            <span className="outcome-name" data-outcome={step.outcome}>
              {outcomes[step.outcome as keyof typeof outcomes][language]}
            </span>
            {isHere(step) && <span className="matter-here">{t('history.here')}</span>}
          </button>
        </li>
      ))}
    </ol>
  );
  const found = Array.isArray(steps) ? (steps as readonly MatterStep[]) : [];
  const linked = found.filter((step) => step.linked);
  const suggested = found.filter((step) => !step.linked);
  return (
    <Dialog title={t('history.of', { matter })} wide>
      {steps === null && <p role="status">{t('history.loading')}</p>}
      {steps !== null && !Array.isArray(steps) && <p role="alert">{sentence(steps as AppError)}</p>}
      {Array.isArray(steps) && found.every(isHere) && <p className="pane-hint">{t('history.alone')}</p>}
      {linked.length > 0 && (
        <section aria-label={t('history.linked')}>
          {suggested.length > 0 && <h3 className="matter-head">{t('history.linked')}</h3>}
          {list(linked)}
        </section>
      )}
      {suggested.length > 0 && (
        <section aria-label={t('history.suggested')}>
          <h3 className="matter-head">{t('history.suggested')}</h3>
          {list(suggested)}
        </section>
      )}
    </Dialog>
  );
}
