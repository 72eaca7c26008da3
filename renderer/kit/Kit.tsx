import { FileDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { type KitKind, kitKindSchema, kitName } from '#shared/kit/index.ts';
import { pollings } from '#shared/kit/meeting.ts';
import { away } from '#shared/kit/proxy.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import { useApp, useParts } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { once, useUnderWay } from '../app/under-way.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { handOver } from '../export/hand-over.ts';
import { text, useText } from '../i18n/i18n.ts';
import './kit.css';

/** 會議用文件: what is printed before and during a meeting, made from its record. */
export function Kit() {
  const session = useApp((state) => (state.current.kind === 'open' ? state.current.session : null));
  return session && <Papers session={session} />;
}

function Papers({ session }: { session: EditorSession }) {
  const t = useText('kit');
  const parts = useParts();
  const { app, client } = parts;
  const { set, flush, report, toast } = app.getState();
  // The record as it stood when the window opened: nothing changes it meanwhile.
  const document = useMemo(() => session.document(), [session]);
  const votes = useMemo(() => pollings(document), [document]);
  const [chosen, setChosen] = useState('');
  const isBusy = useUnderWay('kit');

  const make = (kind: KitKind) =>
    once('kit', async () => {
      if (!(await flush())) return void toast({ text: text('exporting', 'unsaved'), tone: 'error' });
      const made = await client.store.exports.kit({ id: session.id, kind, blockId: chosen || null });
      if (!made.ok) return report(made.error);
      await handOver(parts, made.value);
    });
  return (
    <Dialog
      title={t('title')}
      foot={
        <button type="button" className="button primary" onClick={() => set({ dialog: null })}>
          {t('done')}
        </button>
      }
    >
      <p className="pane-hint kit-hint">{t('hint')}</p>
      <ul className="kit-papers">
        {kitKindSchema.options.map((kind) => (
          <li key={kind} className="kit-paper">
            <span className="kit-words">
              <span className="kit-name">{kitName(kind, document)}</span>
              <span className="kit-what">{what(t, kind, document)}</span>
            </span>
            <button type="button" className="button" disabled={isBusy} aria-label={`${t('make')} ${kitName(kind, document)}`} onClick={() => void make(kind)}>
              <FileDown aria-hidden />
              {t('make')}
            </button>
          </li>
        ))}
      </ul>
      {votes.length > 1 && (
        <label className="kit-choice">
          <span className="form-label">{t('for')}</span>
          <select className="input" value={chosen} onChange={(event) => setChosen(event.target.value)}>
            <option value="">{t(votes.some(({ kind }) => kind === 'election') ? 'for.elections' : 'for.all')}</option>
            {votes.map(({ blockId, kind, name }) => (
              <option key={blockId} value={blockId}>
                {t(kind)} · {name || t('unnamed')}
              </option>
            ))}
          </select>
        </label>
      )}
    </Dialog>
  );
}

/** What will be on a paper, or what should be known first. */
function what(t: ReturnType<typeof useText<'kit'>>, kind: KitKind, document: MinutesDocument): string {
  if (kind !== 'proxy') return t(kind);
  const people = away(document);
  const isBoard = document.meta.region === 'TW' && /理事|監事|监事/.test(document.meta.body);
  return `${people.length > 0 ? t('proxy.named', { count: people.length }) : t('proxy')}${isBoard ? t('proxy.board') : ''}`;
}
