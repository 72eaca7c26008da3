import { useText } from '../i18n/i18n.ts';
import type { SeriesKnown } from './series.ts';
import './registers.css';

/** In the form of a new meeting: which one came before it, whether to take over from it, and whether its 屆次 is taken. */
export function SeriesNote({ known }: { known: SeriesKnown | null }) {
  const t = useText('registers');
  if (!known?.last) return null;
  const { last, next, taken } = known;
  return (
    <div className="series-note" data-last={last.id}>
      <span>{t('series.last', { title: last.title })}</span>
      {taken && (
        <span className="series-taken" role="alert">
          {t('series.taken', { title: taken.title })}
        </span>
      )}
      <label className="series-check">
        <input type="checkbox" name="continue" value={last.id} defaultChecked key={last.id} />
        {t('series.continue')}
      </label>
      <input type="hidden" name="nextTerm" value={next.term ?? ''} />
      <input type="hidden" name="nextSession" value={next.session ?? ''} />
    </div>
  );
}
