import { ChevronRight, CircleAlert } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { attendanceStateSchema, type AttendanceState, type Person } from '#shared/minutes/roster.ts';
import type { RosterFinding } from '#shared/minutes/roster/findings.ts';
import { useText } from '../i18n/i18n.ts';

interface PersonRowProps {
  person: Person;
  index: number;
  /** Whether the keyboard is here. */
  isAt: boolean;
  isChosen: boolean;
  isOpen: boolean;
  findings: readonly RosterFinding[];
  onChoose(keys: { shift: boolean; ctrl: boolean }): void;
  onKeyDown(event: KeyboardEvent): void;
  onState(state: AttendanceState): void;
  onToggle(): void;
}

/** One line: who, and how they were there. */
export function PersonRow({ person, index, isAt, isChosen, isOpen, findings, onChoose, onKeyDown, onState, onToggle }: PersonRowProps) {
  const t = useText('roster');
  const name = person.name || t('unnamed');
  const doubts = findings.map(({ code, params = {} }) => t(`find.${code}`, params));
  return (
    <div
      role="row"
      className="roster-line"
      data-person={person.id}
      data-state={person.attendance}
      aria-rowindex={index + 1}
      aria-selected={isChosen}
      aria-expanded={isOpen}
      aria-label={[name, person.title, t(`state.${person.attendance}`)].filter((part) => part !== '').join(' ')}
      tabIndex={isAt ? 0 : -1}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData('text/x-minutebook-person', person.id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onClick={(event) => onChoose({ shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey })}
      onDoubleClick={onToggle}
      onKeyDown={onKeyDown}
    >
      <span role="gridcell" className="roster-who" title={[person.organisation, person.title].join(' ').trim() || undefined}>
        <span className={person.name === '' ? 'roster-name roster-unnamed' : 'roster-name'}>{name}</span>
        {person.role && <span className="roster-role">{t(`role.${person.role}`)}</span>}
        <span className="roster-title">{person.title}</span>
      </span>
      <span role="gridcell" className="roster-doubt">
        {doubts.length > 0 && (
          <span role="img" aria-label={doubts.join('；')} title={doubts.join('\n')} data-weight={findings.some(({ weight }) => weight === 'doubt') ? 'doubt' : 'note'}>
            <CircleAlert aria-hidden />
          </span>
        )}
      </span>
      <span role="gridcell">
        <select
          className="select roster-state"
          aria-label={t('state', { name })}
          tabIndex={isAt ? 0 : -1}
          value={person.attendance}
          onClick={(event) => event.stopPropagation()}
          onChange={(event) => onState(attendanceStateSchema.parse(event.target.value))}
        >
          {attendanceStateSchema.options.map((state) => (
            <option key={state} value={state}>
              {t(`state.${state}`)}
            </option>
          ))}
        </select>
      </span>
      <span role="gridcell">
        <button
          type="button"
          className="icon-button small roster-toggle"
          aria-label={t('details', { name })}
          aria-expanded={isOpen}
          tabIndex={isAt ? 0 : -1}
          onClick={(event) => {
            event.stopPropagation();
            onToggle();
          }}
        >
          <ChevronRight aria-hidden />
        </button>
      </span>
    </div>
  );
}
