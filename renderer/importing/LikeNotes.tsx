import type { Like } from '#shared/rpc/imports.ts';
import { useParts } from '../app/context.ts';
import { useText } from '../i18n/i18n.ts';

/** Meetings of the library that a file may be already, each with the way to it. */
export function LikeNotes({ like }: { like: readonly Like[] }) {
  const t = useText('imports');
  const { app } = useParts();
  const open = (id: string) => {
    app.getState().set({ dialog: null });
    void app.getState().open(id);
  };
  if (like.length === 0) return null;
  return (
    <ul className="import-like" role="alert">
      {like.slice(0, 5).map(({ by, meeting: { id, title, start } }) => (
        <li key={id}>
          <span>{t(`like.${by}`, { title: title || t('untitled') })}</span>
          {start && <span className="tabular import-like-day">{start.slice(0, 10)}</span>}
          <button type="button" className="button quiet" aria-label={t('open.named', { title: title || t('untitled') })} onClick={() => open(id)}>
            {t('open')}
          </button>
        </li>
      ))}
    </ul>
  );
}
