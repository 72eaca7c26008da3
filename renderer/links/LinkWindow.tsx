import { type SubmitEvent, useState } from 'react';
import type { Question } from '../commands/question.ts';
import { useText } from '../i18n/i18n.ts';
import { SmallWindow } from '../toolbar/SmallWindow.tsx';
import { linkAddress } from './address.ts';

/** Asks for the address of a link, and for its text where nothing is selected. */
export function LinkWindow({ question, at }: { question: Extract<Question, { kind: 'link' }>; at: DOMRect | null }) {
  const t = useText('link');
  const [url, setUrl] = useState(question.url);
  const [words, setWords] = useState(question.text ?? '');
  const [refused, setRefused] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const address = linkAddress(url);
    if (address === null) setRefused(true);
    else question.answer({ url: address, text: words.trim() || url.trim() });
  };
  return (
    <SmallWindow title={t('title')} at={at} onClose={() => question.answer(null)}>
      <form className="small-window-form" onSubmit={submit} noValidate>
        <label className="field-label">
          {t('url')}
          <input
            className="input"
            value={url}
            placeholder={t('url.hint')}
            aria-invalid={refused}
            aria-describedby={refused ? 'link-refusal' : undefined}
            onChange={(event) => {
              setUrl(event.target.value);
              setRefused(false);
            }}
          />
        </label>
        {refused && (
          <p className="refusal" id="link-refusal" role="alert">
            {t('invalid')}
          </p>
        )}
        {question.text !== null && (
          <label className="field-label">
            {t('text')}
            <input className="input" value={words} onChange={(event) => setWords(event.target.value)} />
          </label>
        )}
        <div className="small-window-foot">
          {question.url !== '' && (
            <button type="button" className="button quiet apart" onClick={() => question.answer({ url: '', text: '' })}>
              {t('remove')}
            </button>
          )}
          <button type="button" className="button quiet" onClick={() => question.answer(null)}>
            {t('cancel')}
          </button>
          <button type="submit" className="button primary">
            {t('apply')}
          </button>
        </div>
      </form>
    </SmallWindow>
  );
}
