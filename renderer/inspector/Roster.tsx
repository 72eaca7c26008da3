import { ArrowDown, ArrowUp, ListChecks, UserPlus, X } from 'lucide-react';
import { newId } from '#shared/minutes/id.ts';
import { attendanceStateSchema, type Person } from '#shared/minutes/roster.ts';
import { useParts, useView } from '../app/context.ts';
import { VirtualList } from '../app/VirtualList.tsx';
import { $replaceRecord } from '../editor/replace.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useText } from '../i18n/i18n.ts';
import { withAttendance } from './fill-attendance.ts';

/** 出席: the people of this meeting, and how they were there. */
export function Roster({ session }: { session: EditorSession }) {
  const t = useText('inspector');
  const { app } = useParts();
  const roster = useView(session, (view) => view.roster);

  const fill = () => {
    const record = session.document();
    if (session.isComposing()) return;
    session.editor.update(() => $replaceRecord(withAttendance(record)), { discrete: true, tag: 'history-push' });
    if (!record.blocks.some((block) => block.kind === 'attendance')) app.getState().toast({ text: t('roster.noSection') });
  };
  const add = () => session.setRoster([...roster, { id: newId(), name: '', organisation: '', title: '', attendance: 'present' }]);
  const change = (id: string, patch: Partial<Person>) => session.setRoster(roster.map((person) => (person.id === id ? { ...person, ...patch } : person)));
  const move = (index: number, by: -1 | 1) => {
    const next = [...roster];
    const [person] = next.splice(index, 1);
    if (person) next.splice(index + by, 0, person);
    session.setRoster(next);
  };

  return (
    <>
      <div className="roster-head">
        <button type="button" className="button" onClick={add}>
          <UserPlus aria-hidden />
          {t('roster.add')}
        </button>
        <button type="button" className="button" title={t('roster.fillHint')} disabled={roster.length === 0} onClick={fill}>
          <ListChecks aria-hidden />
          {t('roster.fill')}
        </button>
      </div>
      {roster.length === 0 && (
        <div className="pane-state">
          <p className="pane-state-title">{t('roster.empty')}</p>
          <p>{t('roster.hint')}</p>
        </div>
      )}
      <VirtualList items={roster} keyOf={(person) => person.id} sizeOf={() => 98} className="roster" role="list" aria-label={t('attendance')}>
        {(person, index) => (
          <PersonRow
            person={person}
            isFirst={index === 0}
            isLast={index === roster.length - 1}
            onChange={(patch) => change(person.id, patch)}
            onMove={(by) => move(index, by)}
            onRemove={() => session.setRoster(roster.filter(({ id }) => id !== person.id))}
          />
        )}
      </VirtualList>
    </>
  );
}

interface PersonRowProps {
  person: Person;
  isFirst: boolean;
  isLast: boolean;
  onChange(patch: Partial<Person>): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

function PersonRow({ person, isFirst, isLast, onChange, onMove, onRemove }: PersonRowProps) {
  const t = useText('inspector');
  const name = person.name || t('unnamed');
  // One step of undo for a field, not one for a key; and an input method is never disturbed.
  const field = (key: 'name' | 'title' | 'organisation', length: number) => (
    <input
      key={`${key} ${person[key]}`}
      className={`input roster-${key}`}
      aria-label={t(`roster.${key}`)}
      placeholder={t(`roster.${key}`)}
      defaultValue={person[key]}
      maxLength={length}
      autoComplete="off"
      onBlur={(event) => {
        const value = event.currentTarget.value.trim();
        if (value !== person[key]) onChange({ [key]: value });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.currentTarget.blur();
      }}
    />
  );
  return (
    <div role="listitem" className="roster-row">
      <div className="roster-line">
        {field('name', 100)}
        <select
          className="select roster-state"
          aria-label={t('roster.state', { name })}
          value={person.attendance}
          onChange={(event) => onChange({ attendance: attendanceStateSchema.parse(event.target.value) })}
        >
          {attendanceStateSchema.options.map((state) => (
            <option key={state} value={state}>
              {t(`state.${state}`)}
            </option>
          ))}
        </select>
        <button type="button" className="icon-button small" disabled={isFirst} aria-label={t('roster.up', { name })} onClick={() => onMove(-1)}>
          <ArrowUp />
        </button>
        <button type="button" className="icon-button small" disabled={isLast} aria-label={t('roster.down', { name })} onClick={() => onMove(1)}>
          <ArrowDown />
        </button>
        <button type="button" className="icon-button small" aria-label={t('roster.remove', { name })} onClick={onRemove}>
          <X />
        </button>
      </div>
      <div className="roster-line">
        {field('title', 200)}
        {field('organisation', 300)}
      </div>
    </div>
  );
}
