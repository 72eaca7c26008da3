import type { ExportFormat } from '#shared/rpc/schemas.ts';
import { isSealed } from '#shared/minutes/stage.ts';
import { commandContext, useApp, useParts, useView } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import type { PlacedBlank } from '../app/state.ts';
import { useText } from '../i18n/i18n.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { goToBlank } from '../inspector/go-to-blank.ts';
import { finishExport } from './export.ts';
import './export.css';

const shown = 12;

/** What is not filled in yet, before it is exported. */
export function ExportBlanks({ format, blanks }: { format: ExportFormat; blanks: readonly PlacedBlank[] }) {
  const t = useText('exporting');
  const parts = useParts();
  const language = useApp((state) => state.language);
  const { session } = commandContext(parts);
  const close = () => parts.app.getState().set({ dialog: null });
  const goTo = (blank: PlacedBlank | undefined) => {
    close();
    // The dialog gives the focus back to where it came from; the place comes after that.
    if (session && blank) setTimeout(() => goToBlank(session, blank), 50);
  };
  return (
    <Dialog
      title={t('blanks.title', { count: blanks.length })}
      foot={
        <>
          <button
            type="button"
            className="button"
            onClick={() => {
              close();
              void finishExport(commandContext(parts), format);
            }}
          >
            {t('anyway')}
          </button>
          <button type="button" className="button primary" onClick={() => goTo(blanks[0])}>
            {t('back')}
          </button>
        </>
      }
    >
      <p>{t('blanks.text')}</p>
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
      {format !== 'txt' && session && <DraftMark session={session} />}
    </Dialog>
  );
}

/** Whether a draft says so on paper. */
function DraftMark({ session }: { session: EditorSession }) {
  const t = useText('stages');
  const meta = useView(session, (view) => view.meta);
  if (isSealed(meta)) return null;
  return (
    <label className="setting-check">
      <input type="checkbox" defaultChecked={meta.draftMark !== 'none'} onChange={(event) => session.setMeta({ draftMark: event.target.checked ? undefined : 'none' })} />
      {t('draftMark')}
    </label>
  );
}
