import { type DragEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { attendanceStateSchema, type AttendanceState, type Person } from '#shared/minutes/roster.ts';
import { movedBefore, movedBy, type PersonPatch, withPerson, withState } from '#shared/minutes/roster/edit.ts';
import { rosterFindings } from '#shared/minutes/roster/findings.ts';
import { useParts, useView } from '../app/context.ts';
import { VirtualList } from '../app/VirtualList.tsx';
import { TakeInOne } from '../directory/TakeIn.tsx';
import type { EditorSession } from '../editor/session.types.ts';
import { useText } from '../i18n/i18n.ts';
import { type Choice, chosen, everyone, nothing, stepped, still } from './choosing.ts';
import { offerRename } from './rename.ts';
import { PersonDetails } from './PersonDetails.tsx';
import { PersonRow } from './PersonRow.tsx';

interface PeopleProps {
  session: EditorSession;
  open: string | null;
  setOpen(id: string | null): void;
  /** One more, from the last name. */
  onAdd(): void;
}

const rowHeight = 34;
const detailsHeight = 238;
const proxyHeight = 36;

/** The rows of the roster: chosen by mouse and keys, several at once; one opens for its details. */
export function People({ session, open, setOpen, onAdd }: PeopleProps) {
  const t = useText('roster');
  const { app } = useParts();
  const roster = useView(session, (view) => view.roster);
  const [choice, setChoice] = useState<Choice>(nothing);
  const [target, setTarget] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const findings = useMemo(() => rosterFindings(roster), [roster]);
  const order = useMemo(() => roster.map(({ id }) => id), [roster]);
  const now = still(order, choice);
  const at = now.at ?? order[0] ?? null;
  const items = useMemo(() => roster.map((person) => ({ person, isOpen: person.id === open })), [roster, open]);

  // The keyboard goes with the row that it is at, which may have to be drawn first.
  const follow = useRef(false);
  useEffect(() => {
    if (!follow.current || at === null) return;
    follow.current = false;
    box.current?.querySelector<HTMLElement>(`[data-person="${at}"]`)?.focus();
  });
  const go = (next: Choice) => {
    follow.current = true;
    setChoice(next);
  };

  const latest = () => session.document().roster;
  /** What a key or a button is about: the chosen rows if the one at hand is among them, else that one. */
  const meant = (id: string): string[] => (now.ids.has(id) ? order.filter((one) => now.ids.has(one)) : [id]);
  const setState = (ids: readonly string[], state: AttendanceState) => session.setRoster(withState(latest(), ids, state));
  const change = (id: string, patch: PersonPatch) => {
    const before = latest().find((person) => person.id === id);
    session.setRoster(withPerson(latest(), id, patch));
    const after = latest().find((person) => person.id === id);
    if (before && after) offerRename(session, app, before, after);
  };
  const remove = (ids: readonly string[]) => {
    const before = latest();
    const gone = new Set(ids);
    session.setRoster(before.filter(({ id }) => !gone.has(id)));
    const next = order.slice(order.indexOf(ids[0] ?? '')).find((id) => !gone.has(id)) ?? order.findLast((id) => !gone.has(id)) ?? null;
    go({ at: next, anchor: next, ids: new Set() });
    app.getState().toast({ text: t('removed', { count: ids.length }), action: { label: t('undo'), run: () => session.setRoster(before) } });
  };
  const shift = (ids: readonly string[], by: -1 | 1) => {
    session.setRoster(movedBy(latest(), ids, by));
    follow.current = true;
    setChoice((one) => ({ ...one }));
  };

  const onKeyDown = (event: KeyboardEvent, person: Person) => {
    // Keys in a field of a row are the field's.
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    const keys = { shift: event.shiftKey, ctrl: event.ctrlKey || event.metaKey };
    const ids = meant(person.id);
    const state = !keys.ctrl && !event.altKey ? attendanceStateSchema.options[Number(event.key) - 1] : undefined;
    const deeds: Readonly<Record<string, () => void>> = {
      ArrowDown: () => (event.altKey ? shift(ids, 1) : go(stepped(order, { ...now, at: person.id }, 1, keys))),
      ArrowUp: () => (event.altKey ? shift(ids, -1) : go(stepped(order, { ...now, at: person.id }, -1, keys))),
      Home: () => go(stepped(order, { ...now, at: person.id }, -order.length, keys)),
      End: () => go(stepped(order, { ...now, at: person.id }, order.length, keys)),
      ' ': () => go(chosen(order, now, person.id, { shift: keys.shift, ctrl: !keys.shift })),
      Enter: () => setOpen(open === person.id ? null : person.id),
      ArrowRight: () => setOpen(person.id),
      ArrowLeft: () => setOpen(null),
      Delete: () => remove(ids),
      Escape: () => (now.ids.size > 0 ? setChoice({ ...now, ids: new Set() }) : setOpen(null)),
    };
    const all = event.key.toLowerCase() === 'a' && keys.ctrl ? () => go(everyone(order, { ...now, at: person.id })) : undefined;
    const deed = all ?? (state ? () => setState(ids, state) : deeds[event.key]);
    if (!deed) return;
    event.preventDefault();
    event.stopPropagation();
    deed();
  };

  const drop = (event: DragEvent, before: string | null) => {
    event.preventDefault();
    const id = event.dataTransfer.getData('text/x-minutebook-person');
    setTarget(null);
    if (id !== '') session.setRoster(movedBefore(latest(), meant(id), before));
  };

  const selected = order.filter((id) => now.ids.has(id));
  return (
    <>
      {selected.length > 1 && (
        <div className="roster-selected" role="toolbar" aria-label={t('setState')}>
          <span className="tabular">{t('selected', { count: selected.length })}</span>
          {attendanceStateSchema.options.map((state) => (
            <button key={state} type="button" className="button quiet small" onClick={() => setState(selected, state)}>
              {t(`state.${state}`)}
            </button>
          ))}
          <button type="button" className="button quiet small" onClick={() => remove(selected)}>
            {t('removeSelected')}
          </button>
        </div>
      )}
      <div className="roster-box" ref={box} title={roster.length > 5 ? t('keys') : undefined} onDragLeave={() => setTarget(null)}>
        <VirtualList
          items={items}
          keyOf={({ person }) => person.id}
          sizeOf={({ person, isOpen }) => rowHeight + (isOpen ? detailsHeight + (person.attendance === 'proxy' ? proxyHeight : 0) + notesHeight(findings.filter((one) => one.personId === person.id).length) : 0)}
          className="roster"
          role="grid"
          aria-label={t('list')}
          aria-multiselectable
          aria-rowcount={roster.length}
          inSight={now.at === null ? -1 : order.indexOf(now.at)}
        >
          {({ person, isOpen }, index) => {
            const own = findings.filter((one) => one.personId === person.id);
            return (
              <div className="roster-row" data-target={target === person.id || undefined} onDragOver={(event) => (event.preventDefault(), setTarget(person.id))} onDrop={(event) => drop(event, person.id)}>
                <PersonRow
                  person={person}
                  index={index}
                  isAt={person.id === at}
                  isChosen={now.ids.has(person.id)}
                  isOpen={isOpen}
                  findings={own}
                  onChoose={(keys) => setChoice(chosen(order, now, person.id, keys))}
                  onKeyDown={(event) => onKeyDown(event, person)}
                  onState={(state) => setState(meant(person.id), state)}
                  onToggle={() => setOpen(isOpen ? null : person.id)}
                />
                {isOpen && (
                  <PersonDetails
                    person={person}
                    roster={roster}
                    findings={own}
                    onChange={(patch) => change(person.id, patch)}
                    onRemove={() => remove([person.id])}
                    also={<TakeInOne session={session} person={person} />}
                    onNext={index === roster.length - 1 ? onAdd : () => setOpen(null)}
                  />
                )}
              </div>
            );
          }}
        </VirtualList>
      </div>
    </>
  );
}

const notesHeight = (count: number): number => count * 20;
