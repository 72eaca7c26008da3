import type { SubmitEvent } from 'react';
import { useParts } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { useText } from '../i18n/i18n.ts';

/** Another title for a meeting. */
export function Rename({ id, title }: { id: string; title: string }) {
  const t = useText('dialogs');
  const { app } = useParts();
  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const next = String(new FormData(event.currentTarget).get('title') ?? '').trim();
    app.getState().set({ dialog: null });
    if (next !== title) void app.getState().rename(id, next);
  };
  return (
    <Dialog
      title={t('rename.title')}
      foot={
        <>
          <button type="button" className="button" onClick={() => app.getState().set({ dialog: null })}>
            {t('cancel')}
          </button>
          <button type="submit" form="rename-form" className="button primary">
            {t('rename.save')}
          </button>
        </>
      }
    >
      <form id="rename-form" onSubmit={save}>
        <label>
          <span className="form-label">{t('rename.label')}</span>
          <input className="input" name="title" defaultValue={title} maxLength={500} autoComplete="off" onFocus={(event) => event.currentTarget.select()} />
        </label>
      </form>
    </Dialog>
  );
}
