import { type SubmitEvent, useMemo, useRef, useState } from 'react';
import { readDay } from '#shared/directory/day-reading.ts';
import type { Region, Script } from '#shared/language.ts';
import type { Doubt } from '#shared/imports/doubt.ts';
import { type BlockKind, blocks } from '#shared/minutes/blocks/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import type { Meta } from '#shared/minutes/meta.ts';
import { blockText } from '#shared/minutes/text.ts';
import { blocksWithin } from '#shared/minutes/walk.ts';
import { parseDate } from '#shared/text/date-reading.ts';
import { foldScript } from '#shared/text/fold.ts';
import { useApp, useParts } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { formText } from '../app/form-text.ts';
import { Segments } from '../app/Segments.tsx';
import { useLanguage, useText } from '../i18n/i18n.ts';
import { kindStyle } from '../theme/kind-style.ts';
import { Back } from './Back.tsx';
import { type Importing, keepOne } from './importing.ts';
import { LikeNotes } from './LikeNotes.tsx';

const formId = 'import-review';
const regions: readonly Region[] = ['TW', 'CN', 'HK'];
const scripts: readonly Script[] = ['Hant', 'Hans'];
/** Nobody reads more of it here. */
const most = { blocks: 500, lines: 3000 };

/** What was made of a file that is not ours, beside its own text: she corrects and decides before anything is kept. */
export function Review({ chosen, read }: Extract<Importing, { kind: 'read' }>) {
  const t = useText('imports');
  const d = useText('dialogs');
  const parts = useParts();
  const isReadOnly = useApp(({ health }) => Boolean(health?.readOnly));
  const { document, lines, doubts, like } = read;
  const { meta } = document;
  const [region, setRegion] = useState(meta.region);
  const [script, setScript] = useState(meta.script);
  const [at, setAt] = useState<Doubt | null>(null);
  const [isKeeping, setKeeping] = useState(false);
  const [wrong, setWrong] = useState<'day' | 'clock' | null>(null);
  const original = useRef<HTMLOListElement>(null);
  const record = useRef<HTMLOListElement>(null);

  const keep = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isKeeping) return;
    const form = new FormData(event.currentTarget);
    const start = startOf(form);
    setWrong(start.wrong);
    if (start.wrong !== null) {
      event.currentTarget.querySelector<HTMLElement>(`[name="${start.wrong}"]`)?.focus();
      return;
    }
    setKeeping(true);
    const corrected = { ...document, meta: { ...correctedMeta(meta, form, start.start), region, script } };
    void keepOne(parts, chosen, corrected, null).finally(() => setKeeping(false));
  };
  const show = (doubt: Doubt) => {
    setAt(doubt);
    const line = lines.findIndex((one) => doubt.text !== '' && one.includes(doubt.text));
    original.current?.children[line]?.scrollIntoView({ block: 'center' });
    record.current?.querySelector(`[data-block="${doubt.blockId ?? ''}"]`)?.scrollIntoView({ block: 'center' });
  };
  const field = (name: keyof typeof fields, given: { type?: string; wide?: boolean } = {}) => <Field name={name} label={d(fields[name])} value={String(meta[name] ?? '')} {...given} />;
  return (
    <Dialog
      title={t('review.title', { name: chosen.file.name })}
      wide
      foot={
        <>
          <Back />
          <button type="submit" form={formId} className="button primary" disabled={isKeeping || isReadOnly}>
            {t('keep')}
          </button>
        </>
      }
    >
      <div className="import-review">
        <div className="import-record">
          <LikeNotes like={like} />
          {doubts.length > 0 && (
            <section className="import-doubts" aria-label={t('doubts')}>
              <h3>{t('doubts.count', { count: doubts.length })}</h3>
              <ul>
                {doubts.map((doubt, index) => (
                  <li key={index}>
                    <button type="button" aria-pressed={doubt === at} onClick={() => show(doubt)}>
                      <span>{t(`doubt.${doubt.kind}`)}</span>
                      {doubt.text !== '' && <q>{doubt.text}</q>}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <form id={formId} className="import-fields" onSubmit={keep}>
            {field('title', { wide: true })}
            {field('organisation')}
            {field('body')}
            {field('term', { type: 'number' })}
            {field('session', { type: 'number' })}
            <Field name="day" label={t('day')} hint="2024-01-22" isWrong={wrong === 'day'} value={meta.start?.slice(0, 10) ?? ''} />
            <Field name="clock" label={t('clock')} hint="9:30" isWrong={wrong === 'clock'} value={meta.start?.slice(11) ?? ''} />
            {wrong !== null && (
              <p className="import-refused import-wide" role="alert">
                {t('wrong', { name: t(wrong) })}
              </p>
            )}
            {field('chair')}
            <Field name="recorder" label={t('recorder')} value={meta.recorder} />
            {field('place', { wide: true })}
            <Segments label={d('new.region')} options={regions.map((value) => ({ value, label: d(`region.${value}`) }))} value={region} onChange={setRegion} />
            <Segments label={d('new.script')} options={scripts.map((value) => ({ value, label: d(`script.${value}`) }))} value={script} onChange={setScript} />
          </form>
          <section>
            <h3>{t('recognised')}</h3>
            <Found document={document} />
            <ol ref={record} className="import-blocks">
              {document.blocks.slice(0, most.blocks).map((block) => (
                <li key={block.id} data-block={block.id} data-at={(at !== null && at.blockId === block.id) || undefined} style={kindStyle(block.kind)}>
                  <BlockLine kind={block.kind} words={blockText(block).join('\n')} />
                </li>
              ))}
            </ol>
            {document.blocks.length > most.blocks && <p>{t('more', { count: document.blocks.length - most.blocks })}</p>}
          </section>
        </div>
        <section className="import-original" aria-label={t('original')}>
          <h3>{t('original')}</h3>
          <ol ref={original} tabIndex={0} lang={script === 'Hant' ? 'zh-Hant' : 'zh-Hans'}>
            {lines.slice(0, most.lines).map((line, index) => (
              <li key={index} data-at={(at !== null && at.text !== '' && line.includes(at.text)) || undefined}>
                {line}
              </li>
            ))}
          </ol>
        </section>
      </div>
    </Dialog>
  );
}

const fields = {
  title: 'new.name',
  organisation: 'new.organisation',
  body: 'new.body',
  term: 'new.term',
  session: 'new.session',
  chair: 'new.chair',
  place: 'new.place',
} as const satisfies Partial<Record<keyof Meta, string>>;

interface FieldProps {
  name: string;
  label: string;
  value: string;
  type?: string;
  wide?: boolean;
  hint?: string;
  isWrong?: boolean;
}

function Field({ name, label, value, type = 'text', wide = false, hint, isWrong = false }: FieldProps) {
  return (
    <label className={wide ? 'detail wide' : 'detail'}>
      <span className="form-label">{label}</span>
      <input className="input tabular" name={name} type={type} placeholder={hint} aria-invalid={isWrong || undefined} defaultValue={value} autoComplete="off" maxLength={500} min={type === 'number' ? 1 : undefined} max={type === 'number' ? 9999 : undefined} />
    </label>
  );
}

/** Day and time as she writes them: 113年1月22日, 9:30, 下午二時; `wrong` names the field that says neither. */
function startOf(form: FormData): { start: string | null; wrong: 'day' | 'clock' | null } {
  const day = readDay(formText(form, 'day'));
  if (day === undefined) return { start: null, wrong: 'day' };
  const clock = foldScript(formText(form, 'clock'));
  if (day === null || clock === '') return { start: day, wrong: null };
  const found = parseDate(`${day} ${clock}`, 'TW');
  return found?.from.includes('T') ? { start: found.from, wrong: null } : { start: null, wrong: 'clock' };
}

/** The head as she left it. An end that no longer comes after the start is gone. */
function correctedMeta(meta: Meta, form: FormData, start: string | null): Meta {
  const text = (name: string): string => formText(form, name);
  const count = (name: string): number | null => (/^[1-9]\d{0,3}$/.test(text(name)) ? Number(text(name)) : null);
  const lines = (['title', 'organisation', 'body', 'chair', 'recorder', 'place'] as const).map((name) => [name, text(name)]);
  const end = start !== null && meta.end !== null && meta.end > start ? meta.end : null;
  return { ...meta, ...Object.fromEntries(lines), term: count('term'), session: count('session'), start, end };
}

/** How much of what was found: 決議 3 · 表格 1 · 圖片 2 · 與會者 12. */
function Found({ document }: { document: MinutesDocument }) {
  const t = useText('imports');
  const language = useLanguage();
  const found = useMemo(() => {
    const counts = new Map<BlockKind, number>();
    for (const block of document.blocks.flatMap((one) => [...blocksWithin(one)])) counts.set(block.kind, (counts.get(block.kind) ?? 0) + 1);
    return [...counts];
  }, [document]);
  const people = document.roster.length;
  return (
    <p className="import-found tabular">
      {[...found.map(([kind, count]) => `${blocks[kind].label[language]} ${count}`), ...(people > 0 ? [t('people', { count: people })] : [])].join(' · ')}
    </p>
  );
}

function BlockLine({ kind, words }: { kind: BlockKind; words: string }) {
  const language = useLanguage();
  return (
    <>
      <span className="repair-kind">{blocks[kind].label[language]}</span>
      <span className="import-words">{words}</span>
    </>
  );
}
