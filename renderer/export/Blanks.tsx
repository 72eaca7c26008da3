import { useApp, useParts } from '../app/context.ts';
import type { PlacedBlank } from '../app/state.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useText } from '../i18n/i18n.ts';
import { goToBlank } from '../inspector/go-to-blank.ts';

const shown = 12;

/** What is not filled in yet, and the way there. */
export function Blanks({ session, blanks }: { session: EditorSession; blanks: readonly PlacedBlank[] }) {
  const t = useText('exporting');
  const { app } = useParts();
  const language = useApp((state) => state.language);
  const goTo = (blank: PlacedBlank) => {
    app.getState().set({ dialog: null });
    // The dialog gives the focus back to where it came from; the place comes after that.
    setTimeout(() => goToBlank(session, blank), 50);
  };
  return (
    <section aria-labelledby="export-blanks">
      <h3 id="export-blanks" className="export-head">
        {t('blanks.title', { count: blanks.length })}
      </h3>
      <p className="pane-hint export-hint">{t('blanks.text')}</p>
      <ul className="export-blanks">
        {blanks.slice(0, shown).map((blank, index) => (
          <li key={index}>
            <button type="button" className="export-blank" onClick={() => goTo(blank)}>
              <span className="export-blank-label">{blank.label[language]}</span>
              <span className="export-blank-where">{blank.where}</span>
            </button>
          </li>
        ))}
        {blanks.length > shown && <li className="export-more tabular">{t('blanks.more', { count: blanks.length - shown })}</li>}
      </ul>
    </section>
  );
}
