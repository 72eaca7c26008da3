import { Lock, PencilLine, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { sealOf, shortSeal } from '#shared/minutes/seal.ts';
import { correctionUnderway, isLocked, sealingStep, stageOf } from '#shared/minutes/stage.ts';
import { commandContext, useParts, useView } from '../app/context.ts';
import { run } from '../commands/index.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import './stages.css';

/** The bar over a record that is final: since when, by whom, its hash, and what can be done. A draft has none. */
export function StageBar({ session }: { session: EditorSession }) {
  const t = useText('stages');
  const language = useLanguage();
  const parts = useParts();
  const meta = useView(session, (view) => view.meta);
  const { stages, corrections } = meta;
  const step = sealingStep({ stages, corrections });
  const underway = correctionUnderway({ corrections });
  const locked = isLocked({ stages, corrections });
  const isSame = useMemo(() => !step || !locked || sealOf(session.document()) === step.seal, [session, step, locked]);
  if (!step) return null;

  const doIt = (id: Parameters<typeof run>[0]) => () => run(id, commandContext(parts));
  const day = new Date(underway?.at ?? stages?.at(-1)?.at ?? step.at).toLocaleDateString(language, { year: 'numeric', month: 'long', day: 'numeric' });
  const by = underway?.by ?? stages?.at(-1)?.by ?? '';
  const stage = stageOf(meta);
  return (
    <div className="stage-bar" role="region" aria-label={t('bar')} data-stage={underway ? 'correcting' : stage}>
      {underway ? <PencilLine aria-hidden /> : <Lock aria-hidden />}
      <strong>{t(underway ? 'correcting' : stage === 'confirmed' ? 'confirmed' : 'final')}</strong>
      <span className="stage-facts tabular">
        {[day, by].filter((part) => part !== '').join(' · ')}
        {underway && <span className="stage-reason"> · {t('reason', { reason: underway.reason })}</span>}
      </span>
      {!underway && (
        <button type="button" className="stage-seal" title={`${t('sealHint')}\n${step.seal ?? ''}\n${t('copySeal')}`} onClick={doIt('record.copySeal')}>
          {t('seal', { seal: shortSeal(step.seal ?? '') })}
        </button>
      )}
      {!isSame && (
        <span className="stage-broken" role="alert" title={t('brokenHint')}>
          <TriangleAlert aria-hidden />
          {t('broken')}
        </span>
      )}
      <span className="stage-space" />
      {underway ? (
        <>
          <button type="button" className="button" onClick={doIt('record.dropCorrection')}>
            {t('drop')}
          </button>
          <button type="button" className="button primary" onClick={doIt('record.finishCorrection')}>
            {t('finish')}
          </button>
        </>
      ) : (
        <>
          {stage === 'final' && (
            <button type="button" className="button" onClick={doIt('record.confirm')}>
              {t('confirm')}
            </button>
          )}
          <button type="button" className="button" onClick={doIt('record.correct')}>
            {t('correct')}
          </button>
        </>
      )}
    </div>
  );
}
