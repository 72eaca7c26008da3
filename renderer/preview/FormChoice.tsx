import type { ExportOptions } from '#shared/export/options.ts';
import type { LayoutProfile } from '#shared/layouts/layout.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';

interface FormChoiceProps {
  layouts: readonly LayoutProfile[];
  /** That of the record. */
  own: LayoutProfile;
  options: ExportOptions;
  onOptions(options: ExportOptions): void;
}

const scripts = ['Hant', 'Hans', 'keep'] as const;

/** Layout and script for this look; the record's own at first. */
export function FormChoice({ layouts, own, options, onOptions }: FormChoiceProps) {
  const t = useText('exporting');
  const language = useLanguage();
  return (
    <>
      <select className="select" aria-label={t('layout')} title={t('layout')} value={options.layout ?? ''} onChange={({ target }) => onOptions({ ...options, layout: target.value || null })}>
        <option value="">{t('layout.own', { name: own.label[language] })}</option>
        {layouts.map(({ id, label }) => (
          <option key={id} value={id}>
            {label[language]}
          </option>
        ))}
      </select>
      <select
        className="select"
        aria-label={t('script')}
        title={t('script')}
        value={options.script ?? ''}
        onChange={({ target }) => onOptions({ ...options, script: scripts.find((script) => script === target.value) ?? null })}
      >
        <option value="">{t('script.layout')}</option>
        {scripts.map((script) => (
          <option key={script} value={script}>
            {t(`script.${script}`)}
          </option>
        ))}
      </select>
    </>
  );
}
