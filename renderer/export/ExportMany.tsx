import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { ExportChoice } from '#shared/export/options.ts';
import { labelled } from '#shared/language.ts';
import type { MeetingSummary } from '#shared/rpc/schemas.ts';
import { foldScript } from '#shared/text/fold.ts';
import { useApp, useParts } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { VirtualList } from '../app/VirtualList.tsx';
import { sentence, useLanguage, useText } from '../i18n/i18n.ts';
import { Came, Working } from '../safety/Working.tsx';
import { useWork } from '../safety/work.ts';
import { ChoiceFields } from './ChoiceFields.tsx';
import type { Exported } from './exported.types.ts';
import { exportMany } from './many.ts';
import '../safety/safety.css';
import './export.css';

const rowHeight = 30;
const byMeeting = ({ id }: MeetingSummary): string => id;

/** 匯出多份: the meetings of the library by body, year and title, ticked, into a folder or a zip. */
export function ExportMany() {
  const t = useText('exporting');
  const parts = useParts();
  const { app } = parts;
  const { set, change } = app.getState();
  const meetings = useStore(useApp((state) => state.library).state, ({ meetings }) => meetings);
  const hasFolders = useApp((state) => state.info.saving === 'dialog');
  const { exporting } = useApp((state) => state.settings);
  const { now, last } = useWork();
  const [choice, setChoice] = useState<ExportChoice>({ ...exporting, layout: null, copy: 'circulation' });
  const [body, setBody] = useState('');
  const [year, setYear] = useState('');
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const bodies = useMemo(() => [...new Set(meetings.map((one) => one.body).filter((name) => name !== ''))], [meetings]);
  const years = useMemo(() => [...new Set(meetings.map((one) => one.year))].sort((one, other) => other - one), [meetings]);
  const shown = useMemo(() => {
    const words = foldScript(title.trim().toLowerCase());
    return meetings.filter((one) => (body === '' || one.body === body) && (year === '' || one.year === Number(year)) && foldScript(one.title.toLowerCase()).includes(words));
  }, [meetings, body, year, title]);
  const picked = shown.filter(({ id }) => chosen.has(id));
  const isEmpty = picked.length === 0 || now !== null;

  const tick = (ids: readonly string[], isOn: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) if (isOn) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const run = (into: 'folder' | 'zip') => {
    void change({ exporting: { ...exporting, format: choice.format } });
    void exportMany(parts, picked.map(byMeeting), choice, into);
  };
  const done = last?.what === 'exportMany' ? last.result : null;
  return (
    <Dialog
      title={t('many.title')}
      wide
      foot={
        <>
          <button type="button" className="button" onClick={() => set({ dialog: null })}>
            {t('close')}
          </button>
          <button type="button" className={hasFolders ? 'button' : 'button primary'} disabled={isEmpty} onClick={() => run('zip')}>
            {t('many.zip')}
          </button>
          {hasFolders && (
            <button type="button" className="button primary" disabled={isEmpty} onClick={() => run('folder')}>
              {t('many.folder')}
            </button>
          )}
        </>
      }
    >
      <div className="export-filters">
        <input className="input" type="search" placeholder={t('many.find')} aria-label={t('many.find')} value={title} onChange={(event) => setTitle(event.target.value)} />
        <select className="select" aria-label={t('many.body')} value={body} onChange={(event) => setBody(event.target.value)}>
          <option value="">{t('many.anyBody')}</option>
          {bodies.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
        <select className="select" aria-label={t('many.year')} value={year} onChange={(event) => setYear(event.target.value)}>
          <option value="">{t('many.anyYear')}</option>
          {years.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </div>
      <div className="export-meetings">
        <label className="export-meeting export-all">
          <input type="checkbox" checked={shown.length > 0 && picked.length === shown.length} disabled={shown.length === 0} onChange={(event) => tick(shown.map(byMeeting), event.target.checked)} />
          <span className="export-meeting-title">{t('many.all')}</span>
          <span className="export-meeting-day tabular" role="status">
            {t('many.chosen', { count: picked.length })}
          </span>
        </label>
        {shown.length === 0 && <p className="pane-hint">{t('many.none')}</p>}
        <VirtualList items={shown} keyOf={byMeeting} sizeOf={() => rowHeight} className="export-rows">
          {(meeting) => (
            <label className="export-meeting">
              <input type="checkbox" checked={chosen.has(meeting.id)} onChange={(event) => tick([meeting.id], event.target.checked)} />
              <span className="export-meeting-title">{meeting.title || t('many.untitled')}</span>
              <span className="export-meeting-day tabular">{meeting.start?.slice(0, 10) ?? meeting.year}</span>
            </label>
          )}
        </VirtualList>
      </div>
      <div className="export-form">
        <ChoiceFields choice={choice} meta={null} onChoose={(patch) => setChoice({ ...choice, ...patch })} />
      </div>
      <div className="export-came">
        <Working kinds={['exportMany']} />
        {done && !done.ok && <Came error={done.error} />}
        {done?.ok && done.value.name !== null && <Outcome done={done.value} />}
      </div>
    </Dialog>
  );
}

/** How many went out, and which did not. */
function Outcome({ done: { name, report } }: { done: Exported }) {
  const t = useText('exporting');
  const language = useLanguage();
  return (
    <>
      <Came>{t('many.done', { count: report.written, name: name ?? '' })}</Came>
      {report.failed.length > 0 && (
        <div className="safety-findings">
          <p className="safety-overdue">{t('many.failed', { count: report.failed.length })}</p>
          <ul className="safety-list">
            {report.failed.map(({ id, title, error }) => (
              <li key={id}>
                {labelled(title, sentence(error), language)}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
