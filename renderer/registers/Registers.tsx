import { Tabs } from '@base-ui/react/tabs';
import { Download, Search, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type Register, registers } from '#shared/registers/entries.ts';
import { noRegisterFilters, type RegisterFilters } from '#shared/registers/query.ts';
import type { AnyLine, DecisionLine, ElectionLine } from '#shared/registers/rows.ts';
import { useApp, useParts } from '../app/context.ts';
import { today } from '../app/today.ts';
import { sentence, useLanguage, useText } from '../i18n/i18n.ts';
import { lineName } from './columns.tsx';
import { exportRegister } from './exporting.ts';
import { mark } from './marking.ts';
import { isNarrowed, type RegisterAsked, type RegisterOrder, useRegister } from './register.ts';
import { RegisterFilterRow } from './RegisterFilterRow.tsx';
import { RegisterRows } from './RegisterRows.tsx';
import './registers.css';

/** How each register was last looked at, for as long as the window is there. */
const last: Record<Register, { filters: RegisterFilters; order: RegisterOrder | null }> = {
  decisions: { filters: noRegisterFilters, order: null },
  actions: { filters: noRegisterFilters, order: { by: 'due', down: false } },
  elections: { filters: noRegisterFilters, order: null },
};

/** 登記簿, in the place of the paper: what all meetings decided, assigned and elected. */
export function Registers({ register }: { register: Register }) {
  const t = useText('registers');
  const { app } = useParts();
  const close = () => {
    app.getState().set({ register: null });
    setTimeout(() => {
      const { current } = app.getState();
      if (current.kind === 'open') current.session.focus();
    });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    close();
  };
  return (
    <section className="registers" aria-label={t('title')} onKeyDown={onKey}>
      <Tabs.Root value={register} onValueChange={(next: Register) => app.getState().set({ register: next })} className="registers-tabs">
        <header className="registers-head">
          <h2 className="registers-title">{t('title')}</h2>
          <Tabs.List className="tab-list registers-list" activateOnFocus>
            {registers.map((one) => (
              <Tabs.Tab key={one} value={one} className="tab">
                {t(`tab.${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <button type="button" className="icon-button" aria-label={t('back')} title={`${t('back')}  Esc`} onClick={close}>
            <X />
          </button>
        </header>
        {registers.map((one) => (
          <Tabs.Panel key={one} value={one} className="registers-panel">
            <OneRegister register={one} />
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </section>
  );
}

function OneRegister({ register }: { register: Register }) {
  const t = useText('registers');
  const language = useLanguage();
  const parts = useParts();
  const { app, client } = parts;
  const library = useApp((state) => state.library);
  // The list of meetings is read again whenever anything was changed elsewhere.
  const meetings = useStore(library.state, (state) => state.meetings);
  const [{ filters, order }, setLook] = useState(last[register]);
  const [isSaved, setSaved] = useState(false);
  const look = (next: typeof last.decisions) => {
    last[register] = next;
    setLook(next);
  };
  const asked = useMemo((): RegisterAsked => ({ register, filters, order }), [register, filters, order]);
  const version = useMemo(() => [meetings, isSaved], [meetings, isSaved]);
  const state = useRegister(client, asked, version);
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    field.current?.focus();
    // What is typed and not yet saved belongs to the register as well.
    void app.getState().flush().then(() => setSaved(true));
  }, [app]);

  const open = (line: AnyLine) => {
    void app.getState().open(line.meeting.id, { blockId: line.blockId, hit: lineName(line) });
  };
  const cellParts = {
    t,
    language,
    today: today(),
    mark: (line: Parameters<typeof mark>[1], isDone: boolean) => void mark(parts, line, isDone, state.again),
    excerpt: (line: DecisionLine | ElectionLine) => app.getState().set({ dialog: { kind: 'export', excerpt: { meetingId: line.meeting.id, blockId: line.blockId } } }),
    showHistory: (line: DecisionLine) =>
      app.getState().set({ dialog: { kind: 'matterHistory', meetingId: line.meeting.id, blockId: line.blockId, matter: line.matter, organisation: line.meeting.organisation, body: line.meeting.body, start: line.meeting.start } }),
  };
  const onFieldKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') document.querySelector<HTMLElement>('.register-rows')?.focus();
    else if (event.key === 'Escape' && event.currentTarget.value !== '') {
      event.currentTarget.value = '';
      look({ filters: { ...filters, query: '' }, order });
    } else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="register-tools">
        <div className="search-field register-search">
          <Search aria-hidden />
          <input
            ref={field}
            type="search"
            className="search-input"
            placeholder={t('search')}
            aria-label={t('search')}
            defaultValue={filters.query}
            maxLength={500}
            onChange={(event) => {
              if (!(event.nativeEvent as InputEvent).isComposing) look({ filters: { ...filters, query: event.target.value }, order });
            }}
            onCompositionEnd={(event) => look({ filters: { ...filters, query: event.currentTarget.value }, order })}
            onKeyDown={onFieldKey}
          />
        </div>
        <RegisterFilterRow register={register} filters={filters} version={version} onChange={(next) => look({ filters: next, order })} />
        <span className="register-space" />
        <span className="register-count tabular" role="status">
          {state.kind === 'ready' && t('count', { count: state.total.toLocaleString(language) })}
        </span>
      </div>
      {state.indexing && <p className="register-indexing tabular">{t('indexing', { indexed: state.indexing.indexed, total: state.indexing.total })}</p>}
      {state.kind === 'failed' && state.error ? (
        <div className="middle-state" role="alert">
          <h2>{t('failed')}</h2>
          <p>{sentence(state.error)}</p>
          <button type="button" className="button" onClick={state.again}>
            {t('again')}
          </button>
        </div>
      ) : state.kind === 'loading' ? (
        <div className="skeleton" role="status" aria-label={t('loading')}>
          {Array.from({ length: 8 }, (_, index) => (
            <div key={index} className="skeleton-row" aria-hidden />
          ))}
        </div>
      ) : state.total === 0 ? (
        <div className="middle-state">
          <h2>{isNarrowed(filters) ? t('empty.filtered') : t(`empty.${register}`)}</h2>
          {isNarrowed(filters) ? (
            <button
              type="button"
              className="button"
              onClick={() => {
                if (field.current) field.current.value = '';
                look({ filters: noRegisterFilters, order });
              }}
            >
              {t('filter.clear')}
            </button>
          ) : (
            <p>{t('empty.hint')}</p>
          )}
        </div>
      ) : (
        <>
          <RegisterRows register={register} state={state} order={order} parts={cellParts} onOrder={(next) => look({ filters, order: next })} onOpen={open} />
          <footer className="register-foot">
            <span className="register-keys">{t('keys')}</span>
            {(['xlsx', 'csv'] as const).map((format) => (
              <button key={format} type="button" className="button quiet small" onClick={() => void exportRegister(parts, asked, format)}>
                <Download aria-hidden />
                {t(`export.${format}`)}
              </button>
            ))}
          </footer>
        </>
      )}
    </>
  );
}
