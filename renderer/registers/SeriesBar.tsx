import { useParts, useView } from '../app/context.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useText } from '../i18n/i18n.ts';
import { useSeries } from './series.ts';
import './registers.css';

/** Above the head of a record whose 屆 and 次 another record of its body has as well. It keeps nobody from writing. */
export function SeriesBar({ session }: { session: EditorSession }) {
  const t = useText('registers');
  const { app, client } = useParts();
  const { organisation, body, term, session: count } = useView(session, (view) => view.meta);
  const { known } = useSeries(client, { organisation, body, term, session: count, except: session.id });
  const taken = known?.taken;
  if (!taken || taken.session !== count || taken.term !== term) return null;
  return (
    <div className="series-bar" role="status">
      <span>{t('series.takenBar', { title: taken.title })}</span>
      <button type="button" className="button quiet small" onClick={() => void app.getState().open(taken.id)}>
        {t('series.open')}
      </button>
    </div>
  );
}
