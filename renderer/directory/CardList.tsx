import type { KeyboardEvent, ReactNode } from 'react';
import { VirtualList } from '../app/VirtualList.tsx';
import { afterMove, moveOf } from '../library/rows.ts';

interface CardListProps<Line extends { id: string }> {
  label: string;
  lines: readonly Line[];
  chosen: string | null;
  onChoose(id: string): void;
  /** Enter on a line: to what is said of it. */
  onEnter(): void;
  onDelete(id: string): void;
  children(line: Line): ReactNode;
}

/** The names on the left, walked with the arrow keys; Delete takes the chosen one out. */
export function CardList<Line extends { id: string }>({ label, lines, chosen: wanted, onChoose, onEnter, onDelete, children }: CardListProps<Line>) {
  // One that is not in sight is never meant by a key.
  const chosen = lines.find(({ id }) => id === wanted)?.id ?? null;
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moveOf(event.key);
    if (move) {
      const next = afterMove(lines.map(({ id }) => id), chosen, move);
      if (next !== null) onChoose(next);
    } else if (event.key === 'Enter') onEnter();
    else if (event.key === 'Delete' && chosen !== null) onDelete(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <div className="card-list">
      <VirtualList
        items={lines}
        keyOf={({ id }) => id}
        sizeOf={() => 44}
        inSight={lines.findIndex(({ id }) => id === chosen)}
        className="card-rows"
        role="listbox"
        tabIndex={0}
        aria-label={label}
        aria-activedescendant={chosen !== null ? `card-${chosen}` : undefined}
        onKeyDown={onKeyDown}
      >
        {(line) => (
          <div id={`card-${line.id}`} className="card-row" role="option" aria-selected={line.id === chosen} onClick={() => onChoose(line.id)}>
            {children(line)}
          </div>
        )}
      </VirtualList>
    </div>
  );
}
