import type { CheckReport } from '#shared/rpc/health.ts';
import { useApp, useParts } from '../app/context.ts';
import { whenOf } from '../history/when.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import { carryOut, useWork } from './work.ts';
import { Came, Working } from './Working.tsx';

/** 檢查: whether everything is as it was written. */
export function Check() {
  const t = useText('safety');
  const { client } = useParts();
  const health = useApp((state) => state.health);
  const { now, last } = useWork();
  const report = last?.what === 'check' && last.result.ok ? last.result.value : (health?.lastCheck ?? null);
  const check = () => void carryOut('check', '', ({ job }) => client.store.health.check({ job }));
  return (
    <>
      <div className="safety-head">
        <p>{t('check.hint')}</p>
        <button type="button" className="button primary" disabled={now !== null || Boolean(health?.readOnly)} onClick={check}>
          {t('check.now')}
        </button>
      </div>
      <Working kinds={['check']} />
      {now?.what !== 'check' && (
        <>
          {last?.what === 'check' && !last.result.ok && <Came error={last.result.error} />}
          <p className="tabular">{report ? t('check.last', { when: whenOf(report.at) }) : t('check.never')}</p>
          {report && <Findings report={report} />}
        </>
      )}
    </>
  );
}

function Findings({ report: { damaged, database, ...counts } }: { report: CheckReport }) {
  const t = useText('safety');
  const language = useLanguage();
  const untitled = useText('app')('untitled');
  const figure = (count: number): string => count.toLocaleString(language);
  const figures = { meetings: figure(counts.meetings), versions: figure(counts.versions), pictures: figure(counts.pictures) };
  if (damaged.length === 0 && database) return <Came>{t('check.good', figures)}</Came>;
  return (
    <div className="safety-findings">
      {!database && <p className="safety-loss">{t('check.database')}</p>}
      {damaged.length > 0 && <p>{t('check.found', { ...figures, count: damaged.length })}</p>}
      <ul className="safety-list">
        {damaged.map(({ id, title, what }, index) => (
          <li key={`${id}-${index}`}>
            <span>{title || untitled}</span>
            <span className="safety-hint">{t(`what.${what}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
