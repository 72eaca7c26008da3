import { type KeyboardEvent, useState } from 'react';
import type { Question } from '../commands/question.ts';
import { useText } from '../i18n/i18n.ts';
import { SmallWindow } from '../toolbar/SmallWindow.tsx';
import { columnsAtMost, resized, rowsAtMost, type Size } from './size.ts';
import './table-window.css';

/** Asks for the size of a new table on a grid of squares, by mouse or arrow keys. */
export function TableWindow({ question, at }: { question: Extract<Question, { kind: 'table' }>; at: DOMRect | null }) {
  const t = useText('table');
  const [size, setSize] = useState<Size>({ columns: 3, rows: 3 });
  const [header, setHeader] = useState(true);
  const insert = () => question.answer({ ...size, header });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = resized(size, event.key);
    if (event.key === 'Enter') insert();
    else if (next) setSize(next);
    else return;
    event.preventDefault();
  };
  const words = t('size', { columns: size.columns, rows: size.rows });
  return (
    <SmallWindow title={t('title')} at={at} onClose={() => question.answer(null)}>
      <div className="table-size" tabIndex={0} role="application" aria-label={`${words}　${t('hint')}`} onKeyDown={onKeyDown}>
        {Array.from({ length: rowsAtMost }, (_, row) => (
          <div className="table-size-row" key={row}>
            {Array.from({ length: columnsAtMost }, (_, column) => (
              <span
                key={column}
                className="table-size-square"
                data-in={row < size.rows && column < size.columns ? '' : undefined}
                onPointerEnter={() => setSize({ columns: column + 1, rows: row + 1 })}
                onClick={insert}
              />
            ))}
          </div>
        ))}
      </div>
      <p className="table-size-words tabular" aria-live="polite">
        {words}
      </p>
      <label className="table-size-header">
        <input type="checkbox" checked={header} onChange={(event) => setHeader(event.target.checked)} />
        {t('header')}
      </label>
      <div className="small-window-foot">
        <button type="button" className="button quiet" onClick={() => question.answer(null)}>
          {t('cancel')}
        </button>
        <button type="button" className="button primary" onClick={insert}>
          {t('insert')}
        </button>
      </div>
    </SmallWindow>
  );
}
