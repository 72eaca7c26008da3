import { type SubmitEvent, useState } from 'react';
import { newId } from '#shared/minutes/id.ts';
import { type Phrase, phraseSchema } from '#shared/minutes/phrases/phrase.ts';
import { useParts } from '../app/context.ts';
import { origin } from '../app/store.ts';
import { text, useText } from '../i18n/i18n.ts';
import { readOwn } from './own.ts';
import { moved, RowButtons } from './RowButtons.tsx';

/** Her phrase bank: short name and words of each, and a line for the next one. */
export function PhraseRows({ phrases }: { phrases: readonly Phrase[] }) {
  const t = useText('own');
  const { app, client } = useParts();
  const { report, toast } = app.getState();
  const [wrong, setWrong] = useState<{ id: string; words: string } | null>(null);

  /** What is wrong with a phrase, in words; null where nothing is. */
  const fault = (phrase: Phrase): string | null => {
    if (!phraseSchema.safeParse(phrase).success) return t('phrases.bad');
    const taken = phrase.shortcut !== '' && phrases.some(({ id, shortcut }) => id !== phrase.id && shortcut.toLowerCase() === phrase.shortcut.toLowerCase());
    return taken ? t('phrases.taken', { name: phrase.shortcut }) : null;
  };
  const put = async (phrase: Phrase): Promise<boolean> => {
    const words = fault(phrase);
    setWrong(words === null ? null : { id: phrase.id, words });
    if (words !== null) return false;
    const kept = await client.store.phrases.put({ phrase, origin });
    if (!kept.ok) report(kept.error);
    await readOwn(client);
    return kept.ok;
  };
  const add = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const words = String(given.get('text') ?? '').trim();
    if (words === '') return;
    const last = Math.max(999, ...phrases.map(({ order }) => order));
    const phrase = { id: newId(), shortcut: String(given.get('shortcut') ?? '').trim().replace(/^[;；]/, ''), text: words, order: last + 1 };
    const wrongWords = fault(phrase);
    if (wrongWords !== null) return setWrong({ id: phrase.id, words: wrongWords });
    // The next one is typed while this one is being kept; what was not kept comes back where nothing was typed since.
    form.reset();
    form.querySelector('input')?.focus();
    if (await put(phrase)) return;
    const [shortcut, text] = form.querySelectorAll('input');
    if (!shortcut || !text || shortcut.value !== '' || text.value !== '') return;
    shortcut.value = phrase.shortcut;
    text.value = phrase.text;
  };
  /** Keeps a row as it reads: of two fields changed one after the other, the first may not have come back yet. */
  const keep = (row: HTMLElement | null, phrase: Phrase) => {
    const [shortcut, words] = row?.querySelectorAll('input') ?? [];
    if (!shortcut || !words) return;
    if (words.value.trim() === '') words.value = phrase.text;
    const next = { ...phrase, shortcut: shortcut.value.trim(), text: words.value.trim() };
    if (next.shortcut !== phrase.shortcut || next.text !== phrase.text) void put(next);
  };
  const remove = async (phrase: Phrase) => {
    const gone = await client.store.phrases.remove({ id: phrase.id, origin });
    if (!gone.ok) report(gone.error);
    await readOwn(client);
    if (gone.ok) toast({ text: text('own', 'removed', { name: phrase.text.slice(0, 20) }), action: { label: text('own', 'undo'), run: () => void put(phrase) } });
  };
  const move = async (phrase: Phrase, by: -1 | 1) => {
    const arranged = await client.store.phrases.arrange({ ids: moved(phrases.map(({ id }) => id), phrase.id, by), origin });
    if (!arranged.ok) report(arranged.error);
    await readOwn(client);
  };
  return (
    <>
      <p className="pane-hint own-hint">{t('phrases.text')}</p>
      <form className="own-row own-add" onSubmit={(event) => void add(event)}>
        <input className="input own-shortcut" name="shortcut" maxLength={20} autoComplete="off" placeholder={t('phrases.shortcut')} aria-label={t('phrases.shortcut')} />
        <input className="input" name="text" maxLength={2000} autoComplete="off" placeholder={t('phrases.words')} aria-label={t('phrases.words')} required />
        <button type="submit" className="button">
          {t('phrases.add')}
        </button>
      </form>
      {wrong && !phrases.some(({ id }) => id === wrong.id) && <p className="own-wrong" role="alert">{wrong.words}</p>}
      {phrases.length === 0 && <p className="pane-hint own-hint">{t('phrases.none')}</p>}
      <ul className="own-rows" aria-label={t('phrases.list')}>
        {phrases.map((phrase, index) => (
          <li key={phrase.id}>
            <div className="own-row">
              <input
                className="input own-shortcut"
                aria-label={t('phrases.shortcut')}
                defaultValue={phrase.shortcut}
                maxLength={20}
                aria-invalid={wrong?.id === phrase.id || undefined}
                onBlur={(event) => keep(event.currentTarget.parentElement, phrase)}
              />
              <input
                className="input"
                aria-label={t('phrases.words')}
                defaultValue={phrase.text}
                maxLength={2000}
                onBlur={(event) => keep(event.currentTarget.parentElement, phrase)}
              />
              <RowButtons name={phrase.text.slice(0, 20)} isFirst={index === 0} isLast={index === phrases.length - 1} onMove={(by) => void move(phrase, by)} onRemove={() => void remove(phrase)} />
            </div>
            {wrong?.id === phrase.id && <p className="own-wrong" role="alert">{wrong.words}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
