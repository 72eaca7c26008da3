import { Trash2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { clockSchema, type Person } from '#shared/minutes/roster.ts';
import type { PersonPatch } from '#shared/minutes/roster/edit.ts';
import type { RosterFinding } from '#shared/minutes/roster/findings.ts';
import { useText } from '../i18n/i18n.ts';

interface PersonDetailsProps {
  person: Person;
  roster: readonly Person[];
  findings: readonly RosterFinding[];
  onChange(patch: PersonPatch): void;
  onRemove(): void;
  /** What else can be done with them. */
  also: ReactNode;
  /** Enter in the last field of a name: on to the next one. */
  onNext(): void;
}

/** Everything the meeting knows of one person. */
export function PersonDetails({ person, roster, findings, onChange, onRemove, also, onNext }: PersonDetailsProps) {
  const t = useText('roster');
  const box = useRef<HTMLDivElement>(null);
  const isNew = useRef(person.name === '');
  useEffect(() => {
    if (isNew.current) box.current?.querySelector<HTMLInputElement>('.roster-field-name')?.focus();
  }, []);

  const notes = (field: RosterFinding['field']) =>
    findings
      .filter((one) => one.field === field)
      .map(({ code, weight, params = {} }) => (
        <p key={code} className="roster-note" data-weight={weight}>
          {t(`find.${code}`, params)}
        </p>
      ));
  // One step of undo for a field, not one for a key; and an input method is never disturbed.
  const field = (key: 'name' | 'title' | 'organisation' | 'seat', length: number, hint = '') => (
    <input
      key={`${key} ${person[key] ?? ''}`}
      className={`input roster-field-${key}`}
      aria-label={t(key)}
      placeholder={hint || t(key)}
      defaultValue={person[key] ?? ''}
      maxLength={length}
      autoComplete="off"
      onBlur={(event) => {
        const value = event.currentTarget.value.trim();
        if (value !== (person[key] ?? '')) onChange({ [key]: key === 'seat' && value === '' ? undefined : value });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        const isFilled = event.currentTarget.value.trim() !== '';
        event.currentTarget.blur();
        if (key === 'name' && isFilled) onNext();
      }}
    />
  );
  const time = (key: 'arrived' | 'left') => (
    <label className="roster-time">
      {t(key)}
      <input
        key={`${key} ${person[key] ?? ''}`}
        type="time"
        className="input"
        aria-label={t(key)}
        defaultValue={person[key] ?? ''}
        onBlur={(event) => {
          const value = event.currentTarget.value;
          const next = clockSchema.safeParse(value).success ? value : undefined;
          if (next !== person[key]) onChange({ [key]: next });
        }}
      />
    </label>
  );
  return (
    <div className="roster-details" ref={box}>
      <div className="roster-pair">
        {field('name', 100)}
        {field('title', 200)}
      </div>
      {notes('name')}
      {field('organisation', 300)}
      {person.attendance === 'proxy' && (
        <label className="roster-labelled">
          {t('proxy')}
          <select className="select" aria-label={t('proxy')} value={person.proxy ?? ''} onChange={(event) => onChange({ proxy: event.target.value || undefined })}>
            <option value="">{t('proxy.none')}</option>
            {roster
              .filter(({ id, name }) => id !== person.id && name !== '')
              .map((other) => (
                <option key={other.id} value={other.id}>
                  {other.name}
                </option>
              ))}
          </select>
        </label>
      )}
      {notes('proxy')}
      {notes('attendance')}
      <div className="roster-pair">
        <label className="roster-labelled">
          {t('role')}
          <select
            className="select"
            aria-label={t('role')}
            value={person.role ?? ''}
            onChange={({ target: { value } }) => onChange({ role: value === '' ? undefined : (value as 'chair' | 'recorder') })}
          >
            <option value="">{t('role.none')}</option>
            <option value="chair">{t('role.chair')}</option>
            <option value="recorder">{t('role.recorder')}</option>
          </select>
        </label>
        <label className="roster-labelled">
          {t('voting')}
          <select
            className="select"
            aria-label={t('voting')}
            value={person.voting === undefined ? 'auto' : person.voting ? 'yes' : 'no'}
            onChange={({ target: { value } }) => onChange({ voting: value === 'auto' ? undefined : value === 'yes' })}
          >
            {(['auto', 'yes', 'no'] as const).map((value) => (
              <option key={value} value={value}>
                {t(`voting.${value}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {notes('role')}
      {notes('voting')}
      <div className="roster-pair">
        {field('seat', 100, t('seat'))}
        <label className="roster-labelled">
          {t('rank')}
          <input
            key={`rank ${person.rank ?? ''}`}
            type="number"
            min={1}
            max={99_999}
            className="input"
            aria-label={t('rank')}
            defaultValue={person.rank ?? ''}
            onBlur={(event) => {
              const value = Number(event.currentTarget.value);
              const next = Number.isInteger(value) && value >= 1 && value <= 99_999 ? value : undefined;
              if (next !== person.rank) onChange({ rank: next });
            }}
          />
        </label>
      </div>
      <div className="roster-pair">
        {time('arrived')}
        {time('left')}
        {also}
        <button type="button" className="icon-button small" aria-label={t('remove', { name: person.name || t('unnamed') })} title={t('remove', { name: person.name || t('unnamed') })} onClick={onRemove}>
          <Trash2 aria-hidden />
        </button>
      </div>
      {notes('left')}
    </div>
  );
}
