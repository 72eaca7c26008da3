import { type KeyboardEvent, type SubmitEvent, useMemo, useState } from 'react';
import { exportName } from '#shared/export/export-name.ts';
import { fileName } from '#shared/export/file-name.ts';
import { type ExportChoice, type ExportFormat, exportFormats } from '#shared/export/options.ts';
import { layoutIds, layoutOf, layouts } from '#shared/layouts/index.ts';
import { collectBlanks } from '#shared/minutes/blanks.ts';
import type { Meta } from '#shared/minutes/meta.ts';
import { isSealed } from '#shared/minutes/stage.ts';
import { commandContext, useApp, useParts, useView } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { Segments } from '../app/Segments.tsx';
import type { EditorSession } from '../editor/session.types.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import { Blanks } from './Blanks.tsx';
import { finishExport } from './export.ts';
import './export.css';

const scripts = ['layout', 'Hant', 'Hans', 'keep'] as const;
const copies = ['circulation', 'working'] as const;
const formId = 'export-form';

/** 匯出: as which file, how, under which name; Enter exports. */
export function ExportWindow({ format }: { format?: ExportFormat }) {
  const t = useText('exporting');
  const parts = useParts();
  const { session } = commandContext(parts);
  const { set, change } = parts.app.getState();
  const { exporting, exportName: pattern } = useApp((state) => state.settings);
  const [choice, setChoice] = useState<ExportChoice>({ ...exporting, copy: 'circulation', ...(format && { format }) });
  const [own, setOwn] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  // The record as it stood when the window opened: nothing changes it meanwhile.
  const document = useMemo(() => session?.document() ?? null, [session]);
  const isPrinted = choice.format !== 'json';
  const blanks = useMemo(() => (document ? collectBlanks(document) : []), [document]);
  const shownBlanks = isPrinted ? blanks : [];
  const offered = document ? bare(exportName(document.meta, layoutOf(choice.layout ?? document.meta.layout), choice.format, pattern)) : null;
  const choose = (patch: Partial<ExportChoice>) => setChoice((before) => ({ ...before, ...patch }));

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    void change({ exporting: choice });
    const isOwn = own !== null && own.trim() !== '' && own !== offered;
    const isKept = await finishExport(commandContext(parts), choice, isOwn ? fileName(own, choice.format) : undefined);
    setBusy(false);
    if (isKept && parts.app.getState().dialog?.kind === 'export') set({ dialog: null });
  };
  return (
    <Dialog
      title={t('title')}
      foot={
        <>
          <button type="button" className="button" onClick={() => set({ dialog: null })}>
            {t('cancel')}
          </button>
          <button type="submit" form={formId} className="button primary" disabled={isBusy}>
            {t(shownBlanks.length > 0 ? 'anyway' : 'do')}
          </button>
        </>
      }
    >
      <form id={formId} className="export-form" onSubmit={(event) => void submit(event)} onKeyDown={enterExports}>
        <Segments label={t('format')} options={exportFormats.map((value) => ({ value, label: t(`format.${value}`) }))} value={choice.format} onChange={(value) => choose({ format: value })} />
        {isPrinted && (
          <>
            <LayoutField meta={document?.meta ?? null} value={choice.layout} onChange={(layout) => choose({ layout })} />
            <Segments
              label={t('script')}
              options={scripts.map((value) => ({ value, label: t(`script.${value}`) }))}
              value={choice.script ?? 'layout'}
              onChange={(value) => choose({ script: value === 'layout' ? null : value })}
            />
            {choice.format === 'docx' && (
              <Segments label={t('copy')} options={copies.map((value) => ({ value, label: t(`copy.${value}`) }))} value={choice.copy} onChange={(copy) => choose({ copy })} />
            )}
            {session && choice.format !== 'txt' && choice.format !== 'md' && <DraftMark session={session} />}
          </>
        )}
        {offered !== null && (
          <label className="export-field">
            <span className="form-label">{t('name')}</span>
            <span className="export-name">
              <input className="input" value={own ?? offered} maxLength={200} autoComplete="off" spellCheck={false} onChange={(event) => setOwn(event.target.value)} />
              <span className="export-ending">.{choice.format}</span>
            </span>
          </label>
        )}
      </form>
      {session && shownBlanks.length > 0 && <Blanks session={session} blanks={shownBlanks} />}
    </Dialog>
  );
}

const bare = (name: string): string => name.slice(0, name.lastIndexOf('.'));

/** Enter presses no choice of its own: the one that is chosen is pressed already. */
function enterExports(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLElement) || !event.target.matches('.segment, select')) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}

function LayoutField({ meta, value, onChange }: { meta: Meta | null; value: string | null; onChange(layout: string | null): void }) {
  const t = useText('exporting');
  const language = useLanguage();
  const own = meta && layoutOf(meta.layout);
  return (
    <label className="export-field">
      <span className="form-label">{t('layout')}</span>
      <select className="select" value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">{own ? t('layout.own', { name: own.label[language] }) : t('layout.asKept')}</option>
        {layoutIds.map((id) => (
          <option key={id} value={id}>
            {layouts[id].label[language]}
          </option>
        ))}
      </select>
    </label>
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
