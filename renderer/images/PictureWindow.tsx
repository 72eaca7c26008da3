import { type SubmitEvent, useState } from 'react';
import type { Question } from '../commands/question.ts';
import { useText } from '../i18n/i18n.ts';
import { SmallWindow } from '../toolbar/SmallWindow.tsx';

/** What is said of a picture: alternative text, caption, and its width on paper. */
export function PictureWindow({ question, at }: { question: Extract<Question, { kind: 'picture' }>; at: DOMRect | null }) {
  const t = useText('image');
  const [alt, setAlt] = useState(question.picture.alt);
  const [caption, setCaption] = useState(question.picture.caption);
  const [width, setWidth] = useState(question.picture.paperWidth === null ? '' : String(question.picture.paperWidth));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const millimetres = Number(width);
    const paperWidth = width.trim() === '' || !Number.isFinite(millimetres) ? null : Math.min(Math.max(millimetres, 5), 400);
    question.answer({ alt: alt.trim().slice(0, 1000), caption: caption.trim(), paperWidth });
  };
  return (
    <SmallWindow title={t('title')} at={at} onClose={() => question.answer(null)}>
      <form className="small-window-form" onSubmit={submit}>
        <label className="field-label">
          {t('alt')}
          <input className="input" value={alt} maxLength={1000} placeholder={t('alt.hint')} onChange={(event) => setAlt(event.target.value)} />
        </label>
        <label className="field-label">
          {t('caption')}
          <input className="input" value={caption} onChange={(event) => setCaption(event.target.value)} />
        </label>
        <label className="field-label">
          {t('width')}
          <input
            className="input tabular"
            type="number"
            min={5}
            max={400}
            value={width}
            placeholder={`${t('natural')} ${question.natural}`}
            onChange={(event) => setWidth(event.target.value)}
          />
        </label>
        <div className="small-window-foot">
          <button type="button" className="button quiet apart" onClick={() => question.answer('remove')}>
            {t('remove')}
          </button>
          <button type="submit" className="button primary">
            {t('done')}
          </button>
        </div>
      </form>
    </SmallWindow>
  );
}
