import { Check, Trash2, X } from 'lucide-react';
import { type ChangeEvent, type MouseEvent, useRef } from 'react';
import type { Proposal, Proposed } from '#shared/comments/proposals.ts';
import type { Decision, Returned } from '#shared/comments/returned.ts';
import { blocks } from '#shared/minutes/blocks/index.ts';
import { useApp, useParts } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import type { Current } from '../app/state.ts';
import { whenOf } from '../history/when.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import { type Circulation, exportList, putIn, sendOut, useCirculation, useProposed } from './comments.ts';
import '../history/comparison.css';
import './comments.css';

type Open = Extract<Current, { kind: 'open' }>;

/** 送審與意見 of the open meeting. */
export function Comments() {
  const current = useApp((state) => state.current);
  return current.kind === 'open' ? <OfMeeting key={current.id} current={current} /> : null;
}

function OfMeeting({ current }: { current: Open }) {
  const t = useText('comments');
  const parts = useParts();
  const circulation = useCirculation(current.id);
  const proposed = useProposed(current, circulation);
  const picker = useRef<HTMLInputElement>(null);
  const { copies, reading } = circulation;
  const all = proposed.flatMap(({ proposals }) => proposals);
  const open = all.filter(({ decision }) => decision === null).length;
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])];
    // So that the same can be chosen again.
    target.value = '';
    void circulation.takeIn(files);
  };
  return (
    <Dialog
      title={t('title')}
      wide
      foot={
        <>
          <button type="button" className="button" disabled={all.length === 0} onClick={() => void exportList(parts, current.id)}>
            {t('list')}
          </button>
          <span className="safety-space" />
          <button type="button" className="button" onClick={() => void sendOut(parts, current.id)}>
            {t('send')}
          </button>
          <button type="button" className="button primary" disabled={reading !== null} onClick={() => picker.current?.click()}>
            {t('take')}
          </button>
        </>
      }
    >
      <input ref={picker} type="file" hidden multiple accept=".docx,.docm" data-returned onChange={choose} />
      <div className="comments">
        {copies?.length === 0 && <p>{t('empty')}</p>}
        {reading !== null && <p role="status">{t('reading', { name: reading })}</p>}
        {copies !== null && copies.length > 0 && (
          <>
            <ul className="comments-copies" aria-label={t('copies')}>
              {copies.map((copy) => (
                <CopyLine key={copy.id} copy={copy} circulation={circulation} />
              ))}
            </ul>
            <p className="tabular" role="status">
              {all.length === 0 ? t('none') : t('count', { all: all.length, open })}
            </p>
            <div className="comments-parts" tabIndex={0}>
              {proposed.map((part) => (
                <Part key={part.blockId ?? ''} part={part} current={current} circulation={circulation} />
              ))}
            </div>
          </>
        )}
      </div>
    </Dialog>
  );
}

function CopyLine({ copy, circulation }: { copy: Returned; circulation: Circulation }) {
  const t = useText('comments');
  return (
    <li>
      <input
        className="input"
        aria-label={t('by', { name: copy.name })}
        placeholder={t('by.unknown')}
        defaultValue={copy.by}
        maxLength={200}
        onBlur={({ target }) => target.value.trim() !== copy.by && void circulation.note(copy.id, { by: target.value.trim() })}
        onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && event.currentTarget.blur()}
      />
      <span className="comments-file">{copy.name}</span>
      <span className="tabular import-hint">{whenOf(copy.at)}</span>
      {copy.unplaced.length > 0 && (
        <span className="import-contested" title={copy.unplaced.join('\n')}>
          {t('unplaced', { count: copy.unplaced.length })}
        </span>
      )}
      <button type="button" className="icon-button" aria-label={t('drop', { name: copy.name })} title={t('drop', { name: copy.name })} onClick={() => void circulation.drop(copy.id)}>
        <Trash2 />
      </button>
    </li>
  );
}

/** What everybody proposes for one part of the text, beside each other. */
function Part({ part: { blockId, kind, words, proposals }, current, circulation }: { part: Proposed; current: Open; circulation: Circulation }) {
  const t = useText('comments');
  const h = useText('history');
  const language = useLanguage();
  const { app } = useParts();
  const name = kind === null ? t('nowhere') : kind === 'meta' || kind === 'roster' ? h(`part.${kind}`) : blocks[kind].label[language];
  const show = () => {
    app.getState().set({ dialog: null });
    if (blockId !== null) setTimeout(() => current.session.jumpTo(blockId));
  };
  return (
    <section className="comments-part" aria-label={`${name} ${words}`}>
      <header>
        <span className="comments-kind">{name}</span>
        <span className="comments-words">{words}</span>
        {blockId !== null && kind !== 'meta' && kind !== 'roster' && (
          <button type="button" className="button quiet" aria-label={t('show.named', { words: words || name })} onClick={show}>
            {t('show')}
          </button>
        )}
      </header>
      <div className="comments-proposals">
        {proposals.map((proposal) => (
          <OneProposal key={`${proposal.copy} ${proposal.key}`} proposal={proposal} current={current} circulation={circulation} />
        ))}
      </div>
    </section>
  );
}

function OneProposal({ proposal, current, circulation }: { proposal: Proposal; current: Open; circulation: Circulation }) {
  const t = useText('comments');
  const parts = useParts();
  const { change, quote, text, by, decision, copy, key } = proposal;
  const decide = (as: Decision | null) => (event: MouseEvent<HTMLElement>) => {
    if (as === 'accepted' && !putIn(parts, current, circulation, proposal)) return;
    // By keyboard she goes from one to the next, before this button is gone; a click leaves the view where it is.
    if (as !== null && event.detail === 0) focusNext(event.currentTarget);
    void circulation.note(copy, { decision: { key, as } });
  };
  return (
    <article className="comments-proposal" data-decision={decision ?? 'open'}>
      <p className="comments-by">{t(change ? 'proposes' : 'says', { by: by || t('by.unknown') })}</p>
      <div className="difference-text">
        {change
          ? change.parts.map((piece, index) => (piece.state === 'same' ? piece.text : piece.state === 'added' ? <ins key={index}>{piece.text}</ins> : <del key={index}>{piece.text}</del>))
          : [quote !== '' && <q key="quote">{quote}</q>, text]}
      </div>
      <footer>
        {decision === null ? (
          <>
            <button type="button" className="button" onClick={decide('accepted')}>
              <Check aria-hidden />
              {t(change ? 'accept' : 'agree')}
            </button>
            <button type="button" className="button" onClick={decide('declined')}>
              <X aria-hidden />
              {t('decline')}
            </button>
          </>
        ) : (
          <>
            <span className="comments-decision">{t(`decision.${decision}`)}</span>
            <button type="button" className="button quiet" onClick={decide(null)}>
              {t('reopen')}
            </button>
          </>
        )}
      </footer>
    </article>
  );
}

/** Gives the focus to the next proposal that is still open, from one of the buttons of this one. */
function focusNext(button: HTMLElement): void {
  const card = button.closest('.comments-proposal');
  const open = [...document.querySelectorAll('.comments-proposal[data-decision="open"]')];
  const at = card ? open.indexOf(card) : -1;
  const next = open[at + 1] ?? open[0];
  if (next !== card) next?.querySelector('button')?.focus();
}
