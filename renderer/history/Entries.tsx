import { RotateCcw, UnfoldVertical } from 'lucide-react';
import { useState } from 'react';
import { blocks } from '#shared/minutes/blocks/index.ts';
import type { Difference, Piece } from '#shared/minutes/difference/index.ts';
import { labelled, type Script } from '#shared/language.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import type { Comparing } from './sides.ts';

interface EntriesProps {
  entries: readonly Difference[];
  /** What did not change is shown too. */
  all: boolean;
  layout: 'side' | 'inline';
  script: Script;
  purpose: Comparing['purpose'];
  /** null where neither side can be changed. */
  onRestore: ((blockId: string) => void) | null;
}

/** Up to so many unchanged blocks are shown rather than folded away. */
const mostContext = 2;

/** The parts of two texts in order; long runs of what did not change are folded. */
export function Entries({ entries, all, ...rest }: EntriesProps) {
  const t = useText('history');
  const language = useLanguage();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const runs: Difference[][] = [];
  for (const entry of entries) {
    if (entry.state === 'same' && entry.before.length === 0) continue;
    const last = runs.at(-1);
    if (entry.state === 'same' && last?.[0]?.state === 'same') last.push(entry);
    else runs.push([entry]);
  }
  return (
    <div className="comparison-body paper paper-card" lang={rest.script === 'Hant' ? 'zh-Hant' : 'zh-Hans'}>
      {runs.map((run) => {
        const [first] = run;
        if (!first) return null;
        const folded = first.state === 'same' && run.length > mostContext && !all && !open.has(first.blockId);
        return folded ? (
          <button key={first.blockId} type="button" className="comparison-fold" onClick={() => setOpen(new Set(open).add(first.blockId))}>
            <UnfoldVertical aria-hidden />
            {t('unchanged', { count: run.length.toLocaleString(language) })}
          </button>
        ) : (
          run.map((entry) => <Entry key={entry.blockId} entry={entry} {...rest} />)
        );
      })}
    </div>
  );
}

function Entry({ entry, layout, purpose, onRestore }: { entry: Difference } & Omit<EntriesProps, 'entries' | 'all' | 'script'>) {
  const t = useText('history');
  const language = useLanguage();
  const { state, kind, parts } = entry;
  const isChanged = state !== 'same';
  const isForm = state === 'changed' && parts.every((piece) => piece.state === 'same');
  const name = kind === 'meta' || kind === 'roster' ? t(`part.${kind}`) : blocks[kind].label[language];
  return (
    <article className="difference" data-state={state} data-changed={isChanged || undefined} tabIndex={isChanged ? -1 : undefined} aria-label={isChanged ? labelled(t(`state.${isForm ? 'form' : state}`), name, language) : undefined}>
      {isChanged && (
        <div className="difference-head">
          <span className="difference-state">{t(`state.${isForm ? 'form' : state}`)}</span>
          <span>{name}</span>
          {onRestore && (
            <button type="button" className="difference-restore" onClick={() => onRestore(entry.blockId)}>
              <RotateCcw aria-hidden />
              {t(`${purpose === 'conflict' ? 'theirs' : 'restore'}.${state}`)}
            </button>
          )}
        </div>
      )}
      {layout === 'side' ? (
        <div className="difference-sides">
          <Text pieces={parts.filter((piece) => piece.state !== 'added')} />
          <Text pieces={parts.filter((piece) => piece.state !== 'removed')} />
        </div>
      ) : (
        <Text pieces={parts} />
      )}
    </article>
  );
}

function Text({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <div className="difference-text">
      {pieces.map(({ text, state }, index) => (state === 'same' ? text : state === 'added' ? <ins key={index}>{text}</ins> : <del key={index}>{text}</del>))}
    </div>
  );
}
