import { Minus, Plus } from 'lucide-react';
import { useStore } from 'zustand';
import { correctionUnderway, stageOf } from '#shared/minutes/stage.ts';
import { useApp, useParts, useView } from '../app/context.ts';
import { stepZoom } from '../commands/zoom.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { sentence, useLanguage, useText } from '../i18n/i18n.ts';
import { LayoutMenu } from '../layouts/LayoutMenu.tsx';
import { keepElsewhere } from '../saving/emergency.ts';
import { SafetyItem } from '../safety/SafetyItem.tsx';
import type { Saver, SaveState as State } from '../saving/saver.ts';
import { savedTime } from './saved-time.ts';
import { usePage } from './use-page.ts';
import './status.css';

/** The line at the foot of the window: what is saved, how long the text is, what waits to be filled in. */
export function StatusLine() {
  const t = useText('status');
  const app = useText('app');
  const { app: store } = useParts();
  const current = useApp((state) => state.current);
  const zoom = useApp((state) => state.settings.zoom);
  const isPreviewing = useApp((state) => state.previewing !== null);
  return (
    <footer className="status-line" data-pane="status" aria-label={app('pane.status')}>
      {current.kind === 'readOnly' && <ReadOnly />}
      {current.kind === 'open' && <Open session={current.session} saver={current.saver} />}
      <span className="status-space" />
      <SafetyItem />
      {current.kind === 'open' && !isPreviewing && (
        <div className="status-zoom" role="group" aria-label={t('zoom')}>
          <button type="button" className="icon-button small" aria-label={t('zoomOut')} onClick={() => stepZoom(store, -1)}>
            <Minus />
          </button>
          <button type="button" className="status-button tabular" title={t('zoom')} onClick={() => stepZoom(store, 0)}>
            {t('zoomValue', { percent: zoom })}
          </button>
          <button type="button" className="icon-button small" aria-label={t('zoomIn')} onClick={() => stepZoom(store, 1)}>
            <Plus />
          </button>
        </div>
      )}
    </footer>
  );
}

function ReadOnly() {
  const t = useText('saving');
  return (
    <span className="status-item status-save" data-state="readOnly" role="status">
      <span className="status-dot" aria-hidden />
      {t('readOnly')}
    </span>
  );
}

function Open({ session, saver }: { session: EditorSession; saver: Saver }) {
  const t = useText('status');
  const language = useLanguage();
  const characters = useView(session, (view) => view.characters);
  const blanks = useView(session, (view) => view.blanks);
  const isPreviewing = useApp((state) => state.previewing !== null);
  return (
    <>
      <SaveState saver={saver} />
      <StageItem session={session} />
      {!isPreviewing && <PageItem session={session} />}
      <span className="status-item tabular">{t('characters', { count: characters.toLocaleString(language) })}</span>
      <LayoutMenu session={session} />
      {blanks > 0 && (
        <button type="button" className="status-button status-blanks tabular" title={t('blanksHint')} onClick={() => session.nextBlank()}>
          {t('blanks', { count: blanks })}
        </button>
      )}
    </>
  );
}

/** The page of the caret, and how many there are on paper. */
function PageItem({ session }: { session: EditorSession }) {
  const t = useText('status');
  const shown = usePage(session);
  if (!shown) return null;
  const { page, pages } = shown;
  return (
    <span className="status-item status-page tabular" title={t('pageHint')}>
      {page === null ? t('pages', { pages }) : t('page', { page, pages })}
    </span>
  );
}

/** How far the record is. */
function StageItem({ session }: { session: EditorSession }) {
  const t = useText('stages');
  const stage = useView(session, ({ meta }) => stageOf(meta));
  const correcting = useView(session, ({ meta }) => correctionUnderway(meta) !== null);
  return (
    <span className="status-item status-stage" data-stage={correcting ? 'correcting' : stage}>
      {t(correcting ? 'correcting' : stage)}
    </span>
  );
}

function SaveState({ saver }: { saver: Saver }) {
  const t = useText('saving');
  const parts = useParts();
  const state = useStore(saver.state);
  const emergency = useApp((app) => app.emergency);
  const warning = useApp((app) => app.health?.warning ?? null);
  const isFailed = state.kind === 'failed';
  const words = wordsOf(state, t);
  return (
    <>
      <span className="status-item status-save tabular" data-state={state.kind} title={words} role="status" aria-live="polite">
        <span className="status-dot" aria-hidden />
        <span className="status-words">{words}</span>
      </span>
      {state.kind === 'saved' && warning && (
        <span className="status-item status-warning" title={sentence(warning)}>
          {t('nearlyFull')}
        </span>
      )}
      {isFailed && emergency.at !== null && (
        <span className="status-item status-copied tabular" title={t('copied.hint')}>
          {t('copied', { time: savedTime(new Date(emergency.at), new Date()) })}
        </span>
      )}
      {isFailed && emergency.at === null && emergency.onlyHere && <span className="status-item status-warning">{t('onlyHere')}</span>}
      {isFailed && (
        <>
          <button type="button" className="status-button" onClick={() => saver.retry()}>
            {t('retry')}
          </button>
          <button type="button" className="status-button" onClick={() => void keepElsewhere(parts)}>
            {t('elsewhere')}
          </button>
        </>
      )}
    </>
  );
}

/** The one sentence that is true now. */
function wordsOf(state: State, t: ReturnType<typeof useText<'saving'>>): string {
  const time = (at: string): string => savedTime(new Date(at), new Date());
  switch (state.kind) {
    case 'saved':
      return t('saved', { time: time(state.at) });
    case 'conflict':
      return t('conflict');
    case 'failed':
      return state.error.code === 'store.unreachable'
        ? t('reconnecting', { since: time(state.since) })
        : t('unsaved', { since: time(state.since), why: sentence(state.error) });
    case 'unsaved':
    case 'saving':
      return t('saving');
  }
}
