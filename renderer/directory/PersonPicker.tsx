import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import type { Offer } from '#shared/rpc/directory.ts';
import { useParts } from '../app/context.ts';
import { useText } from '../i18n/i18n.ts';
import { afterMove, moveOf } from '../library/rows.ts';

interface PersonPickerProps {
  label: string;
  /** People who are not offered. */
  without: ReadonlySet<string>;
  onPick(person: Offer): void;
  /** Somebody who is not in the directory; absent where only those can be picked. */
  onNew?(name: string): void;
  autoFocus?: boolean;
}

const fresh = 'new';

/** A field for a name that offers people of the directory while she types. */
export function PersonPicker({ label, without, onPick, onNew, autoFocus = false }: PersonPickerProps) {
  const t = useText('directory');
  const { client } = useParts();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [offers, setOffers] = useState<{ typed: string; people: readonly Offer[] }>({ typed: '', people: [] });
  const [active, setActive] = useState<string | null>(null);

  const text = typed.trim();
  useEffect(() => {
    if (text === '') return;
    let isOver = false;
    void client.store.people.offer({ text: text.slice(0, 40), limit: 50 }).then((answer) => {
      if (!isOver && answer.ok) setOffers({ typed: text, people: answer.value.filter((person) => !without.has(person.id)).slice(0, 8) });
    });
    return () => {
      isOver = true;
    };
  }, [client, text, without]);

  const people = text === '' ? [] : offers.people;
  const isNew = onNew !== undefined && text !== '' && offers.typed === text && !people.some(({ name }) => name === text);
  const ids = [...people.map((person) => person.id), ...(isNew ? [fresh] : [])];
  const chosen = ids.find((one) => one === active) ?? ids[0] ?? null;
  const isOpen = text !== '' && offers.typed !== '';

  const pick = (one: string | null) => {
    const person = people.find((offer) => offer.id === one);
    if (person) onPick(person);
    else if (one === fresh) onNew?.(text.slice(0, 100));
    else return;
    setTyped('');
    setActive(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = /^Arrow(Up|Down)$/.test(event.key) ? moveOf(event.key) : null;
    if (move && isOpen) setActive(afterMove(ids, chosen, move));
    // Not before the answer to what stands there now: Enter would mean somebody else.
    else if (event.key === 'Enter' && text !== '') {
      if (offers.typed === text) pick(chosen);
    } else if (event.key === 'Escape' && typed !== '') {
      setTyped('');
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="person-picker">
      <input
        className="input"
        role="combobox"
        aria-label={label}
        placeholder={label}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && chosen !== null ? `${id}-${chosen}` : undefined}
        autoComplete="off"
        autoFocus={autoFocus}
        maxLength={100}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(null);
        }}
        onKeyDown={onKeyDown}
      />
      {isOpen && (
        <div id={`${id}-list`} role="listbox" aria-label={label} className="menu-popup person-offers">
          {people.map((person) => (
            <Option key={person.id} id={`${id}-${person.id}`} isActive={person.id === chosen} onPick={() => pick(person.id)}>
              <span className="card-name">{person.name}</span>
              <span className="card-of">{`${person.organisation} ${person.title}`.trim()}</span>
            </Option>
          ))}
          {isNew && (
            <Option id={`${id}-${fresh}`} isActive={chosen === fresh} onPick={() => pick(fresh)}>
              {t('pick.new', { name: text })}
            </Option>
          )}
          {ids.length === 0 && <p className="pane-hint">{t('pick.none')}</p>}
        </div>
      )}
    </div>
  );
}

interface OptionProps {
  id: string;
  isActive: boolean;
  onPick(): void;
  children: React.ReactNode;
}

/** The focus stays in the field: a press takes nothing away from it. */
function Option({ id, isActive, onPick, children }: OptionProps) {
  return (
    <div id={id} role="option" className="menu-item" aria-selected={isActive} data-highlighted={isActive || undefined} onPointerDown={(event) => event.preventDefault()} onClick={onPick}>
      {children}
    </div>
  );
}
