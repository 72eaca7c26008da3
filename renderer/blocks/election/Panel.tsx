import { UserPlus, Users, X } from 'lucide-react';
import { newId } from '#shared/minutes/id.ts';
import { hasVote, isHere } from '#shared/minutes/roster/voting.ts';
import { type Candidate, type ElectionData, electionResult, type Placed } from '#shared/minutes/votes/election.ts';
import { electionData } from '#shared/minutes/votes/election-paper.ts';
import { ruleFor } from '#shared/minutes/votes/rule.ts';
import { ruleWords } from '#shared/minutes/votes/rule-words.ts';
import { countVoters } from '#shared/minutes/votes/voters.ts';
import { useView } from '../../app/context.ts';
import { useLanguage, useText } from '../../i18n/i18n.ts';
import { changeData } from '../../inspector/change-data.ts';
import type { SectionPanelProps } from '../../inspector/section-panel.types.ts';
import { CountField, Fold, MethodField, TextField } from '../../votes/fields.tsx';
import { Findings } from '../../votes/Findings.tsx';
import { useOwedRule } from '../../votes/use-owed-rule.ts';
import { useRules } from '../../votes/use-rules.ts';
import '../../votes/votes.css';

const sheets = ['issued', 'returned', 'valid', 'void'] as const;

/** 選舉: seats, ballots and candidates; who is elected follows from the votes. */
export function ElectionPanel({ session, block }: SectionPanelProps<'election'>) {
  const t = useText('votes');
  const language = useLanguage();
  const roster = useView(session, (view) => view.roster);
  const present = ruleFor(useRules(session), 'election') ?? undefined;
  const data = block.data ?? electionData.initial;
  const change = (patch: Partial<ElectionData>) => changeData(session, block.id, patch);
  const voters = countVoters(roster);
  const { placed, findings } = electionResult(data, voters.people.length);
  // The rule of that time stays with the record.
  const oweRule = useOwedRule(session, present, (known) => data.rule === undefined && change({ rule: known }));
  const set = (patch: Partial<ElectionData>) => {
    change({ ...(data.rule === undefined && present && { rule: present }), ...patch });
    if (!present) oweRule();
  };
  const count = (name: (typeof sheets)[number] | 'seats' | 'alternates' | 'marks') => (
    <CountField key={name} label={t(`election.${name}`)} value={data[name]} onCommit={(value) => set({ [name]: value })} />
  );
  return (
    <div className="votes">
      <div className="vote-counts">{(['seats', 'alternates', 'marks'] as const).map(count)}</div>
      <MethodField value={data.method} onChange={(method) => set({ method })} />
      <Fold title={t('election.ballots')} summary={sheets.map((name) => data[name] ?? '–').join('／')} open={sheets.some((name) => data[name] !== undefined)}>
        <div className="vote-counts">{sheets.map(count)}</div>
      </Fold>
      <Findings findings={findings} at="ballots" />
      <CandidateList data={data} placed={placed} onChange={(candidates) => set({ candidates })} present={roster.filter((person) => hasVote(person) && isHere(person)).map(({ name }) => name)} />
      <Findings findings={findings} at="candidates" />
      <Findings findings={findings} at="rule" />
      {data.rule && <p className="vote-rule">{t('rule.is', { rule: ruleWords(data.rule, language) })}</p>}
      <label className="vote-check">
        <input type="checkbox" checked={data.prints !== 'none'} onChange={(event) => set({ prints: event.target.checked ? undefined : 'none' })} />
        {t('election.prints')}
      </label>
    </div>
  );
}

interface CandidateListProps {
  data: ElectionData;
  placed: readonly Placed[];
  /** The names of those who are there. */
  present: readonly string[];
  onChange(candidates: Candidate[]): void;
}

function CandidateList({ data: { candidates }, placed, present, onChange }: CandidateListProps) {
  const t = useText('votes');
  const change = (id: string, patch: Partial<Candidate>) =>
    onChange(candidates.map((one) => (one.id === id ? (Object.fromEntries(Object.entries({ ...one, ...patch }).filter(([, value]) => value !== undefined)) as Candidate) : one)));
  const add = (names: readonly string[]) => onChange([...candidates, ...names.map((name) => ({ id: newId(), name }))]);
  const known = new Set(candidates.map(({ name }) => name));
  const others = present.filter((name) => name !== '' && !known.has(name));
  return (
    <section className="votes" aria-label={t('election.candidates')}>
      {candidates.length === 0 && <p className="vote-rule">{t('election.none')}</p>}
      <ul className="candidates">
        {candidates.map((one) => {
          const place = placed.find(({ id }) => id === one.id);
          const equals = candidates.filter(({ votes }) => votes !== undefined && votes === one.votes).length > 1;
          return (
            <CandidateRow key={one.id} candidate={one} standing={place?.standing ?? 'open'} showLot={equals || one.lot !== undefined} onChange={(patch) => change(one.id, patch)} onRemove={() => onChange(candidates.filter(({ id }) => id !== one.id))} />
          );
        })}
      </ul>
      <div className="rules-add">
        <button type="button" className="button" onClick={() => add([''])}>
          <UserPlus aria-hidden />
          {t('election.add')}
        </button>
        {others.length > 0 && (
          <button type="button" className="button" onClick={() => add(others)}>
            <Users aria-hidden />
            {t('election.fromRoster')}
          </button>
        )}
      </div>
    </section>
  );
}

interface CandidateRowProps {
  candidate: Candidate;
  standing: Placed['standing'];
  /** Only those who are equal draw lots. */
  showLot: boolean;
  onChange(patch: Partial<Candidate>): void;
  onRemove(): void;
}

function CandidateRow({ candidate, standing, showLot, onChange, onRemove }: CandidateRowProps) {
  const t = useText('votes');
  const name = candidate.name || t('unnamed');
  return (
    <li className="candidate" data-standing={standing}>
      <div className="candidate-line">
        <TextField label={t('election.name')} value={candidate.name} maxLength={200} onCommit={(next) => onChange({ name: next })} />
        <CountField label={t('election.votes')} name={t('election.votesOf', { name })} value={candidate.votes} onCommit={(votes) => onChange({ votes })} />
        <button type="button" className="icon-button small" aria-label={t('election.remove', { name })} onClick={onRemove}>
          <X />
        </button>
      </div>
      <div className="candidate-line">
        <span className="candidate-standing">{t(`standing.${standing}`)}</span>
        {showLot && <CountField label={t('election.lot')} name={t('election.lotOf', { name })} value={candidate.lot} most={999} onCommit={(lot) => onChange({ lot: lot || undefined })} />}
      </div>
    </li>
  );
}
