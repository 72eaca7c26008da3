import type { SubmitEvent } from 'react';
import { useParts } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { origin } from '../app/store.ts';
import { useText } from '../i18n/i18n.ts';

/** A name for a version; one that has a name is kept for good. */
export function NameVersion({ id, revision, name }: { id: string; revision: number; name: string }) {
  const t = useText('history');
  const { app, client } = useParts();
  const { set, report, versionsMarked } = app.getState();
  const save = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const next = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    set({ dialog: null });
    const named = await client.store.versions.name({ id, revision, name: next, origin });
    if (named.ok) set({ versionsMarked: versionsMarked + 1 });
    else report(named.error);
  };
  return (
    <Dialog
      title={t('name.title')}
      foot={
        <>
          <button type="button" className="button" onClick={() => set({ dialog: null })}>
            {t('cancel')}
          </button>
          <button type="submit" form="name-version" className="button primary">
            {t('name.save')}
          </button>
        </>
      }
    >
      <form id="name-version" onSubmit={(event) => void save(event)}>
        <label>
          <span className="form-label">{t('name.label')}</span>
          <input className="input" name="name" defaultValue={name} maxLength={200} autoComplete="off" aria-describedby="name-version-hint" onFocus={(event) => event.currentTarget.select()} />
        </label>
        <p id="name-version-hint" className="pane-hint">
          {t('name.hint')}
        </p>
      </form>
    </Dialog>
  );
}
