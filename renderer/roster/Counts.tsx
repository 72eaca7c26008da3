import { useState } from 'react';
import { clockSchema, type Person } from '#shared/minutes/roster.ts';
import { countsOf, quorumOf } from '#shared/minutes/roster/counts.ts';
import { useView } from '../app/context.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useText } from '../i18n/i18n.ts';
import { useQuorumRule } from './quorum-rule.ts';

/** Whether anybody came late or left early, so that a time of day makes a difference. */
const moves = (roster: readonly Person[]): boolean => roster.some(({ arrived, left }) => arrived !== undefined || left !== undefined);

/** 應到, 實到, 可表決 and the quorum; at a time of day where people came and went. */
export function Counts({ session }: { session: EditorSession }) {
  const t = useText('roster');
  const roster = useView(session, (view) => view.roster);
  const [time, setTime] = useState('');
  const { rule, isUsual } = useQuorumRule(session);
  const at = moves(roster) && clockSchema.safeParse(time).success ? time : undefined;
  const counts = countsOf(roster, at);
  const quorum = quorumOf(counts, rule);
  const parts = [
    t('count.members', { count: counts.members }),
    t('count.present', { count: counts.present }) + (counts.byProxy > 0 ? t('count.byProxy', { count: counts.byProxy }) : ''),
    ...(counts.voting === counts.present ? [] : [t('count.voting', { count: counts.voting })]),
    ...(counts.guests > 0 ? [t('count.guests', { count: counts.guests })] : []),
  ];
  const short = quorum?.needed.readings === 'one' ? quorum.needed.count - quorum.counted : 0;
  const verdict = quorum && (quorum.met === null ? 'quorum.unresolved' : quorum.met ? 'quorum.met' : 'quorum.notMet');
  return (
    <div className="roster-counts" role="status" aria-live="polite">
      {counts.members > 0 && <span className="tabular">{parts.join(' · ')}</span>}
      {verdict && (
        <span className="roster-quorum" data-met={String(quorum?.met)} title={t(isUsual ? 'quorum.usual' : 'quorum.body')}>
          {t(verdict, { count: short })}
        </span>
      )}
      {moves(roster) && (
        <label className="roster-at">
          {t('at')}
          <input type="time" className="input" aria-label={t('at.label')} value={time} onChange={(event) => setTime(event.currentTarget.value)} />
        </label>
      )}
    </div>
  );
}
