import { type SubmitEvent, useState } from 'react';
import type { Question } from '../commands/question.ts';
import { useText } from '../i18n/i18n.ts';
import { SmallWindow } from './SmallWindow.tsx';

/** Asks what is to be filled in at a blank. */
export function BlankWindow({ question, at }: { question: Extract<Question, { kind: 'blank' }>; at: DOMRect | null }) {
  const t = useText('toolbar');
  const [label, setLabel] = useState(question.label);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (label.trim() !== '') question.answer(label.trim());
  };
  return (
    <SmallWindow title={t('blank.title')} at={at} onClose={() => question.answer(null)}>
      <form className="small-window-form" onSubmit={submit}>
        <label className="field-label">
          {t('blank.label')}
          <input className="input" value={label} maxLength={60} placeholder={t('blank.hint')} onChange={(event) => setLabel(event.target.value)} />
        </label>
        <div className="small-window-foot">
          <button type="button" className="button quiet" onClick={() => question.answer(null)}>
            {t('cancel')}
          </button>
          <button type="submit" className="button primary" disabled={label.trim() === ''}>
            {t('blank.insert')}
          </button>
        </div>
      </form>
    </SmallWindow>
  );
}
