import { useMemo } from 'react';
import type { BlockOf } from '#shared/minutes/blocks/index.ts';
import { type AttendanceDifference, compareAttendance } from '#shared/minutes/roster/compare.ts';
import { useView } from '../app/context.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useText } from '../i18n/i18n.ts';
import { fillAttendance, followText } from './attendance.ts';

/** How many differences are shown one by one. */
const shownAtMost = 6;

/** Where the attendance section and the roster say different things, and what brings them together. */
export function Differences({ session }: { session: EditorSession }) {
  const t = useText('roster');
  const roster = useView(session, (view) => view.roster);
  const sections = useView(session, (view) => view.sections);
  const section = sections.find((block): block is BlockOf<'attendance'> => block.kind === 'attendance');
  const differences = useMemo(() => (section ? compareAttendance(section, roster) : []), [section, roster]);
  if (!section || differences.length === 0) return null;

  const say = (one: AttendanceDifference): string => {
    switch (one.kind) {
      case 'onlyInText':
      case 'onlyInRoster':
        return t(`differs.${one.kind}`);
      case 'otherState':
        return t('differs.otherState', { text: t(`state.${one.text}`), roster: t(`state.${one.roster}`) });
      case 'chair':
        return t('differs.chair', { text: one.text, roster: one.roster });
    }
  };
  return (
    <section className="roster-differs" aria-label={t('differs.title', { count: differences.length })}>
      <p className="roster-differs-title">{t('differs.title', { count: differences.length })}</p>
      <ul>
        {differences.slice(0, shownAtMost).map((one, at) => (
          <li key={at}>
            {one.kind !== 'chair' && <strong>{one.name}</strong>} {say(one)}
          </li>
        ))}
        {differences.length > shownAtMost && <li aria-hidden>…</li>}
      </ul>
      <div className="roster-differs-foot">
        <button type="button" className="button" title={t('differs.fixTextHint')} onClick={() => fillAttendance(session)}>
          {t('differs.fixText')}
        </button>
        <button type="button" className="button" title={t('differs.fixRosterHint')} onClick={() => followText(session)}>
          {t('differs.fixRoster')}
        </button>
      </div>
    </section>
  );
}
