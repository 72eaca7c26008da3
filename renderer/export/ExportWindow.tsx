import { type KeyboardEvent, type SubmitEvent, useEffect, useMemo, useState } from 'react';
import { excerptFileWords } from '#shared/excerpt/index.ts';
import { exportName, paperName } from '#shared/export/export-name.ts';
import { fileName } from '#shared/export/file-name.ts';
import { copies, type ExportChoice, type ExportFormat, exportFormats } from '#shared/export/options.ts';
import { layoutOf } from '#shared/layouts/index.ts';
import { collectBlanks } from '#shared/minutes/blanks.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { isSealed } from '#shared/minutes/stage.ts';
import { blocksWithin } from '#shared/minutes/walk.ts';
import { commandContext, useApp, useParts, useView } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { Segments } from '../app/Segments.tsx';
import type { EditorSession } from '../editor/session.types.ts';
import { useText } from '../i18n/i18n.ts';
import { knowOwn } from '../own/own.ts';
import { Blanks } from './Blanks.tsx';
import { ChoiceFields } from './ChoiceFields.tsx';
import { finishExport } from './export.ts';
import './export.css';

const formId = 'export-form';
/** The data file is the whole record. */
const excerptFormats = exportFormats.filter((format) => format !== 'json');

interface ExportWindowProps {
  format?: ExportFormat;
  /** 決議摘錄: the section that goes out alone, of the open meeting or of another one. */
  excerpt?: { meetingId: string; blockId: string };
}

/** 匯出: as which file, how, under which name; Enter exports. */
export function ExportWindow({ format, excerpt }: ExportWindowProps) {
  const t = useText('exporting');
  const parts = useParts();
  const { set, change, closeDialog } = parts.app.getState();
  const { exporting, exportName: pattern } = useApp((state) => state.settings);
  const { session, document } = useRecord(excerpt?.meetingId);
  const [chosen, setChoice] = useState<ExportChoice>({ ...exporting, copy: 'circulation', ...(format && { format }) });
  const choice: ExportChoice = excerpt && chosen.format === 'json' ? { ...chosen, format: 'docx' } : chosen;
  const [own, setOwn] = useState<string | null>(null);
  const canPrint = useApp((state) => state.info.pdf);
  const [isBusy, setBusy] = useState(false);
  const blanks = useMemo(() => (document ? blanksOf(document, excerpt?.blockId) : []), [document, excerpt?.blockId]);
  const shownBlanks = choice.format === 'json' ? [] : blanks;
  const offered = document && bare(offeredName(document, choice, pattern, excerpt?.blockId));

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    // A template of Word that was removed meanwhile is none.
    const { wordTemplates } = await knowOwn(parts.client);
    const going = { ...choice, template: wordTemplates.some(({ id }) => id === choice.template) ? choice.template : null };
    void change({ exporting: going });
    const isOwn = own !== null && own.trim() !== '' && own !== offered;
    const isKept = await finishExport(commandContext(parts), going, { ...(isOwn && { name: fileName(own, choice.format) }), ...(excerpt && { excerpt }) });
    setBusy(false);
    if (isKept) closeDialog('export');
  };
  return (
    <Dialog
      title={t(excerpt ? 'excerpt' : 'title')}
      foot={
        <>
          <button type="button" className="button" onClick={() => set({ dialog: null })}>
            {t('cancel')}
          </button>
          <button type="submit" form={formId} className="button primary" disabled={isBusy || (choice.format === 'pdf' && !canPrint)}>
            {t(shownBlanks.length > 0 ? 'anyway' : 'do')}
          </button>
        </>
      }
    >
      <form id={formId} className="export-form" onSubmit={(event) => void submit(event)} onKeyDown={enterExports}>
        <ChoiceFields choice={choice} meta={document?.meta ?? null} formats={excerpt ? excerptFormats : exportFormats} onChoose={(patch) => setChoice({ ...choice, ...patch })} />
        {choice.format === 'docx' && choice.template === null && !excerpt && (
          <Segments label={t('copy')} options={copies.map((value) => ({ value, label: t(`copy.${value}`) }))} value={choice.copy} onChange={(copy) => setChoice({ ...choice, copy })} />
        )}
        {session && ['docx', 'pdf', 'html'].includes(choice.format) && (choice.format !== 'docx' || choice.template === null) && <DraftMark session={session} />}
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

/** The open meeting, or another one as it is stored; its text as it stood when the window opened. */
function useRecord(meetingId: string | undefined): { session: EditorSession | null; document: MinutesDocument | null } {
  const parts = useParts();
  const { session: open } = commandContext(parts);
  const session = meetingId === undefined || open?.id === meetingId ? open : null;
  const here = useMemo(() => session?.document() ?? null, [session]);
  const [stored, setStored] = useState<MinutesDocument | null>(null);
  useEffect(() => {
    if (session || meetingId === undefined) return;
    void parts.client.store.meetings.open({ id: meetingId }).then((found) => {
      if (found.ok && found.value.state === 'editable') setStored(found.value.document);
      else if (!found.ok) parts.app.getState().report(found.error);
    });
  }, [session, meetingId, parts]);
  return { session, document: here ?? stored };
}

function offeredName(document: MinutesDocument, { layout, format }: ExportChoice, pattern: string, blockId: string | undefined): string {
  const { meta } = document;
  return blockId === undefined ? exportName(meta, layoutOf(layout ?? meta.layout), format, pattern) : paperName(meta, excerptFileWords(document, blockId), format, pattern);
}

/** What is not filled in, of a section alone where that goes out: the head of the record stands in it too. */
function blanksOf(document: MinutesDocument, blockId: string | undefined): ReturnType<typeof collectBlanks> {
  const all = collectBlanks(document);
  if (blockId === undefined) return all;
  const block = document.blocks.find(({ id }) => id === blockId);
  const within = new Set(block ? [...blocksWithin(block)].map(({ id }) => id) : []);
  return all.filter((blank) => blank.blockId === null || within.has(blank.blockId));
}

const bare = (name: string): string => name.slice(0, name.lastIndexOf('.'));

/** Enter presses no choice of its own: the one that is chosen is pressed already. */
function enterExports(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.target instanceof HTMLElement) || !event.target.matches('.segment, select')) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
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
