import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { changedCharacters } from '#shared/minutes/difference/index.ts';
import { useApp, useParts } from '../app/context.ts';
import { Segments } from '../app/Segments.tsx';
import type { Current } from '../app/state.ts';
import { usePresent } from '../editor/use-present.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import { keepBoth, keepMine } from '../saving/others.ts';
import { entriesOf, restorePart, restoreVersion } from './comparing.ts';
import { Entries } from './Entries.tsx';
import type { Comparing } from './sides.ts';
import { whenOf } from './when.ts';
import './comparison.css';

type Open = Extract<Current, { kind: 'open' }>;

/** Two texts beside each other, in the place of the paper. */
export function Comparison({ current, comparing }: { current: Open; comparing: Comparing }) {
  const t = useText('history');
  const saving = useText('saving');
  const language = useLanguage();
  const parts = useParts();
  const { set, change } = parts.app.getState();
  const layout = useApp((state) => state.settings.comparisonLayout);
  const [all, setAll] = useState(false);
  const present = usePresent(current.session);
  const isConflict = useStore(current.saver.state, (state) => state.kind === 'conflict') && comparing.purpose === 'conflict';
  const view = useRef<HTMLElement>(null);

  const entries = useMemo(() => entriesOf(comparing, present), [comparing, present]);
  const changed = entries.filter(({ state }) => state !== 'same');
  const size = changedCharacters(changed.flatMap((entry) => entry.parts));
  const count = (number: number) => number.toLocaleString(language);
  const when = comparing.before.name ?? whenOf(comparing.before.savedAt);
  const titles =
    comparing.purpose === 'conflict'
      ? { before: t('side.theirs', { when }), after: t('side.mine') }
      : { before: t('from', { when }), after: comparing.after ? t('from', { when: comparing.after.name ?? whenOf(comparing.after.savedAt) }) : t('to') };

  useEffect(() => view.current?.focus(), [comparing]);

  const close = () => {
    set({ comparing: null });
    setTimeout(() => current.session.focus());
  };
  const step = (by: 1 | -1) => {
    const places = [...(view.current?.querySelectorAll<HTMLElement>('[data-changed]') ?? [])];
    const at = places.findIndex((place) => place === document.activeElement || place.contains(document.activeElement));
    const next = places[at === -1 ? (by === 1 ? 0 : places.length - 1) : (at + by + places.length) % places.length];
    next?.focus({ preventScroll: true });
    next?.scrollIntoView({ block: 'center' });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'F8') step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section ref={view} className="comparison" data-layout={layout} aria-label={t('comparison')} tabIndex={-1} onKeyDown={onKey}>
      <header className="comparison-head">
        <div className="comparison-titles">
          <span className="comparison-title before">{titles.before}</span>
          <span aria-hidden>→</span>
          <span className="comparison-title after">{titles.after}</span>
          <span className="comparison-summary tabular" role="status">
            {changed.length === 0 ? t('summary.none') : t('summary', { added: count(size.added), removed: count(size.removed), places: count(changed.length) })}
          </span>
        </div>
        <div className="comparison-tools">
          <Segments
            bare
            label={t('layout')}
            options={[
              { value: 'side', label: t('layout.side') },
              { value: 'inline', label: t('layout.inline') },
            ]}
            value={layout}
            onChange={(value) => void change({ comparisonLayout: value })}
          />
          <label className="comparison-check">
            <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />
            {t('all')}
          </label>
          <span className="comparison-space" />
          <button type="button" className="icon-button" aria-label={t('previous')} title={`${t('previous')}  Shift+F8`} disabled={changed.length === 0} onClick={() => step(-1)}>
            <ArrowUp />
          </button>
          <button type="button" className="icon-button" aria-label={t('next')} title={`${t('next')}  F8`} disabled={changed.length === 0} onClick={() => step(1)}>
            <ArrowDown />
          </button>
          {isConflict ? (
            <>
              <button type="button" className="button" onClick={() => void keepBoth(parts.app, parts.client, current)}>
                {saving('conflict.keepBoth')}
              </button>
              <button type="button" className="button primary" title={saving('conflict.keepMineHint')} onClick={() => void keepMine(parts.app, parts.client, current)}>
                {saving('conflict.keepMine')}
              </button>
            </>
          ) : (
            comparing.after === null &&
            comparing.purpose === 'history' && (
              <button type="button" className="button" disabled={changed.length === 0} onClick={() => restoreVersion(parts, current, comparing.before)}>
                {t('restore')}
              </button>
            )
          )}
          <button type="button" className="icon-button" aria-label={t('close')} title={`${t('close')}  Esc`} onClick={close}>
            <X />
          </button>
        </div>
      </header>
      <Entries
        entries={entries}
        all={all}
        layout={layout}
        script={present.meta.script}
        purpose={comparing.purpose}
        onRestore={comparing.after === null ? (blockId) => restorePart(parts, current, comparing, blockId) : null}
      />
    </section>
  );
}
