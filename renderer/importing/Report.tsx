import { useState } from 'react';
import { countsOf } from '#shared/imports/report.ts';
import type { ImportEntry } from '#shared/rpc/imports.ts';
import { useParts } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { VirtualList } from '../app/VirtualList.tsx';
import { sentence, useText } from '../i18n/i18n.ts';
import { Back } from './Back.tsx';
import type { Importing } from './importing.ts';

const states = ['all', 'taken', 'doubtful', 'duplicate', 'failed'] as const;

/** 匯入報告: what became of each file; a meeting opens from its line. */
export function Report({ report, isTrial }: Extract<Importing, { kind: 'done' }>) {
  const t = useText('imports');
  const { app } = useParts();
  const counts = countsOf(report.entries);
  const [only, setOnly] = useState<(typeof states)[number]>('all');
  const shown = report.entries.filter(({ state }) => only === 'all' || state === only);
  const rows = shown.map((entry, index) => ({ entry, key: `${index} ${entry.name}`, why: whyOf(entry, t) }));
  const open = (id: string) => {
    app.getState().set({ dialog: null, libraryView: 'meetings' });
    void app.getState().open(id);
  };
  return (
    <Dialog title={t(isTrial ? 'report.trial' : 'report.title', { name: report.name })} wide foot={<Back />}>
      <div className="import-report">
        {report.stopped && <p className="import-stopped">{t('report.stopped')}</p>}
        <div className="import-states" role="group" aria-label={t('report.show')}>
          {states
            .filter((state) => state === 'all' || counts[state] > 0)
            .map((state) => (
              <button key={state} type="button" className="button quiet" aria-pressed={only === state} onClick={() => setOnly(state)}>
                {t(`filter.${state}`)} <span className="tabular">{counts[state]}</span>
              </button>
            ))}
        </div>
        <VirtualList items={rows} keyOf={({ key }) => key} sizeOf={({ entry, why }) => (entry.title === '' ? 28 : 46) + 18 * Math.min(why.length, 6)} className="import-rows" role="list" aria-label={t('report.show')} tabIndex={0}>
          {({ entry, why }) => (
            <div className="import-row" role="listitem" data-state={entry.state}>
              <span className="import-state">{t(isTrial && (entry.state === 'taken' || entry.state === 'doubtful') ? `dry.${entry.state}` : `state.${entry.state}`)}</span>
              <div className="import-what">
                <span className="import-title">{entry.title || entry.name}</span>
                {entry.title !== '' && <span className="import-file">{entry.name}</span>}
                {why.slice(0, 6).map((one, index) => (
                  <span key={index} className="import-why" title={one}>
                    {one}
                  </span>
                ))}
              </div>
              {entry.meeting !== null && (
                <button type="button" className="button quiet" aria-label={t('open.named', { title: entry.title || entry.name })} onClick={() => open(entry.meeting ?? '')}>
                  {t('open')}
                </button>
              )}
            </div>
          )}
        </VirtualList>
      </div>
    </Dialog>
  );
}

type Words = ReturnType<typeof useText<'imports'>>;

/** Why a file is not plainly taken, a line each. */
function whyOf({ error, like, doubts }: ImportEntry, t: Words): string[] {
  return [
    ...(error ? [sentence(error)] : []),
    ...like.map(({ by, title }) => t(`like.${by}`, { title: title || t('untitled') })),
    ...doubts.map(({ kind, text }) => [t(`doubt.${kind}`), text].filter((part) => part !== '').join('　')),
  ];
}
