import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { Region, Script } from '#shared/language.ts';
import type { Meta } from '#shared/minutes/meta.ts';
import { toScript } from '#shared/text/script.ts';
import type { Series } from '#shared/registers/series.ts';
import type { Template } from '#shared/minutes/templates/template.ts';
import type { AppError } from '#shared/result.ts';
import type { BodyLine } from '#shared/rpc/directory.ts';
import { useApp, useParts } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { formText } from '../app/form-text.ts';
import { Segments } from '../app/Segments.tsx';
import { BodyChoice } from '../directory/BodyChoice.tsx';
import { rosterOf } from '../directory/known-body.ts';
import { sentence, useText } from '../i18n/i18n.ts';
import { type SeriesAsked, useSeries } from '../registers/series.ts';
import { SeriesNote } from '../registers/SeriesNote.tsx';
import './new-meeting.css';

const regions: readonly Region[] = ['TW', 'CN', 'HK'];
const scripts: readonly Script[] = ['Hant', 'Hans'];
const formId = 'new-meeting-form';

/** A new meeting: from which template, for which region, and what is known of it already. */
export function NewMeeting({ template: first }: { template?: string }) {
  const t = useText('dialogs');
  const { app, client } = useParts();
  const language = useApp((state) => state.language);
  const [templates, setTemplates] = useState<readonly Template[] | null>(null);
  const [error, setError] = useState<AppError | null>(null);
  const [chosen, setChosen] = useState<string | null>(first ?? null);
  const [region, setRegion] = useState<Region | null>(null);
  const [script, setScript] = useState<Script | null>(null);
  const [known, setKnown] = useState<BodyLine | null>(null);
  // What comes next in the series of a body is known a moment after it is chosen, and what she wants made waits for it.
  const [isAwaited, setAwaited] = useState(false);
  const isWanted = useRef(false);
  const [isCreating, setCreating] = useState(false);
  const [counted, setCounted] = useState<Omit<SeriesAsked, 'except'>>({ organisation: '', body: '', term: null, session: null });

  useEffect(() => {
    let isGone = false;
    void client.store.templates.list().then((answer) => {
      if (isGone) return;
      if (answer.ok) setTemplates(answer.value.filter(({ scope }) => scope === 'meeting').sort((one, other) => one.order - other.order));
      else setError(answer.error);
    });
    return () => {
      isGone = true;
    };
  }, [client]);

  // The templates come after the dialog has opened: the keyboard begins with them, unless she has begun elsewhere meanwhile.
  const cards = useRef<HTMLDivElement>(null);
  const hasBegun = useRef(false);
  const begin = () => {
    hasBegun.current = true;
  };
  useEffect(() => {
    if (templates && !hasBegun.current) cards.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, [templates]);

  const template = templates?.find(({ id }) => id === chosen) ?? templates?.[0];
  const shownRegion = region ?? known?.region ?? template?.written?.region ?? template?.meta?.region ?? (language === 'zh-Hans' ? 'CN' : 'TW');
  const shownScript = script ?? known?.script ?? template?.written?.script ?? { 'zh-Hant': 'Hant' as const, 'zh-Hans': 'Hans' as const, en: shownRegion === 'CN' ? ('Hans' as const) : ('Hant' as const) }[language];

  const templateBody = toScript(template?.meta?.body ?? '', shownScript, shownRegion);
  const { known: series, isCurrent } = useSeries(client, { ...counted, body: counted.body || (counted.organisation === '' ? '' : templateBody), except: null });
  const form = useRef<HTMLFormElement>(null);
  const choose = (body: BodyLine | null) => {
    const names = { organisation: body?.organisation ?? '', body: body?.name ?? '' };
    setKnown(body);
    setCounted({ ...names, term: null, session: null });
    setAwaited(true);
    isWanted.current = false;
    for (const [name, value] of Object.entries({ ...names, term: '', session: '' })) {
      const field = fieldIn(form.current, name);
      if (field) field.value = value;
    }
  };
  useEffect(() => {
    if (!isAwaited || !isCurrent || !form.current) return;
    if (known) fillCounts(form.current, series?.next ?? known.series, isWanted.current);
    setCounted(countedIn(form.current));
    setAwaited(false);
  }, [isAwaited, isCurrent, known, series]);
  useEffect(() => {
    if (isAwaited || !isWanted.current) return;
    isWanted.current = false;
    form.current?.requestSubmit();
  }, [isAwaited]);
  const create = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!template || isCreating) return;
    if (isAwaited) {
      isWanted.current = true;
      return;
    }
    setCreating(true);
    const filled = new FormData(event.currentTarget);
    const meta = metaOf(filled);
    const last = filled.get('continue');
    const make = async () => {
      const roster = known ? await rosterOf(client, known.id, meta.start ?? null) : [];
      const continues = typeof last === 'string' && { continues: last };
      await app.getState().create({ template, region: shownRegion, script: shownScript, meta: { ...meta, ...(known && { bodyId: known.id }) }, roster, ...continues });
    };
    void make().finally(() => setCreating(false));
  };

  return (
    <Dialog
      title={t('new.title')}
      wide
      foot={
        <>
          <button type="button" className="button" onClick={() => app.getState().set({ dialog: null })}>
            {t('cancel')}
          </button>
          <button type="submit" form={formId} className="button primary" disabled={!template || isCreating}>
            {t('new.create')}
          </button>
        </>
      }
    >
      <form ref={form} id={formId} onSubmit={create} className="new-meeting-form" onPointerDown={begin} onKeyDown={begin}>
        {error && <p role="alert">{sentence(error)}</p>}
        <div ref={cards} role="radiogroup" className="template-cards" aria-label={t('new.template')}>
          {templates === null && !error && Array.from({ length: 6 }, (_, index) => <div key={index} className="template-card skeleton-row" aria-hidden />)}
          {templates?.map(({ id, name, description }) => (
            <label key={id} className="template-card">
              <input type="radio" name="template" value={id} checked={id === template?.id} onChange={() => setChosen(id)} aria-describedby={`template-${id}`} aria-label={name[language]} />
              <span className="template-name">{name[language]}</span>
              <span id={`template-${id}`} className="template-description">
                {description[language]}
              </span>
            </label>
          ))}
        </div>
        <div className="new-meeting-choices">
          <BodyChoice chosen={known} onChoose={choose} />
          <Segments label={t('new.region')} options={regions.map((value) => ({ value, label: t(`region.${value}`) }))} value={shownRegion} onChange={setRegion} />
          <Segments label={t('new.script')} options={scripts.map((value) => ({ value, label: t(`script.${value}`) }))} value={shownScript} onChange={setScript} />
        </div>
        <fieldset className="new-meeting-details" onBlur={(event) => setCounted(countedIn(event.currentTarget))} onInput={(event) => countsAt(event.target) && setCounted(countedIn(event.currentTarget))}>
          <legend>{t('new.details')}</legend>
          <Field name="title" label={t('new.name')} wide />
          <Field name="organisation" label={t('new.organisation')} />
          <Field name="body" label={t('new.body')} placeholder={toScript(template?.meta?.body || t('new.bodyExample'), shownScript, shownRegion)} />
          <Field name="term" label={t('new.term')} type="number" />
          <Field name="session" label={t('new.session')} type="number" />
          <Field name="start" label={t('new.time')} type="datetime-local" />
          <Field name="chair" label={t('new.chair')} />
          <Field name="place" label={t('new.place')} />
          <SeriesNote known={series} />
        </fieldset>
      </form>
    </Dialog>
  );
}

interface FieldProps {
  name: string;
  label: string;
  type?: 'text' | 'number' | 'datetime-local';
  placeholder?: string;
  wide?: boolean;
}

function Field({ name, label, type = 'text', placeholder, wide = false }: FieldProps) {
  return (
    <label className={wide ? 'detail wide' : 'detail'}>
      <span className="form-label">{label}</span>
      <input className="input tabular" name={name} type={type} placeholder={placeholder} autoComplete="off" maxLength={500} min={1} max={type === 'number' ? 9999 : undefined} />
    </label>
  );
}

const countsAt = (target: EventTarget): boolean => target instanceof HTMLInputElement && target.type === 'number';

const fieldIn = (fields: HTMLElement | null, name: string): HTMLInputElement | null => fields?.querySelector<HTMLInputElement>(`input[name="${name}"]`) ?? null;

/** Fills in 屆 and 次 where nothing stands yet, and a 次 only in the 屆 that it counts on in. What she is at is left to her, unless she is done. */
function fillCounts(fields: HTMLElement, next: Series['next'], isDone: boolean): void {
  const fill = (name: 'term' | 'session') => {
    const field = fieldIn(fields, name);
    if (field?.value === '' && (isDone || field !== document.activeElement)) field.value = String(next[name] ?? '');
  };
  fill('term');
  if (fieldIn(fields, 'term')?.value === String(next.term ?? '')) fill('session');
}

/** Of which body it is a meeting, and which one. */
function countedIn(fields: HTMLElement): Omit<SeriesAsked, 'except'> {
  const text = (name: string): string => fieldIn(fields, name)?.value.trim() ?? '';
  const count = (name: string): number | null => (/^[1-9]\d{0,3}$/.test(text(name)) ? Number(text(name)) : null);
  return { organisation: text('organisation'), body: text('body'), term: count('term'), session: count('session') };
}

/** What was filled in; what was left empty stays with the template, or counts on from the last meeting. */
function metaOf(form: FormData): Partial<Meta> {
  const text = (name: string) => formText(form, name);
  const lines = (['title', 'organisation', 'body', 'chair', 'place'] as const).filter((name) => text(name) !== '');
  const next = { term: text('nextTerm'), session: text('nextSession') };
  // One of them alone is not counted on: 第七屆 begins with 第一次.
  const isOwn = text('term') !== '' || text('session') !== '' || text('continue') === '';
  const counts = (['term', 'session'] as const).filter((name) => (isOwn ? text(name) : next[name]) !== '');
  return {
    ...Object.fromEntries(lines.map((name) => [name, text(name)])),
    ...Object.fromEntries(counts.map((name) => [name, Number(isOwn ? text(name) : next[name])])),
    ...(text('start') !== '' && { start: text('start') }),
  };
}
