import { Hash, History } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Section } from '#shared/minutes/blocks/index.ts';
import { commandContext, useParts, useView } from '../app/context.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useText } from '../i18n/i18n.ts';
import { changeData } from '../inspector/change-data.ts';
import { RowField } from '../inspector/DataRows.tsx';
import { isNumbered, matterOf, numberOf } from './decision.ts';
import { numberDecisions } from './numbering.ts';

/** Before it is asked whether a number is taken. Milliseconds. */
const rest = 200;

/** Below what a decision knows: its number in the register, and the way to its history. */
export function DecisionFoot({ session, block }: { session: EditorSession; block: Section }) {
  const t = useText('registers');
  const parts = useParts();
  const { organisation, body } = useView(session, (view) => view.meta);
  const number = numberOf(block);
  const [taken, setTaken] = useState<{ number: string; title: string; matter: string } | null>(null);
  useEffect(() => {
    let isLate = false;
    const timer = setTimeout(() => {
      if (number === '') return setTaken(null);
      void parts.client.store.registers.numberTaken({ organisation, body, number, meetingId: session.id, blockId: block.id }).then((answer) => {
        if (!isLate) setTaken(answer.ok && answer.value ? { number, ...answer.value } : null);
      });
    }, rest);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [parts, session, block.id, organisation, body, number]);
  const isTaken = taken?.number === number;
  return (
    <div className="decision-foot">
      {isNumbered(block) && (
        <div className="decision-number">
          <RowField
            label={t('number')}
            value={number}
            length={100}
            fault={isTaken ? t('number.taken', { number, title: taken.title, matter: taken.matter }) : null}
            onChange={(text) => changeData(session, block.id, { number: text })}
          />
          {number === '' && (
            <button type="button" className="button" onClick={() => void numberDecisions(commandContext(parts), [block])}>
              <Hash aria-hidden />
              {t('number.give')}
            </button>
          )}
        </div>
      )}
      <button type="button" className="button" onClick={() => parts.app.getState().set({ dialog: { kind: 'matterHistory', ...matterOf(session, block) } })}>
        <History aria-hidden />
        {t('history')}
      </button>
    </div>
  );
}
