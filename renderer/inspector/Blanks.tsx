import { Check } from 'lucide-react';
import { useMemo } from 'react';
import { collectBlanks } from '#shared/minutes/blanks.ts';
import { useStore } from 'zustand';
import { VirtualList } from '../app/VirtualList.tsx';
import type { EditorSession, SessionView } from '../editor/session.types.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import { goToBlank } from './go-to-blank.ts';

/** 待填: every place that waits to be filled in. */
export function Blanks({ session }: { session: EditorSession }) {
  const t = useText('inspector');
  const language = useLanguage();
  const view = useStore(session.view);
  // The view changes at most every 150 ms, and this panel is only there while it is looked at.
  const places = useMemo(() => placesOf(session, view), [session, view]);

  if (places.length === 0) {
    return (
      <div className="pane-state">
        <p className="pane-state-title good">
          <Check aria-hidden />
          {t('blanks.empty')}
        </p>
        <p>{t('blanks.hint')}</p>
      </div>
    );
  }
  return (
    <VirtualList items={places} keyOf={(place) => place.id} sizeOf={() => 44} className="blanks" role="list" aria-label={t('blanks')}>
      {(place) => (
        <div role="listitem" className="outline-item">
          <button type="button" className="blank-entry" onClick={() => goToBlank(session, place)}>
            <span className="blank-label">{place.label[language]}</span>
            <span className="blank-where">{place.where || view.meta.title}</span>
          </button>
        </div>
      )}
    </VirtualList>
  );
}

/** The list as the text stood when the view was made. */
function placesOf(session: EditorSession, { blanks }: SessionView) {
  return blanks === 0 ? [] : collectBlanks(session.document()).map((place, index) => ({ ...place, id: String(index) }));
}
