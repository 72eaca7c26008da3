import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import type { Register } from '#shared/registers/entries.ts';
import type { SortKey } from '#shared/registers/query.ts';
import type { AnyLine } from '#shared/registers/rows.ts';
import { VirtualList } from '../app/VirtualList.tsx';
import { useText } from '../i18n/i18n.ts';
import { type CellParts, excerptButton, historyButton, lineName, registerColumns } from './columns.tsx';
import type { RegisterOrder, RegisterState } from './register.ts';

interface RegisterRowsProps {
  register: Register;
  state: RegisterState & { want(index: number): void };
  order: RegisterOrder | null;
  parts: CellParts;
  onOrder(order: RegisterOrder | null): void;
  onOpen(line: AnyLine): void;
}

const rowHeight = 32;
/** Rows that a page key goes. */
const pageStep = 15;

/** The lines of a register, walked by the arrow keys; Enter goes to the place, Space marks, H shows the history, E makes an excerpt. */
export function RegisterRows({ register, state, order, parts, onOrder, onOpen }: RegisterRowsProps) {
  const t = useText('registers');
  const columns = registerColumns[register];
  const { total, lineAt, want } = state;
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, Math.max(0, total - 1));
  const items = useMemo(() => Array.from({ length: total }, (_, index) => index), [total]);
  const grid = { gridTemplateColumns: [...columns.map(({ width }) => width), ...(register === 'decisions' ? ['56px'] : register === 'elections' ? ['28px'] : [])].join(' ') };

  const sort = (key: SortKey) => onOrder(order?.by !== key ? { by: key, down: key === 'date' } : order.down === (key === 'date') ? { by: key, down: !order.down } : null);
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + pageStep, PageUp: at - pageStep, Home: 0, End: total - 1 };
    const next = steps[event.key];
    const line = lineAt(at);
    if (next !== undefined) setChosen(Math.max(0, Math.min(total - 1, next)));
    else if (event.key === 'Enter' && line) onOpen(line);
    else if (event.key === ' ' && line && 'task' in line) parts.mark(line, line.state !== 'done');
    else if (event.key.toLowerCase() === 'h' && line && 'matter' in line) parts.showHistory(line);
    else if (event.key.toLowerCase() === 'e' && line && !('task' in line)) parts.excerpt(line);
    else return;
    event.preventDefault();
  };

  return (
    <div className="register-table" role="grid" aria-label={t(`tab.${register}`)} aria-rowcount={total + 1}>
      <div className="register-heads" role="row" aria-rowindex={1} style={grid}>
        {columns.map(({ name, sort: key }) => {
          const isSorted = key !== undefined && order?.by === key;
          return (
            <div key={name} role="columnheader" aria-sort={isSorted ? (order.down ? 'descending' : 'ascending') : undefined}>
              {key ? (
                <button type="button" className="register-head" title={t('sort.by', { column: t(name) })} onClick={() => sort(key)}>
                  {t(name)}
                  {isSorted && (order.down ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />)}
                </button>
              ) : (
                <span className="register-head">{t(name)}</span>
              )}
            </div>
          );
        })}
      </div>
      <VirtualList
        items={items}
        keyOf={String}
        sizeOf={() => rowHeight}
        inSight={at}
        className="register-rows"
        role="rowgroup"
        tabIndex={0}
        aria-activedescendant={total > 0 ? `register-${at}` : undefined}
        onKeyDown={onKey}
        data-own-keys="F2"
      >
        {(index) => {
          const line = lineAt(index);
          if (!line) return <Waiting index={index} want={want} />;
          return (
            <div
              id={`register-${index}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={index === at}
              className="register-row"
              style={grid}
              onClick={() => {
                setChosen(index);
                onOpen(line);
              }}
            >
              {columns.map(({ name, cell }) => (
                <div key={name} role="gridcell" className="register-cell" title={name === 'col.matter' || name === 'col.task' ? lineName(line) : undefined}>
                  {cell(line, parts)}
                </div>
              ))}
              {!('task' in line) && (
                <div role="gridcell" className="register-cell">
                  {'matter' in line && historyButton(line, parts)}
                  {excerptButton(line, parts)}
                </div>
              )}
            </div>
          );
        }}
      </VirtualList>
    </div>
  );
}

/** A line that is on its way. */
function Waiting({ index, want }: { index: number; want(index: number): void }) {
  useEffect(() => want(index), [index, want]);
  return <div className="register-row waiting" aria-hidden />;
}
