import { Users, X } from 'lucide-react';
import type { Judgement } from '#shared/minutes/votes/judge.ts';
import { ruleWords } from '#shared/minutes/votes/rule-words.ts';
import { ballots, counts, isCounted, type Vote } from '#shared/minutes/votes/vote.ts';
import { countVoters, type VoterCounts } from '#shared/minutes/votes/voters.ts';
import { useView } from '../app/context.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import { CountField, Fold, MethodField, TextField } from './fields.tsx';
import { Findings } from './Findings.tsx';
import { Recusals } from './Recusals.tsx';
import type { DecisionState } from './use-decision.ts';
import { useOwedRule } from './use-owed-rule.ts';

const fromRoster = ({ members, inPerson, proxies, people }: VoterCounts): Pick<Vote, 'members' | 'inPerson' | 'proxies' | 'voters'> => ({ members, inPerson, proxies, voters: people.length });
const attendanceNames = ['members', 'inPerson', 'proxies', 'voters'] as const;

/** 計票: who may vote, how they voted, what is needed, and whether it all fits. */
export function VotePart({ session, state, isOpen }: { session: EditorSession; state: DecisionState; isOpen: boolean }) {
  const t = useText('votes');
  const language = useLanguage();
  const roster = useView(session, (view) => view.roster);
  const { data, change, voters, rule, present, judgement, findings } = state;
  const vote = data.vote ?? {};
  const oweRule = useOwedRule(session, rule, (known) => data.vote && change({ rule: known }));
  const hasRoster = voters.members > 0;
  const set = (patch: Partial<Vote>, recusals = data.recusals) => {
    // The first number brings along who was there, and the rule of that time, so that the record explains itself.
    const begins = hasRoster && attendanceNames.every((name) => vote[name] === undefined);
    const next = { ...(begins && fromRoster(voters)), ...vote, ...patch };
    change({ vote: clean(next), recusals: recusals?.length ? recusals : undefined, rule: rule ?? undefined });
    if (!rule) oweRule();
  };
  const differs = isCounted(vote) && hasRoster && attendanceNames.some((name) => vote[name] !== undefined && vote[name] !== fromRoster(voters)[name]);
  const count = (name: (typeof attendanceNames)[number] | (typeof ballots)[number]) => (
    <CountField key={name} label={counts[name][language]} value={vote[name]} onCommit={(value) => set({ [name]: value })} />
  );
  const needed = judgement?.needed;
  return (
    <Fold title={t('vote.title')} summary={isCounted(vote) ? ballots.map((name) => vote[name] ?? 0).join('：') : undefined} open={isOpen}>
      {hasRoster && (
        <p className="vote-rule" title={t('roster.names', { names: voters.people.map(({ name }) => name).join('、') })}>
          {t('roster.now', { voters: voters.people.length })}
          {voters.recused > 0 && `　${t('recusals.count', { count: voters.recused })}`}
        </p>
      )}
      <Recusals roster={roster} recusals={data.recusals ?? []} onChange={(recusals) => set(fromRoster(countVoters(roster, recusals)), recusals)} />
      <Findings findings={findings} at="recusals" />
      <div className="vote-counts">{ballots.map(count)}</div>
      <Findings findings={findings.filter(({ code }) => !code.startsWith('threshold.'))} at="count" />
      {needed && (
        <p className={judgement.passes === false ? 'vote-needed short' : 'vote-needed'} role="status">
          {neededWords(t, judgement, isCounted(vote))}
        </p>
      )}
      <Findings findings={findings} at="rule" />
      {rule && <p className="vote-rule">{t('rule.is', { rule: ruleWords(rule, language) })}</p>}
      {rule?.preset && <p className="vote-rule">{t('rule.preset')}</p>}
      {rule && present && JSON.stringify(rule) !== JSON.stringify(present) && (
        <p className="finding note">
          {t('rule.kept')}{' '}
          <button type="button" className="button" onClick={() => change({ rule: present })}>
            {t('rule.renew')}
          </button>
        </p>
      )}
      <MethodField value={vote.method} onChange={(method) => set({ method })} />
      <Fold title={t('attending')} summary={attendanceNames.map((name) => vote[name] ?? '–').join('／')} open={!hasRoster || differs}>
        <div className="vote-counts">{attendanceNames.map(count)}</div>
        {differs && (
          <p className="finding question">
            {t('roster.differs', { members: voters.members, inPerson: voters.inPerson, proxies: voters.proxies, voters: voters.people.length })}
          </p>
        )}
        {hasRoster && (
          <button type="button" className="button" onClick={() => set(fromRoster(voters))}>
            <Users aria-hidden />
            {t('roster.take')}
          </button>
        )}
        <TextField label={t('seat')} placeholder={t('seat.hint')} value={vote.seat ?? ''} maxLength={40} onCommit={(seat) => set({ seat: seat || undefined })} />
      </Fold>
      <Findings findings={findings} at="attendance" />
      {data.vote && (
        <button type="button" className="button quiet" onClick={() => change({ vote: undefined, recusals: undefined, rule: undefined })}>
          <X aria-hidden />
          {t('vote.clear')}
        </button>
      )}
    </Fold>
  );
}

/** 需 12 票，已得 15 票. */
function neededWords(t: ReturnType<typeof useText<'votes'>>, { needed, passes, inFavour }: Judgement, counted: boolean): string {
  if (!needed) return '';
  if (needed.readings === 'two') return t('needed.two', { moreThan: needed.moreThan, atLeast: needed.atLeast });
  if (!counted) return t('needed.waiting', { needed: needed.count });
  if (passes === false) return t('needed.short', { needed: needed.count, inFavour, missing: needed.count - inFavour });
  return t('needed.one', { needed: needed.count, inFavour });
}

const clean = (vote: Vote): Vote => Object.fromEntries(Object.entries(vote).filter(([, value]) => value !== undefined)) as Vote;
