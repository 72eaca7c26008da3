import { type SubmitEvent, useState } from 'react';
import { formOf, type LayoutForm as Form, withForm } from '#shared/layouts/edit.ts';
import { type OwnLayout, ownLayoutSchema } from '#shared/layouts/own.ts';
import { Dialog } from '../app/Dialog.tsx';
import { formText } from '../app/form-text.ts';
import { useText } from '../i18n/i18n.ts';

interface LayoutFormProps {
  own: OwnLayout;
  /** Whether it was kept. */
  onKeep(own: OwnLayout): Promise<boolean>;
  onDone(): void;
}

/** The handful of things about a layout of her own that she changes. */
export function LayoutForm({ own, onKeep, onDone }: LayoutFormProps) {
  const t = useText('layouts');
  const [isWrong, setWrong] = useState(false);
  const before = formOf(own.layout);
  const save = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = (name: string): string => formText(form, name);
    const figures = Object.fromEntries((['pt', 'line', 'top', 'right', 'bottom', 'left'] as const).map((name) => [name, Number(said(name))])) as Pick<Form, 'pt' | 'line' | 'top' | 'right' | 'bottom' | 'left'>;
    const changed = withForm(own.layout, { ...before, ...figures, text: said('text') || before.text, heading: said('heading') || before.heading, header: said('header'), footer: said('footer'), mark: said('mark') });
    const checked = ownLayoutSchema.safeParse({ ...own, name: said('name') || own.name, layout: changed });
    const wrong = event.currentTarget.querySelector<HTMLElement>('input:invalid');
    wrong?.focus();
    setWrong(wrong !== null || !checked.success);
    if (wrong === null && checked.success && (await onKeep(checked.data))) onDone();
  };
  const line = (name: 'name' | 'text' | 'heading' | 'header' | 'footer' | 'mark', value: string, most: number) => (
    <label className="layout-field">
      <span className="form-label">{t(`form.${name}`)}</span>
      <input className="input" name={name} defaultValue={value} maxLength={most} autoComplete="off" spellCheck={false} />
    </label>
  );
  const figure = (name: 'pt' | 'line' | 'top' | 'right' | 'bottom' | 'left', value: number, [least, most]: readonly [number, number]) => (
    <label className="layout-field">
      <span className="form-label">{t(`form.${name}`)}</span>
      <input className="input tabular" name={name} type="number" min={least} max={most} step="any" defaultValue={value} required />
    </label>
  );
  const margin = [1, 100] as const;
  return (
    <Dialog
      title={t('form.title')}
      onBack={onDone}
      foot={
        <>
          <button type="button" className="button" onClick={onDone}>
            {t('cancel')}
          </button>
          <button type="submit" form="layout-form" className="button primary">
            {t('save')}
          </button>
        </>
      }
    >
      <form id="layout-form" className="layout-form" noValidate onSubmit={(event) => void save(event)}>
        {line('name', own.name, 60)}
        <div className="layout-columns">
          {line('text', before.text, 60)}
          {line('heading', before.heading, 60)}
          {figure('pt', before.pt, [5, 72])}
          {figure('line', before.line, [5, 200])}
        </div>
        <fieldset className="layout-margins">
          <legend className="form-label">{t('form.margins')}</legend>
          {figure('top', before.top, margin)}
          {figure('bottom', before.bottom, margin)}
          {figure('left', before.left, margin)}
          {figure('right', before.right, margin)}
        </fieldset>
        {own.layout.parts.before.includes('mark') && line('mark', before.mark, 200)}
        {line('header', before.header, 200)}
        {line('footer', before.footer, 200)}
        <p className="pane-hint">{t('form.words')}</p>
        {isWrong && (
          <p className="layout-wrong" role="alert">
            {t('form.bad')}
          </p>
        )}
      </form>
    </Dialog>
  );
}
