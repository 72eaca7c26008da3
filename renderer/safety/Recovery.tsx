import type { Recovery as Report } from '#shared/rpc/health.ts';
import { useApp, useParts } from '../app/context.ts';
import { whenOf } from '../history/when.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import { lookAtRescued } from '../saving/look-at-rescued.ts';

/** 修復報告: what became of damaged meetings, one by one, and texts that were found again. */
export function Recovery() {
  const t = useText('recovery');
  const untitled = useText('app')('untitled');
  const parts = useParts();
  const health = useApp((state) => state.health);
  const rescued = health?.rescued ?? [];
  return (
    <>
      {health?.recovery ? <Repaired report={health.recovery} /> : <p>{t('none')}</p>}
      {rescued.length > 0 && (
        <section className="safety-rescued">
          <h3>{t('rescued.title')}</h3>
          <ul className="safety-list">
            {rescued.map((one) => (
              <li key={one.key}>
                <span className="tabular">{t('rescued.text', { title: one.title || untitled, when: whenOf(one.at) })}</span>
                <button type="button" className="button" onClick={() => void lookAtRescued(parts, one)}>
                  {t('rescued.look')}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Repaired({ report: { at, setAside, meetings, cards, whole, seen } }: { report: Report }) {
  const t = useText('recovery');
  const language = useLanguage();
  const untitled = useText('app')('untitled');
  const { app, client } = useParts();
  const isLost = meetings.some(({ from }) => from === 'lost');
  const read = async () => {
    const answer = await client.store.health.seen();
    if (!answer.ok) return app.getState().report(answer.error);
    app.getState().set({ dialog: null });
    await app.getState().readHealth();
  };
  return (
    <section>
      <h3 className={isLost ? 'safety-loss' : undefined}>{t(isLost ? 'titleLost' : 'title', { when: whenOf(at) })}</h3>
      <p>{meetings.length === 0 ? t('nothing') : t('list')}</p>
      <ul className="safety-list">
        {meetings.map(({ id, title, from, savedAt, older }) => (
          <li key={id}>
            <span>{title || untitled}</span>
            <span className={from === 'lost' ? 'safety-loss' : 'safety-hint'}>
              {[t(`from.${from}`), savedAt && t('savedAt', { when: whenOf(savedAt) }), older && from !== 'lost' && t('older')].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {cards > 0 && <p>{t('cards', { count: cards })}</p>}
      {whole > 0 && <p>{t('whole', { count: whole.toLocaleString(language) })}</p>}
      {setAside && <p className="safety-hint">{t('aside', { name: setAside })}</p>}
      {!seen && (
        <div className="safety-acts">
          <span className="safety-space" />
          <button type="button" className="button primary" onClick={() => void read()}>
            {t('seen')}
          </button>
        </div>
      )}
    </section>
  );
}
