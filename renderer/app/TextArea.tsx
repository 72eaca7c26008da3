import { FileWarning, Lock } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, useEffect } from 'react';
import { MinutesEditor } from '../editor/index.ts';
import { Comparison } from '../history/Comparison.tsx';
import { sentence, useText } from '../i18n/i18n.ts';
import { SeriesBar } from '../registers/SeriesBar.tsx';
import { ConflictBar } from '../saving/Conflict.tsx';
import { StageBar } from '../stages/StageBar.tsx';
import { Preview } from '../preview/Preview.tsx';
import { found, unmark } from '../search/found.ts';
import { Furniture } from '../toolbar/Furniture.tsx';
import { useApp, useParts } from './context.ts';
import type { Current } from './state.ts';
import { useZoom } from './use-zoom.ts';

/** The middle of the window: the open meeting, or why there is none. */
export function TextArea() {
  const current = useApp((state) => state.current);
  switch (current.kind) {
    case 'open':
      return <Open key={current.id} current={current} />;
    case 'loading':
      return <Loading />;
    case 'readOnly':
      return <ReadOnly current={current} />;
    case 'failed':
      return <Failed current={current} />;
    case 'none':
      return <None />;
  }
}

function Open({ current }: { current: Extract<Current, { kind: 'open' }> }) {
  const zoom = useApp((state) => state.settings.zoom);
  const language = useApp((state) => state.language);
  const { session, jump } = current;
  const comparing = useApp((state) => (state.comparing?.id === current.id ? state.comparing : null));
  const isPreviewing = useApp((state) => state.previewing === current.id);
  const { app, client } = useParts();
  const desk = useZoom(zoom);

  useEffect(() => {
    // A dialog that was opened meanwhile keeps the focus.
    if (app.getState().dialog !== null) return;
    if (jump) session.jumpTo(jump.blockId, jump.hit, jump.mayFocus?.());
    // Nor is what she types in a field meanwhile ever let fall into the text.
    else if (!document.activeElement?.matches('input, textarea, select')) session.editor.focus(undefined, { defaultSelection: 'rootStart' });
  }, [app, session, jump]);

  // Esc goes back one step: the marks of a search go, then the focus to the list that the text was opened from.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !event.nativeEvent.isComposing) {
      if (found.getState().marked) unmark();
      else document.querySelector<HTMLElement>('[data-pane="library"] [data-search]')?.focus();
    }
  };
  // A click puts the caret into a link; with Ctrl it opens the address, after asking. The desktop asks by itself.
  const onClick = (event: MouseEvent) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[href]');
    if (!link) return;
    event.preventDefault();
    if (event.button !== 1 && !event.ctrlKey && !event.metaKey) return;
    if (app.getState().info.host === 'desktop') void client.host.openLink({ url: link.href });
    else app.getState().set({ dialog: { kind: 'openLink', url: link.href } });
  };
  return (
    <>
      <ConflictBar current={current} />
      <StageBar session={session} />
      <SeriesBar session={session} />
      {comparing && <Comparison current={current} comparing={comparing} />}
      {isPreviewing && !comparing && <Preview current={current} />}
      <div ref={desk} className="desk" hidden={comparing !== null || isPreviewing} onKeyDown={onKeyDown} onClick={onClick} onAuxClick={onClick}>
        <MinutesEditor session={session} zoom={zoom} language={language} />
        <Furniture session={session} />
      </div>
    </>
  );
}

function Loading() {
  const t = useText('app');
  return (
    <div className="desk" role="status" aria-label={t('loading')}>
      <div className="blank-paper paper paper-card" aria-hidden>
        <span className="blank-line title" />
        {Array.from({ length: 9 }, (_, index) => (
          <span key={index} className="blank-line" />
        ))}
      </div>
    </div>
  );
}

function ReadOnly({ current: { title, text, reason } }: { current: Extract<Current, { kind: 'readOnly' }> }) {
  const t = useText('app');
  // Where nothing at all can be changed, the bar over the window has said so.
  const isAll = useApp((state) => Boolean(state.health?.readOnly));
  return (
    <>
      {!isAll && (
        <div className="notice-bar" role="status">
          <Lock aria-hidden />
          <strong>{t('readOnly.title')}</strong>
          <span>{sentence(reason)}</span>
        </div>
      )}
      <div className="desk" tabIndex={0}>
        <article className="read-only paper paper-card">
          <h1>{title || t('untitled')}</h1>
          <p>{text}</p>
        </article>
      </div>
    </>
  );
}

function Failed({ current: { id, error } }: { current: Extract<Current, { kind: 'failed' }> }) {
  const t = useText('app');
  const { app } = useParts();
  return (
    <div className="middle-state" role="alert">
      <FileWarning aria-hidden />
      <h2>{t('failed.title')}</h2>
      <p>{sentence(error)}</p>
      <button type="button" className="button" onClick={() => void app.getState().open(id)}>
        {t('again')}
      </button>
    </div>
  );
}

function None() {
  const t = useText('app');
  const { app } = useParts();
  return (
    <div className="middle-state">
      <h2>{t('none.title')}</h2>
      <p>{t('none.text')}</p>
      <button type="button" className="button primary" onClick={() => app.getState().set({ dialog: { kind: 'newMeeting' } })}>
        {t('newMeeting')}
      </button>
    </div>
  );
}
