import { blocks } from '#shared/minutes/blocks/index.ts';
import type { Piece } from '#shared/minutes/difference/index.ts';
import { labelled, type Script } from '#shared/language.ts';
import { Segments } from '../app/Segments.tsx';
import { useLanguage, useText } from '../i18n/i18n.ts';
import type { OutsideChange } from './choosing.ts';
import '../history/comparison.css';

interface ChoicesProps {
  entries: readonly OutsideChange[];
  /** The parts that are taken as they came back. */
  theirs: ReadonlySet<string>;
  script: Script;
  /** The other side is the text of the library, not of the file. */
  isMoved: boolean;
  onChoose(theirs: ReadonlySet<string>): void;
}

/** Part by part: mine or theirs, or all at once. */
export function Choices({ entries, theirs, script, isMoved, onChoose }: ChoicesProps) {
  const t = useText('imports');
  const h = useText('history');
  const language = useLanguage();
  const mine = t(isMoved ? 'choice.here' : 'choice.sent');
  const choose = (id: string, isTheirs: boolean) => onChoose(new Set(isTheirs ? [...theirs, id] : [...theirs].filter((one) => one !== id)));
  if (entries.length === 0) return <p>{t('choice.none')}</p>;
  return (
    <>
      <div className="import-choice-head">
        <span className="tabular" role="status">
          {t('choice.count', { theirs: theirs.size, all: entries.length })}
        </span>
        <button type="button" className="button" onClick={() => onChoose(new Set())}>
          {t('choice.allMine', { side: mine })}
        </button>
        <button type="button" className="button" onClick={() => onChoose(new Set(entries.map(({ blockId }) => blockId)))}>
          {t('choice.allTheirs')}
        </button>
      </div>
      <div className="import-differences paper" lang={script === 'Hant' ? 'zh-Hant' : 'zh-Hans'} tabIndex={0}>
        {entries.map(({ blockId, kind, state, parts, isContested }) => {
          const name = kind === 'meta' || kind === 'roster' ? h(`part.${kind}`) : blocks[kind].label[language];
          return (
            <article key={blockId} className="difference" data-state={state} data-changed aria-label={labelled(h(`state.${state}`), name, language)}>
              <div className="difference-head">
                <span className="difference-state">{h(`state.${state}`)}</span>
                <span>{name}</span>
                {isContested && <span className="import-contested">{t('choice.contested')}</span>}
                <span className="safety-space" />
                <Segments
                  bare
                  label={t('choice.of', { name })}
                  options={[
                    { value: 'mine', label: mine },
                    { value: 'theirs', label: t('choice.theirs') },
                  ]}
                  value={theirs.has(blockId) ? 'theirs' : 'mine'}
                  onChange={(value) => choose(blockId, value === 'theirs')}
                />
              </div>
              <div className="difference-text">
                {parts.map((piece, index) => (
                  <PieceText key={index} piece={piece} />
                ))}
              </div>
            </article>
          );
        })}
      </div>
    </>
  );
}

function PieceText({ piece: { text, state } }: { piece: Piece }) {
  if (state === 'same') return text;
  return state === 'added' ? <ins>{text}</ins> : <del>{text}</del>;
}
