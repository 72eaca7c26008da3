import { CornerUpLeft } from 'lucide-react';
import { type Followed, progressStates } from '#shared/minutes/blocks/follow-up/index.ts';
import type { BlockOf } from '#shared/minutes/blocks/index.ts';
import { newId } from '#shared/minutes/id.ts';
import { useParts } from '../../app/context.ts';
import type { EditorSession } from '../../editor/session.types.ts';
import { useText } from '../../i18n/i18n.ts';
import { DataRows, RowField } from '../../inspector/DataRows.tsx';

/** 前次會議決議執行情形 in the inspector: each decision, who has it, how far it is, and the way to where it was decided. */
export function FollowUpPanel({ session, block }: { session: EditorSession; block: BlockOf<'followUp'> }) {
  const t = useText('rows');
  const { app } = useParts();
  const rows = block.data?.rows ?? [];
  return (
    <DataRows
      rows={rows}
      empty={t('followUp.empty')}
      addLabel={t('followUp.add')}
      nameOf={({ decision }) => decision}
      onChange={(next: Followed[]) => session.setSection(block.id, { data: { rows: next } })}
      newRow={(): Followed => ({ id: newId(), decision: '', owner: '', progress: '', state: 'open' })}
    >
      {({ decision, number, owner, progress, state, from }, patch) => (
        <>
          <RowField label={t('followUp.decision')} value={decision} onChange={(text) => patch({ decision: text })} />
          <div className="data-row-pair">
            <RowField label={t('followUp.number')} value={number ?? ''} length={100} onChange={(text) => patch({ number: text === '' ? undefined : text })} />
            <RowField label={t('followUp.owner')} value={owner} onChange={(text) => patch({ owner: text })} />
          </div>
          <div className="data-row-pair">
            <label className="row-field">
              <span className="row-label">{t('followUp.state')}</span>
              <select className="select" value={state} aria-label={t('followUp.state')} onChange={({ target }) => patch({ state: target.value as Followed['state'] })}>
                {progressStates.map((one) => (
                  <option key={one} value={one}>
                    {t(`state.${one}`)}
                  </option>
                ))}
              </select>
            </label>
            <RowField label={t('followUp.progress')} value={progress} onChange={(text) => patch({ progress: text })} />
          </div>
          {from && (
            <button type="button" className="button quiet small" onClick={() => void app.getState().open(from.meetingId, { blockId: from.blockId, hit: '' })}>
              <CornerUpLeft aria-hidden />
              {t('followUp.from')}
            </button>
          )}
        </>
      )}
    </DataRows>
  );
}
