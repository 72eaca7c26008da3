import { type ChangeEvent, type SubmitEvent, useRef, useState } from 'react';
import type { ImportReport } from '#shared/rpc/archives.ts';
import { useApp, useParts } from '../app/context.ts';
import { useText } from '../i18n/i18n.ts';
import { type Chosen, isEncrypted, makeArchive, takeArchive } from './archives.ts';
import { forget, useWork } from './work.ts';
import { Came, Working } from './Working.tsx';

/** 封存檔: everything in one file, and such a file taken in. */
export function Archives() {
  return (
    <>
      <Make />
      <Take />
    </>
  );
}

function Make() {
  const t = useText('safety');
  const parts = useParts();
  const { now, last } = useWork();
  const [isProtected, setProtected] = useState(false);
  const [isShown, setShown] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const differ = isProtected && again !== '' && again !== passphrase;
  const isReady = !isProtected || (passphrase !== '' && passphrase === again);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isReady || now) return;
    void makeArchive(parts, isProtected ? passphrase : null);
    setPassphrase('');
    setAgain('');
  };
  const made = last?.what === 'archive' ? last.result : null;
  return (
    <form className="safety-section" onSubmit={submit}>
      <div className="safety-head">
        <div>
          <h3>{t('archive.title')}</h3>
          <p>{t('archive.text')}</p>
        </div>
        <button type="submit" className="button primary" disabled={!isReady || now !== null}>
          {t('archive.make')}
        </button>
      </div>
      <label className="safety-check">
        <input type="checkbox" checked={isProtected} onChange={(event) => setProtected(event.target.checked)} />
        {t('archive.protect')}
      </label>
      {isProtected && (
        <div className="safety-secret">
          <Passphrase label={t('archive.passphrase')} value={passphrase} isShown={isShown} onChange={setPassphrase} isNew />
          <Passphrase label={t('archive.again')} value={again} isShown={isShown} onChange={setAgain} isNew />
          <label className="safety-check">
            <input type="checkbox" checked={isShown} onChange={(event) => setShown(event.target.checked)} />
            {t('archive.show')}
          </label>
          <p className="safety-overdue" role="status">
            {differ ? t('archive.differ') : t('archive.warning')}
          </p>
        </div>
      )}
      <Working kinds={['archive']} />
      {made && !made.ok && <Came error={made.error} />}
      {made?.ok && made.value.name !== null && <Came>{t('archive.done', { name: made.value.name, count: made.value.meetings })}</Came>}
    </form>
  );
}

function Take() {
  const t = useText('safety');
  const parts = useParts();
  const { now, last } = useWork();
  const isReadOnly = useApp(({ health }) => Boolean(health?.readOnly));
  const picker = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState<Chosen | null>(null);
  const [passphrase, setPassphrase] = useState('');

  const take = async (chosen: Chosen, secret: string | null) => {
    const taken = await takeArchive(parts, chosen, secret);
    setAsked(taken && !taken.ok && taken.error.code === 'archive.passphrase' ? chosen : null);
  };
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    // So that the same file can be chosen again.
    target.value = '';
    if (!file) return;
    forget();
    const chosen = { file, parcel: null };
    setPassphrase('');
    if (await isEncrypted(file)) setAsked(chosen);
    else await take(chosen, null);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (asked && passphrase !== '' && !now) void take(asked, passphrase);
  };
  const taken = last?.what === 'import' ? last.result : null;
  return (
    <section className="safety-section">
      <div className="safety-head">
        <div>
          <h3>{t('import.title')}</h3>
          <p>{t('import.text')}</p>
        </div>
        <button type="button" className="button" disabled={now !== null || isReadOnly} onClick={() => picker.current?.click()}>
          {t('import.choose')}
        </button>
        <input ref={picker} type="file" hidden accept=".zip,.age" data-import onChange={(event) => void choose(event)} />
      </div>
      {asked && now?.what !== 'import' && (
        <form className="safety-secret" onSubmit={submit}>
          <Passphrase label={t('import.passphrase', { name: asked.file.name })} value={passphrase} isShown={false} onChange={setPassphrase} autoFocus />
          <div className="safety-acts">
            <span className="safety-space" />
            <button type="button" className="button" onClick={() => setAsked(null)}>
              {t('cancel')}
            </button>
            <button type="submit" className="button primary" disabled={passphrase === ''}>
              {t('import.open')}
            </button>
          </div>
        </form>
      )}
      <Working kinds={['import']} />
      {taken && !taken.ok && <Came error={taken.error} />}
      {taken?.ok && <Imported report={taken.value} />}
    </section>
  );
}

function Imported({ report: { added, copied, same, cards, unreadable } }: { report: ImportReport }) {
  const t = useText('safety');
  return (
    <>
      <Came>
        <p>{t('import.done', { added, copied, same })}</p>
        {cards > 0 && <p>{t('import.cards', { count: cards })}</p>}
      </Came>
      {unreadable.length > 0 && (
        <div className="safety-findings">
          <p className="safety-overdue">{t('import.unreadable')}</p>
          <ul className="safety-list">
            {unreadable.map((name, index) => (
              <li key={index}>{name}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

interface PassphraseProps {
  label: string;
  value: string;
  isShown: boolean;
  onChange(value: string): void;
  isNew?: boolean;
  autoFocus?: boolean;
}

function Passphrase({ label, value, isShown, onChange, isNew = false, autoFocus = false }: PassphraseProps) {
  return (
    <label className="form-row">
      <span className="form-label">{label}</span>
      <input
        className="input"
        type={isShown ? 'text' : 'password'}
        autoComplete={isNew ? 'new-password' : 'off'}
        autoFocus={autoFocus}
        maxLength={1000}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
