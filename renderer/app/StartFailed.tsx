import { DatabaseZap } from 'lucide-react';
import type { AppError } from '#shared/result.ts';
import { sentence, useText } from '../i18n/i18n.ts';
import './app.css';

/** What stands in the window where the meetings cannot be reached at all. */
export function StartFailed({ error }: { error: AppError }) {
  const t = useText('app');
  return (
    <div className="window">
      <div className="middle-state" role="alert">
        <DatabaseZap aria-hidden />
        <h2>{t('start.failed')}</h2>
        <p>{sentence(error)}</p>
        <button type="button" className="button primary" onClick={() => window.location.reload()}>
          {t('again')}
        </button>
      </div>
    </div>
  );
}
