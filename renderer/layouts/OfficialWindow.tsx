import { type SubmitEvent, useState } from 'react';
import type { z } from 'zod';
import { readDay } from '#shared/directory/day-reading.ts';
import { officialSchema } from '#shared/minutes/official.ts';
import { useApp, useParts } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { formText } from '../app/form-text.ts';
import { useText } from '../i18n/i18n.ts';
import './layouts.css';

type Official = z.infer<typeof officialSchema>;

/** 公文要素 of the open record: what an official document carries beside its text. */
export function OfficialWindow() {
  const t = useText('layouts');
  const { app } = useParts();
  const session = useApp((state) => (state.current.kind === 'open' ? state.current.session : null));
  const [wrong, setWrong] = useState<string | null>(null);
  if (!session) return null;
  const { set } = app.getState();
  const { meta } = session.view.getState();
  const official: Official = meta.official ?? {};

  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const { said, wrong: bad } = officialOf(form);
    setWrong(bad);
    if (bad !== null) {
      event.currentTarget.querySelector<HTMLElement>(`[name="${bad}"]`)?.focus();
      return;
    }
    const documentNumber = formText(form, 'documentNumber');
    set({ dialog: null });
    session.setMeta({ official: Object.keys(said).length > 0 ? said : undefined, documentNumber });
  };
  const line = (name: keyof Official, { hint, value }: { hint?: string; value?: string } = {}) => (
    <label className="layout-field">
      <span className="form-label">{t(`official.${name}` as 'official.mark')}</span>
      <input className="input" name={name} aria-invalid={wrong === name || undefined} defaultValue={value ?? String(official[name] ?? '')} maxLength={500} placeholder={hint} autoComplete="off" />
    </label>
  );
  const pick = (name: 'secrecy' | 'urgency', options: readonly string[]) => (
    <label className="layout-field">
      <span className="form-label">{t(`official.${name}`)}</span>
      <select className="select" name={name} defaultValue={official[name] ?? ''}>
        <option value="">{t(`official.${name}.none`)}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {t(`official.${name}.${option}` as 'official.secrecy.secret')}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <Dialog
      title={t('official.title')}
      wide
      foot={
        <>
          <button type="button" className="button" onClick={() => set({ dialog: null })}>
            {t('cancel')}
          </button>
          <button type="submit" form="official-form" className="button primary">
            {t('save')}
          </button>
        </>
      }
    >
      <form id="official-form" className="layout-form" onSubmit={save}>
        <p className="pane-hint">{t('official.hint')}</p>
        <div className="layout-columns">
          {line('mark', { hint: t('official.markHint') })}
          <label className="layout-field">
            <span className="form-label">{t('official.number')}</span>
            <input className="input" name="documentNumber" defaultValue={meta.documentNumber} maxLength={500} autoComplete="off" />
          </label>
          {line('issue')}
          {line('copyNumber')}
          {pick('secrecy', ['confidential', 'secret', 'topSecret'])}
          {line('secrecyPeriod')}
          {pick('urgency', ['urgent', 'mostUrgent'])}
          {line('signers', { hint: t('official.signersHint'), value: (official.signers ?? []).join('、') })}
          {line('addressee')}
          {line('copiesTo')}
          {line('printedBy', { hint: t('official.printedByHint') })}
          {line('printedOn', { hint: t('official.printedOnHint') })}
          {line('handler')}
        </div>
        {wrong !== null && (
          <p className="layout-wrong" role="alert">
            {t('official.wrong', { name: t(`official.${wrong}` as 'official.issue') })}
          </p>
        )}
      </form>
    </Dialog>
  );
}

/** What the form says, without what is empty; `wrong` names the field that could not be read. */
function officialOf(form: FormData): { said: Official; wrong: string | null } {
  const said: Record<string, unknown> = Object.fromEntries([...form.keys()].map((name) => [name, formText(form, name)]).filter(([name, text]) => text !== '' && name !== 'documentNumber'));
  if (said['issue'] !== undefined) said['issue'] = Number(String(said['issue']).normalize('NFKC').replace(/^第\s*|\s*期$/g, ''));
  if (said['printedOn'] !== undefined) said['printedOn'] = readDay(String(said['printedOn']));
  if (typeof said['signers'] === 'string') said['signers'] = said['signers'].split(/[、，,]/).map((name) => name.trim()).filter(Boolean).slice(0, 20);
  const read = officialSchema.safeParse(said);
  if (read.success && !Object.values(said).includes(undefined)) return { said: read.data, wrong: null };
  return { said: {}, wrong: Object.keys(said).find((name) => said[name] === undefined || !officialSchema.shape[name as keyof Official].safeParse(said[name]).success) ?? null };
}
