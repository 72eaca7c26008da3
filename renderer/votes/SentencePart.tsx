import { TextCursorInput } from 'lucide-react';
import { labelled } from '#shared/language.ts';
import type { Block } from '#shared/minutes/blocks/index.ts';
import type { DecisionBlock } from '#shared/minutes/votes/check.ts';
import { correctionsOf } from '#shared/minutes/votes/contradictions.ts';
import { toldOf, withSentence } from '#shared/minutes/votes/put-sentence.ts';
import { readVotes } from '#shared/minutes/votes/reading.ts';
import { voteSentence, type Wording } from '#shared/minutes/votes/sentence.ts';
import { tellFinding } from '#shared/minutes/votes/tell.ts';
import { isCounted } from '#shared/minutes/votes/vote.ts';
import { readVote } from '#shared/minutes/votes/vote-reading.ts';
import { useView } from '../app/context.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import type { DecisionState } from './use-decision.ts';

interface SentenceProps {
  session: EditorSession;
  block: DecisionBlock;
  state: DecisionState;
}

/** Where the text says something else than the vote: with the way there, and a button that corrects it. */
export function TextPart({ session, block, state }: SentenceProps) {
  const t = useText('votes');
  const language = useLanguage();
  const wording = useView(session, (view) => view.meta);
  const { decided, text } = state;
  if (text.length === 0) return null;
  return (
    <div className="votes" role="alert">
      {text.map((one, index) => (
        <div key={`${one.code} ${index}`} className={`finding ${one.weight}`}>
          {one.own ? tellFinding(one, language) : labelled(t('sentence.elsewhere'), tellFinding(one, language), language)}{' '}
          <button type="button" className="button" onClick={() => session.jumpTo(one.blockId, String(one.params?.['quote'] ?? ''))}>
            {t('sentence.goTo')}
          </button>
        </div>
      ))}
      {text.some(({ own, sentence }) => own && correctionsOf(decided, sentence, wording).length > 0) && (
        <button type="button" className="button" onClick={() => tellVote(session, block, state, wording)}>
          <TextCursorInput aria-hidden />
          {t('sentence.update')}
        </button>
      )}
    </div>
  );
}

/** The sentence of the vote, to be put into the text. */
export function SentencePart({ session, block, state }: SentenceProps) {
  const t = useText('votes');
  const { region, script } = useView(session, (view) => view.meta);
  const { decided, text, data, told } = state;
  const sentence = voteSentence(toldOf(block, decided), { region, script });
  const isTold = told.some((own) => readVotes(own).some(({ counts }) => counts));
  if (!isCounted(data.vote) && isTold) {
    return (
      <button type="button" className="button" onClick={() => state.change({ vote: { ...data.vote, ...readVote(told.join('\n')) }, rule: state.rule ?? undefined })}>
        {t('sentence.take')}
      </button>
    );
  }
  if (data.vote === undefined || (isTold && text.some(({ own }) => own))) return null;
  if (isTold) return <p className="vote-rule">{t('sentence.agrees')}</p>;
  if (sentence === '') return null;
  return (
    <section className="votes" aria-label={t('sentence.title')}>
      <p className="vote-sentence" lang={script === 'Hans' ? 'zh-Hans' : 'zh-Hant'}>
        {sentence}
      </p>
      <button type="button" className="button" onClick={() => tellVote(session, block, state, { region, script })}>
        <TextCursorInput aria-hidden />
        {t('sentence.insert')}
      </button>
    </section>
  );
}

/** Puts the vote into the text of its section, as one step. */
function tellVote(session: EditorSession, { id }: DecisionBlock, { decided }: DecisionState, wording: Wording): void {
  const record = session.document();
  if (session.isComposing()) return;
  session.put({ ...record, blocks: record.blocks.map((block) => (block.id === id && 'body' in block ? retold(block) : block)) });

  function retold(block: Extract<Block, { body: unknown }>): Block {
    const { fields, body } = withSentence(block, decided, wording);
    return { ...block, ...(fields && { fields: { ...block.fields, ...fields } }), ...(body && { body }) } as Block;
  }
}
