import type { SubmitEvent } from 'react';
import type { z } from 'zod';
import { officialSchema } from '#shared/minutes/official.ts';
import { useApp, useParts } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { useText } from '../i18n/i18n.ts';
import './layouts.css';

type Official = z.infer<typeof officialSchema>;

/** 公文要素 of the open record: what an official document carries beside its text. */
export function OfficialWindow() {
  const t = useText('layouts');
  const { app } = useParts();
  const session = useApp((state) => (state.current.kind === 'open' ? state.current.session : null));
  if (!session) return null;
  const { set } = app.getState();
  const { meta } = session.view.getState();
  const official: Official = meta.official ?? {};

  const save = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = officialOf(form);
    const documentNumber = textOf(form, 'documentNumber');
    set({ dialog: null });
    session.setMeta({ official: Object.keys(said).length > 0 ? said : undefined, documentNumber });
  };
  const line = (name: keyof Official, { hint, value, type = 'text' }: { hint?: string; value?: string; type?: string } = {}) => (
    <label className="layout-field">
      <span className="form-label">{t(`official.${name}` as 'official.mark')}</span>
      <input className="input" name={name} type={type} defaultValue={value ?? String(official[name] ?? '')} maxLength={500} placeholder={hint} autoComplete="off" />
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
          {line('issue', { type: 'number' })}
          {line('copyNumber')}
          {pick('secrecy', ['confidential', 'secret', 'topSecret'])}
          {line('secrecyPeriod')}
          {pick('urgency', ['urgent', 'mostUrgent'])}
          {line('signers', { hint: t('official.signersHint'), value: (official.signers ?? []).join('、') })}
          {line('addressee')}
          {line('copiesTo')}
          {line('printedBy', { hint: t('official.printedByHint') })}
          {line('printedOn', { type: 'date' })}
          {line('handler')}
        </div>
      </form>
    </Dialog>
  );
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

/** What the form says; what is empty, or no figure and no day, is not said. */
function officialOf(form: FormData): Official {
  const said: Record<string, unknown> = Object.fromEntries([...form.keys()].map((name) => [name, textOf(form, name)]).filter(([name, text]) => text !== '' && name !== 'documentNumber'));
  if (said['issue'] !== undefined) said['issue'] = Number(said['issue']);
  if (typeof said['signers'] === 'string') said['signers'] = said['signers'].split(/[、，,]/).map((name) => name.trim()).filter(Boolean).slice(0, 20);
  const shape = officialSchema.shape;
  return officialSchema.parse(Object.fromEntries(Object.entries(said).filter(([name, value]) => shape[name as keyof Official]?.safeParse(value).success)));
}
