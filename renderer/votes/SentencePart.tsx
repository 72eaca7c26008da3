import { TextCursorInput } from 'lucide-react';
import type { Block } from '#shared/minutes/blocks/index.ts';
import { correctionsOf } from '#shared/minutes/votes/contradictions.ts';
import { toldOf, withSentence } from '#shared/minutes/votes/put-sentence.ts';
import { readVotes } from '#shared/minutes/votes/reading.ts';
import { voteSentence } from '#shared/minutes/votes/sentence.ts';
import { tellFinding } from '#shared/minutes/votes/tell.ts';
import { useView } from '../app/context.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import type { DecisionBlock, DecisionState } from './use-decision.ts';

/** The sentence of the vote: put into the text, or where the text says something else. */
export function SentencePart({ session, block, state }: { session: EditorSession; block: DecisionBlock; state: DecisionState }) {
  const t = useText('votes');
  const language = useLanguage();
  const { region, script } = useView(session, (view) => view.meta);
  const { decided, text, data } = state;
  const wording = { region, script };
  const sentence = voteSentence(toldOf(block, decided), wording);
  const hasOwn = text.some(({ own }) => own);
  const canUpdate = text.some(({ own, sentence: said }) => own && correctionsOf(decided, said, wording).length > 0);
  const isTold = state.told.some((own) => readVotes(own).some(({ counts }) => counts));
  const put = () => {
    const record = session.document();
    if (session.isComposing()) return;
    session.put({ ...record, blocks: record.blocks.map((one) => (one.id === block.id ? retold(one, state, wording) : one)) });
  };
  if (data.vote === undefined && text.length === 0) return null;
  return (
    <section className="votes" aria-label={t('sentence.title')}>
      {text.map((one, index) => (
        <div key={`${one.code} ${index}`} className={`finding ${one.weight}`} role="alert">
          {!one.own && `${t('sentence.elsewhere')}：`}
          {tellFinding(one, language)}{' '}
          <button type="button" className="button" onClick={() => session.jumpTo(one.blockId, typeof one.params?.['quote'] === 'string' ? one.params['quote'] : undefined)}>
            {t('sentence.goTo')}
          </button>
        </div>
      ))}
      {isTold && !hasOwn && <p className="vote-rule">{t('sentence.agrees')}</p>}
      {!isTold && sentence !== '' && data.vote !== undefined && (
        <>
          <p className="vote-sentence" lang={script === 'Hans' ? 'zh-Hans' : 'zh-Hant'}>
            {sentence}
          </p>
          <button type="button" className="button" onClick={put}>
            <TextCursorInput aria-hidden />
            {t('sentence.insert')}
          </button>
        </>
      )}
      {canUpdate && isTold && (
        <button type="button" className="button" onClick={put}>
          <TextCursorInput aria-hidden />
          {t('sentence.update')}
        </button>
      )}
    </section>
  );
}

/** The section with its vote told in it; what the panel knows already counts, though the pane has not followed yet. */
function retold(block: Block, { decided }: DecisionState, wording: Parameters<typeof withSentence>[2]): Block {
  if (!('body' in block)) return block;
  const { fields, body } = withSentence(block, decided, wording);
  return { ...block, ...(fields && { fields: { ...block.fields, ...fields } }), ...(body && { body }) } as Block;
}
