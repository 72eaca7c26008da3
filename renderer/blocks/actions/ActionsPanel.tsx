import { useId } from 'react';
import type { Action } from '#shared/minutes/blocks/actions/index.ts';
import type { BlockOf } from '#shared/minutes/blocks/index.ts';
import { daysOverdue, isNoDate, readDue } from '#shared/minutes/due.ts';
import { newId } from '#shared/minutes/id.ts';
import { useView } from '../../app/context.ts';
import { today } from '../../app/today.ts';
import type { EditorSession } from '../../editor/session.types.ts';
import { useText } from '../../i18n/i18n.ts';
import { DataRows, RowField } from '../../inspector/DataRows.tsx';

/** 交辦事項 in the inspector: what, who, until when, and whether it is done. */
export function ActionsPanel({ session, block }: { session: EditorSession; block: BlockOf<'actions'> }) {
  const t = useText('rows');
  const { region, title } = useView(session, (view) => view.meta);
  const roster = useView(session, (view) => view.roster);
  const people = useId();
  const rows = block.data?.rows ?? [];
  const change = (next: Action[]) => session.setSection(block.id, { data: { rows: next } });
  return (
    <>
      <datalist id={people}>
        {[...new Set(roster.map(({ name }) => name).filter((name) => name !== ''))].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <DataRows
        rows={rows}
        empty={t('actions.empty')}
        addLabel={t('actions.add')}
        nameOf={({ task }) => task}
        onChange={change}
        newRow={(): Action => ({ id: newId(), task: '', owner: '', due: '', note: '' })}
      >
        {({ task, owner, due, note, done }, patch) => {
          const late = done ? 0 : daysOverdue(due, today());
          return (
            <>
              <RowField label={t('actions.task')} value={task} onChange={(text) => patch({ task: text })} />
              <div className="data-row-pair">
                <RowField label={t('actions.owner')} value={owner} list={people} onChange={(text) => patch({ owner: text })} />
                <RowField
                  label={t('actions.due')}
                  value={due}
                  length={100}
                  placeholder={t('due.example')}
                  fault={isNoDate(due, region) ? t('due.wrong', { due }) : null}
                  notice={late > 0 ? t('due.overdue', { count: late }) : null}
                  onChange={(text) => patch({ due: readDue(text, region) })}
                />
              </div>
              <RowField label={t('actions.note')} value={note} onChange={(text) => patch({ note: text })} />
              <label className="row-check">
                <input type="checkbox" checked={done !== undefined} onChange={({ target }) => patch({ done: target.checked ? { on: today(), where: title.slice(0, 500) } : undefined })} />
                {t('actions.done')}
                {done && <small className="tabular">{[done.on, done.where].filter((text) => text !== '').join(' · ')}</small>}
              </label>
            </>
          );
        }}
      </DataRows>
    </>
  );
}
