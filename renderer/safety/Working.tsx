import { Progress } from '@base-ui/react/progress';
import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ReactNode } from 'react';
import type { AppError } from '#shared/result.ts';
import { useParts } from '../app/context.ts';
import { sentence, useText } from '../i18n/i18n.ts';
import { shareOf, stopWork, useWork, type What } from './work.ts';

/** How far the work of these kinds is, and the way to stop it; nothing while none is under way. */
export function Working({ kinds }: { kinds: readonly What[] }) {
  const t = useText('safety');
  const { client } = useParts();
  const { now } = useWork();
  if (!now || !kinds.includes(now.what)) return null;
  const share = shareOf(now);
  const words = t(now.isStopping ? 'stopping' : `working.${now.what}`);
  return (
    <div className="safety-working">
      <Progress.Root className="progress" value={share} aria-label={words}>
        <div className="progress-words">
          <span>{words}</span>
          {share !== null && <span className="tabular">{share} %</span>}
        </div>
        <Progress.Track className="progress-track">
          <Progress.Indicator className="progress-bar" />
        </Progress.Track>
      </Progress.Root>
      <button type="button" className="button" disabled={now.isStopping} onClick={() => stopWork(client)}>
        {t('stop')}
      </button>
    </div>
  );
}

/** What work came to: a sentence that it went well, or the error's. */
export function Came({ error, children }: { error?: AppError | undefined; children?: ReactNode }) {
  // Stopping is what she wanted.
  const tone = error ? (error.code === 'work.stopped' ? 'plain' : 'bad') : 'good';
  return (
    <div className="safety-came" data-tone={tone} role="status">
      {tone === 'good' ? <CircleCheck aria-hidden /> : <CircleAlert aria-hidden />}
      <div>{error ? sentence(error) : children}</div>
    </div>
  );
}
