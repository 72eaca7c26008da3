import { useEffect } from 'react';
import { useStore } from 'zustand';
import { type ExportChoice, type ExportFormat, exportFormats } from '#shared/export/options.ts';
import type { Meta } from '#shared/minutes/meta.ts';
import { useApp, useParts } from '../app/context.ts';
import { Segments } from '../app/Segments.tsx';
import { sentence, useText } from '../i18n/i18n.ts';
import { useOffered } from '../layouts/choice.ts';
import { knowOwn, ownOf } from '../own/own.ts';

const scripts = ['layout', 'Hant', 'Hans', 'keep'] as const;

interface ChoiceFieldsProps {
  choice: ExportChoice;
  /** The record that goes out; null where there are several. */
  meta: Meta | null;
  formats?: readonly ExportFormat[];
  onChoose(patch: Partial<ExportChoice>): void;
}

const ownTemplate = 'template:';

const chosen = (value: string): Pick<ExportChoice, 'layout' | 'template'> =>
  value.startsWith(ownTemplate) ? { layout: null, template: value.slice(ownTemplate.length) } : { layout: value || null, template: null };

/** As which file, in which layout and script. */
export function ChoiceFields({ choice, meta, formats = exportFormats, onChoose }: ChoiceFieldsProps) {
  const t = useText('exporting');
  const canPrint = useApp((state) => state.info.pdf);
  const offered = useOffered();
  const own = meta && (offered.find(({ id }) => id === meta.layout) ?? offered[0]);
  const { client } = useParts();
  const wordTemplates = useStore(ownOf(client), (known) => known.wordTemplates);
  useEffect(() => void knowOwn(client), [client]);
  // One that was removed meanwhile is none.
  const template = choice.format === 'docx' ? wordTemplates.find(({ id }) => id === choice.template)?.id : undefined;
  return (
    <>
      <Segments label={t('format')} options={formats.map((value) => ({ value, label: t(`format.${value}`) }))} value={choice.format} onChange={(format) => onChoose({ format })} />
      {choice.format === 'pdf' && !canPrint && <p role="status">{sentence({ code: 'pdf.noBrowser' })}</p>}
      {choice.format !== 'json' && (
        <>
          <label className="export-field">
            <span className="form-label">{t('layout')}</span>
            <select className="select" value={template ? `${ownTemplate}${template}` : (choice.layout ?? '')} onChange={(event) => onChoose(chosen(event.target.value))}>
              <option value="">{own ? t('layout.own', { name: own.label }) : t('layout.asKept')}</option>
              {offered.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
              {choice.format === 'docx' && wordTemplates.length > 0 && (
                <optgroup label={t('layout.templates')}>
                  {wordTemplates.map(({ id, name }) => (
                    <option key={id} value={`${ownTemplate}${id}`}>
                      {name}
                    </option>
                  ))}
                </optgroup>
              )}
            </select>
          </label>
          <Segments
            label={t('script')}
            options={scripts.map((value) => ({ value, label: t(`script.${value}`) }))}
            value={choice.script ?? 'layout'}
            onChange={(value) => onChoose({ script: value === 'layout' ? null : value })}
          />
        </>
      )}
    </>
  );
}
