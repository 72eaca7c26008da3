import { type Outcome, outcomes } from '#shared/minutes/outcomes.ts';
import type { DecisionBlock } from '#shared/minutes/votes/check.ts';
import type { DecisionData } from '#shared/minutes/votes/decision.ts';
import { type Matter, matters } from '#shared/minutes/votes/matters.ts';
import { isCounted } from '#shared/minutes/votes/vote.ts';
import { useView } from '../app/context.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import { Fold, TextField } from './fields.tsx';
import { Findings } from './Findings.tsx';
import { SentencePart, TextPart } from './SentencePart.tsx';
import { type DecisionState, useDecision } from './use-decision.ts';
import { VotePart } from './VotePart.tsx';
import './votes.css';

/** A decision: what came of it first; mover and votes only where she asks for them. */
export function DecisionPanel({ session, block }: { session: EditorSession; block: DecisionBlock }) {
  const t = useText('votes');
  const language = useLanguage();
  const state = useDecision(session, block);
  const { data, findings } = state;
  const motion = [data.mover, data.seconder].filter(Boolean).join('、');
  const choose = (name: 'outcome' | 'matterKind', value: string) => session.setSection(block.id, { values: { [name]: value } });
  return (
    <div className="votes">
      <label className="vote-field">
        <span className="form-label">{t('outcome')}</span>
        <select className="select" aria-label={t('outcome')} value={block.values.outcome} onChange={(event) => choose('outcome', event.target.value)}>
          {(Object.keys(outcomes) as Outcome[]).map((outcome) => (
            <option key={outcome} value={outcome}>
              {outcomes[outcome][language]}
            </option>
          ))}
        </select>
      </label>
      <Findings findings={findings} at="outcome" />
      <OutcomeFields outcome={block.values.outcome} state={state} />
      <TextPart session={session} block={block} state={state} />
      <label className="vote-field">
        <span className="form-label">{t('matterKind')}</span>
        <select className="select" aria-label={t('matterKind')} value={block.values.matterKind} onChange={(event) => choose('matterKind', event.target.value)}>
          {(Object.keys(matters) as Matter[]).map((matter) => (
            <option key={matter} value={matter}>
              {matters[matter][language]}
            </option>
          ))}
        </select>
      </label>
      {'mover' in block.fields ? (
        <Findings findings={findings} at="mover" />
      ) : (
        <Fold title={t('motion.title')} summary={motion} open={block.values.outcome === 'withdrawn'}>
          <MotionFields session={session} state={state} />
        </Fold>
      )}
      {data.number !== undefined && <TextField label={t('number')} value={data.number} maxLength={100} onCommit={(number) => state.change({ number })} />}
      <VotePart session={session} state={state} isOpen={isCounted(data.vote)} />
      <SentencePart session={session} block={block} state={state} />
    </div>
  );
}

function MotionFields({ session, state: { data, change, findings } }: { session: EditorSession; state: DecisionState }) {
  const t = useText('votes');
  const roster = useView(session, (view) => view.roster);
  const names = roster.map(({ name }) => name).filter((name) => name !== '');
  return (
    <>
      <TextField label={t('mover')} value={data.mover ?? ''} maxLength={300} list={names} onCommit={(mover) => change({ mover })} />
      <Findings findings={findings} at="mover" />
      <TextField label={t('seconder')} value={data.seconder ?? ''} maxLength={300} list={names} onCommit={(seconder) => change({ seconder })} />
    </>
  );
}

type Words = 'amendedText' | 'finaliser' | 'parts' | 'earlierAct' | 'names' | 'owner' | 'due';

/** What an outcome asks for beside itself. */
const asked: Readonly<Partial<Record<Outcome, readonly Words[]>>> = {
  amended: ['amendedText'],
  inPrinciple: ['finaliser'],
  partly: ['parts'],
  ratified: ['earlierAct'],
  referred: ['owner', 'due'],
  deferred: ['owner', 'due'],
  elected: ['names'],
  appointed: ['names'],
};
const lengths: Readonly<Record<Words, number>> = { amendedText: 20_000, finaliser: 300, parts: 2000, earlierAct: 2000, names: 2000, owner: 300, due: 10 };

function OutcomeFields({ outcome, state: { data, change, findings } }: { outcome: Outcome; state: DecisionState }) {
  const t = useText('votes');
  return (asked[outcome] ?? []).map((name) => (
    <div key={name} className="vote-field">
      <TextField
        label={t(name)}
        value={data[name] ?? ''}
        maxLength={lengths[name]}
        long={name === 'amendedText'}
        type={name === 'due' ? 'date' : 'text'}
        onCommit={(value) => change({ [name]: value } satisfies Partial<DecisionData>)}
      />
      <Findings findings={findings} at={name} />
    </div>
  ));
}
