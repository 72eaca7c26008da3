import { type KeyboardEvent, useState } from 'react';
import { listed } from '#shared/language.ts';
import type { Backup } from '#shared/rpc/backups.ts';
import { useApp, useParts } from '../app/context.ts';
import { whenOf } from '../history/when.ts';
import { sentence, useLanguage, useText } from '../i18n/i18n.ts';
import { afterMove, moveOf } from '../library/rows.ts';
import { backUpNow, useBackups } from './backups.ts';
import { OneMeeting } from './OneMeeting.tsx';
import { RestoreAll } from './RestoreAll.tsx';
import { SecondPlace } from './SecondPlace.tsx';
import { carryOut, useWork } from './work.ts';
import { sizeName } from './words.ts';
import { Came, Working } from './Working.tsx';

/** 備份: the list, what can be done with one of it, and where else copies go. */
export function Backups() {
  const t = useText('safety');
  const parts = useParts();
  const { client } = parts;
  const state = useBackups();
  const { now } = useWork();
  const isReadOnly = useApp(({ health }) => Boolean(health?.readOnly));
  const [active, setActive] = useState<string | null>(null);
  const [step, setStep] = useState<'list' | 'one' | 'all'>('list');
  if (!state) return null;

  const chosen = state.backups.find(({ id }) => id === active) ?? state.backups[0] ?? null;
  const isBusy = now !== null;
  if (step === 'one' && chosen) return <OneMeeting backup={chosen} onBack={() => setStep('list')} />;

  const newest = state.lastVerifiedAt === null ? t('backup.none') : t('backup.newest', { when: whenOf(state.lastVerifiedAt) });
  const summary = state.overdue ? t('backup.overdue') : newest;
  const verify = (id: string) => void carryOut('verify', id, ({ job }) => client.store.backups.verify({ id, job }));
  const rehearse = (id: string) => void carryOut('rehearse', id, ({ job }) => client.store.backups.rehearse({ id, job }));
  return (
    <>
      <div className="safety-head">
        <p className={state.overdue ? 'safety-overdue' : undefined}>{summary}</p>
        <button type="button" className="button primary" disabled={isBusy || isReadOnly} onClick={() => void backUpNow(parts)}>
          {t('backup.now')}
        </button>
      </div>
      {state.error && !isBusy && <Came error={state.error} />}
      {state.place && <p className="safety-overdue">{sentence(state.place)}</p>}
      {state.backups.length > 0 && <List backups={state.backups} chosen={chosen} onChoose={setActive} />}
      {chosen && (
        <div className="safety-acts" role="group" aria-label={whenOf(chosen.madeAt)}>
          <button type="button" className="button" disabled={isBusy || isReadOnly} onClick={() => verify(chosen.id)}>
            {t('verify')}
          </button>
          <button type="button" className="button" disabled={isBusy || isReadOnly} onClick={() => rehearse(chosen.id)}>
            {t('rehearse')}
          </button>
          <span className="safety-space" />
          <button type="button" className="button" disabled={isBusy || isReadOnly} onClick={() => setStep('one')}>
            {t('restoreOne')}
          </button>
          <button type="button" className="button" disabled={isBusy || isReadOnly || chosen.verifiedAt === null} onClick={() => setStep('all')}>
            {t('restoreAll')}
          </button>
        </div>
      )}
      <div className="safety-outcome">
        <Working kinds={['backup', 'verify', 'rehearse', 'restore']} />
        {chosen && <LastCame backup={chosen} />}
      </div>
      <SecondPlace second={state.second} />
      {step === 'all' && chosen && <RestoreAll backup={chosen} onClose={() => setStep('list')} />}
    </>
  );
}

interface ListProps {
  backups: readonly Backup[];
  chosen: Backup | null;
  onChoose(id: string): void;
}

function List({ backups, chosen, onChoose }: ListProps) {
  const t = useText('safety');
  const language = useLanguage();
  const hasSecond = backups.some(({ second }) => second);
  const onKey = (event: KeyboardEvent) => {
    const move = moveOf(event.key);
    const next = move && afterMove(backups.map(({ id }) => id), chosen?.id ?? null, move);
    if (!next) return;
    event.preventDefault();
    onChoose(next);
  };
  const show = (row: HTMLElement | null): void => row?.scrollIntoView({ block: 'nearest' });
  return (
    <div className="backup-list" data-second={hasSecond || undefined}>
      <div className="backup-row backup-heads" aria-hidden>
        <span>{t('col.when')}</span>
        <span>{t('col.reason')}</span>
        <span className="figure">{t('col.meetings')}</span>
        <span className="figure">{t('col.size')}</span>
        <span>{t('col.verified')}</span>
        {hasSecond && <span>{t('col.second')}</span>}
      </div>
      <div className="backup-rows" role="listbox" tabIndex={0} aria-label={t('list.label')} aria-activedescendant={chosen ? `backup-${chosen.id}` : undefined} onKeyDown={onKey}>
        {backups.map((backup) => {
          const { id, madeAt, reason, verifiedAt, meetings, bytes, second } = backup;
          return (
            <div
              key={id}
              id={`backup-${id}`}
              ref={backup === chosen ? show : null}
              className="backup-row"
              role="option"
              aria-selected={backup === chosen}
              onClick={() => onChoose(id)}
            >
              <span className="tabular">{whenOf(madeAt)}</span>
              <span>{t(`reason.${reason}`)}</span>
              <span className="figure tabular">{meetings.toLocaleString(language)}</span>
              <span className="figure tabular">{sizeName(bytes, language)}</span>
              {verifiedAt ? <span className="tabular backup-good">{whenOf(verifiedAt)}</span> : <span className="backup-bad">{t('verified.no')}</span>}
              {hasSecond && <span>{second ? t('second.yes') : ''}</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** What the last work with this backup came to. */
function LastCame({ backup }: { backup: Backup }) {
  const t = useText('safety');
  const { last } = useWork();
  if (!last || (last.what !== 'backup' && last.about !== backup.id)) return null;
  const when = whenOf(backup.madeAt);
  switch (last.what) {
    case 'backup':
      // Why one failed stands above the list until one succeeds.
      if (last.result.ok) return last.result.value.id === backup.id && <Came>{t('backup.made', { when, count: last.result.value.meetings })}</Came>;
      return last.result.error.code === 'work.stopped' && <Came error={last.result.error} />;
    case 'verify':
      return last.result.ok ? <Came>{t('verify.done', { when })}</Came> : <Came error={last.result.error} />;
    case 'rehearse':
      return last.result.ok ? <Rehearsed {...last.result.value} /> : <Came error={last.result.error} />;
    case 'restore':
      return last.result.ok ? null : <Came error={last.result.error} />;
    default:
      return null;
  }
}

function Rehearsed({ meetings, versions, pictures, damaged, milliseconds }: { meetings: number; versions: number; pictures: number; damaged: string[]; milliseconds: number }) {
  const t = useText('safety');
  const language = useLanguage();
  const untitled = useText('app')('untitled');
  if (damaged.length > 0) {
    return <p className="safety-overdue" role="status">{t('rehearse.damaged', { count: damaged.length, titles: listed(damaged.slice(0, 5).map((title) => title || untitled), language) })}</p>;
  }
  const seconds = (milliseconds / 1000).toLocaleString(language, { maximumFractionDigits: 1 });
  return <Came>{t('rehearse.done', { meetings, versions, pictures, seconds })}</Came>;
}
