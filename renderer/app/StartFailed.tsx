import { DatabaseZap } from 'lucide-react';
import { useEffect } from 'react';
import type { AppError } from '#shared/result.ts';
import { sentence, useText } from '../i18n/i18n.ts';
import './app.css';

/** Between two looks at whether the meetings can be reached. Milliseconds. */
const lookEvery = 2000;

/** What stands in the window where the meetings cannot be reached at all. */
export function StartFailed({ error, isBack }: { error: AppError; isBack: () => Promise<boolean> }) {
  const t = useText('app');
  // Another program lets go of the database, a drive is plugged in: nobody has to press anything then.
  useEffect(() => {
    const timer = setInterval(() => void isBack().then((back) => back && window.location.reload()), lookEvery);
    return () => clearInterval(timer);
  }, [isBack]);
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
