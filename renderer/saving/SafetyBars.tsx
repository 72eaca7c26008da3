import { LifeBuoy, Lock } from 'lucide-react';
import type { Rescued } from '#shared/rpc/health.ts';
import { useApp, useParts } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { origin } from '../app/store.ts';
import { once } from '../app/under-way.ts';
import { sentence, text, useText } from '../i18n/i18n.ts';
import { savedTime } from '../status/saved-time.ts';
import { lookAtRescued } from './look-at-rescued.ts';
import './conflict.css';

/** Over the whole window: why nothing can be changed, and texts that were found again. */
export function SafetyBars() {
  const t = useText('saving');
  const parts = useParts();
  const health = useApp((state) => state.health);
  const rescued = health?.rescued[0];
  return (
    <>
      {health?.readOnly && (
        <div className="notice-bar" role="status" data-bar="readOnly">
          <Lock aria-hidden />
          <strong>{t('readOnly.title')}</strong>
          <span>{sentence(health.readOnly)}</span>
        </div>
      )}
      {rescued && !health.readOnly && (
        <div className="notice-bar" role="status" data-bar="rescued">
          <LifeBuoy aria-hidden />
          <strong>{t('rescued.title')}</strong>
          <span className="conflict-text">{t('rescued.text', describe(rescued))}</span>
          <button type="button" className="button" onClick={() => void lookAtRescued(parts, rescued)}>
            {t('rescued.look')}
          </button>
          <KeepRescued rescued={rescued} />
        </div>
      )}
    </>
  );
}

const describe = ({ title, at }: Rescued) => ({ title: title || text('app', 'untitled'), time: savedTime(new Date(at), new Date()) });

function KeepRescued({ rescued }: { rescued: Rescued }) {
  const t = useText('saving');
  const { app, client } = useParts();
  const keep = async (): Promise<void> => {
    const { report, toast, library, open, readHealth, closeDialog } = app.getState();
    const title = text('saving', 'rescued.copyTitle', describe(rescued));
    const kept = await client.store.health.keepRescued({ key: rescued.key, title, origin });
    closeDialog('rescued');
    await readHealth();
    if (!kept.ok) return report(kept.error);
    library.refresh();
    toast({ text: text('saving', 'rescued.kept', { title }), action: { label: text('library', 'open'), run: () => void open(kept.value.id) } });
  };
  return (
    <button type="button" className="button primary" onClick={() => void once(`rescued ${rescued.key}`, keep)}>
      {t('rescued.keep')}
    </button>
  );
}

/** A rescued text beside the saved one, to read before choosing. */
export function RescuedText({ rescued, words }: { rescued: Rescued; words: { rescued: string; saved: string | null } }) {
  const t = useText('saving');
  return (
    <Dialog title={t('rescued.title')} wide foot={<KeepRescued rescued={rescued} />}>
      <div className="two-texts">
        <section>
          <h3>{t('rescued.this', describe(rescued))}</h3>
          <Words text={words.rescued} other={words.saved} />
        </section>
        {words.saved !== null && (
          <section>
            <h3>{t('rescued.saved')}</h3>
            <Words text={words.saved} other={words.rescued} />
          </section>
        )}
      </div>
    </Dialog>
  );
}

/** A text whose lines are marked that the other one lacks; the first of them is in sight. */
function Words({ text: whole, other }: { text: string; other: string | null }) {
  const known = new Set((other ?? whole).split('\n'));
  const lines = whole.split('\n');
  const first = lines.findIndex((one) => !known.has(one));
  const show = (mark: HTMLElement | null): void => mark?.scrollIntoView({ block: 'center' });
  return (
    <pre className="other-version paper paper-card">
      {lines.map((one, index) => (known.has(one) ? `${one}\n` : <mark key={index} ref={index === first ? show : null}>{`${one}\n`}</mark>))}
    </pre>
  );
}
