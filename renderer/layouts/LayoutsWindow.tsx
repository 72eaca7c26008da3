import { Copy, Download, Pencil, Trash2, Upload } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { type OwnLayout, ownCopy } from '#shared/layouts/own.ts';
import { newId } from '#shared/minutes/id.ts';
import { textFileLimit } from '#shared/rpc/schemas.ts';
import { useApp, useParts } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { origin } from '../app/store.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { handOver } from '../export/hand-over.ts';
import { text, useText } from '../i18n/i18n.ts';
import { chooseFile } from '../own/choose-file.ts';
import { knowOwn, readOwn } from '../own/own.ts';
import { type Offered, useLayoutChoice, useOffered } from './choice.ts';
import { LayoutForm } from './LayoutForm.tsx';
import './layouts.css';

/** 版面: which one the open record has, and those of her own. */
export function LayoutsWindow() {
  const t = useText('layouts');
  const parts = useParts();
  const { app, client } = parts;
  const { set, report, toast } = app.getState();
  const session = useApp((state) => (state.current.kind === 'open' ? state.current.session : null));
  const isReadOnly = useApp((state) => Boolean(state.health?.readOnly));
  const offered = useOffered();
  const [edited, setEdited] = useState<OwnLayout | null>(null);
  useEffect(() => {
    void knowOwn(client);
  }, [client]);

  const keep = async (layout: OwnLayout): Promise<boolean> => {
    const kept = await client.store.layouts.put({ layout, origin });
    if (!kept.ok) report(kept.error);
    await readOwn(client);
    return kept.ok;
  };
  const copy = async ({ label, layout }: Offered) => {
    const last = Math.max(999, ...offered.map(({ own }) => own?.order ?? 0));
    const made = ownCopy(layout, { id: newId(), name: t('copyOf', { name: label }).slice(0, 60), order: last + 1 });
    // Never in the place of another one that she has begun to change meanwhile.
    if (await keep(made)) setEdited((now) => now ?? made);
  };
  const remove = async (own: OwnLayout) => {
    const gone = await client.store.layouts.remove({ id: own.id, origin });
    await readOwn(client);
    if (!gone.ok) return report(gone.error);
    toast({ text: text('layouts', 'removed', { name: own.name }), action: { label: t('undo'), run: () => void keep(own) } });
  };
  const exportOne = async ({ id }: OwnLayout) => {
    const made = await client.store.layouts.export({ id });
    if (made.ok) await handOver(parts, made.value);
    else report(made.error);
  };
  const importOne = async () => {
    const file = await chooseFile('application/json,.json');
    if (!file) return;
    const name = file.name.slice(0, 300);
    if (file.size > textFileLimit * 1024 * 1024) return report({ code: 'file.tooLarge', params: { name, limit: textFileLimit } });
    const taken = await client.store.layouts.import({ file, name, origin });
    if (!taken.ok) return report(taken.error);
    await readOwn(client);
    toast({ text: text('layouts', 'imported', { name: taken.value.name }) });
  };

  if (edited) return <LayoutForm own={edited} onKeep={keep} onDone={() => setEdited(null)} />;
  return (
    <Dialog
      title={t('title')}
      foot={
        <>
          <button type="button" className="button" disabled={isReadOnly} onClick={() => void importOne()}>
            <Upload aria-hidden />
            {t('import')}
          </button>
          <span className="safety-space" />
          <button type="button" className="button primary" onClick={() => set({ dialog: null })}>
            {t('done')}
          </button>
        </>
      }
    >
      <p className="pane-hint layout-hint">{t('hint')}</p>
      <ul className="layout-rows" aria-label={t('list')}>
        {offered.map((one) => (
          <li key={one.id} className="layout-row">
            {session ? <Choice session={session} one={one} /> : <label>{one.label}</label>}
            {one.own && <span className="layout-mine">{t('mine')}</span>}
            <IconButton label={`${t('copy')} ${one.label}`} title={t('copy')} disabled={isReadOnly} onClick={() => void copy(one)} icon={<Copy />} />
            {one.own && (
              <>
                <IconButton label={`${t('edit')} ${one.label}`} title={t('edit')} disabled={isReadOnly} onClick={() => setEdited(one.own)} icon={<Pencil />} />
                <IconButton label={`${t('exportOne')} ${one.label}`} title={t('exportOne')} onClick={() => one.own && void exportOne(one.own)} icon={<Download />} />
                <IconButton label={`${t('remove')} ${one.label}`} title={t('remove')} disabled={isReadOnly} onClick={() => one.own && void remove(one.own)} icon={<Trash2 />} />
              </>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Choice({ session, one: { id, label } }: { session: EditorSession; one: Offered }) {
  const { chosen, choose } = useLayoutChoice(session);
  return (
    <label>
      <input type="radio" name="layout" checked={chosen === id} onChange={() => choose(id)} />
      {label}
    </label>
  );
}

interface IconButtonProps {
  /** What it does, and to which of them. */
  label: string;
  title: string;
  icon: ReactNode;
  disabled?: boolean;
  onClick(): void;
}

function IconButton({ label, title, icon, disabled = false, onClick }: IconButtonProps) {
  return (
    <button type="button" className="icon-button small" aria-label={label} title={title} disabled={disabled} onClick={onClick}>
      {icon}
    </button>
  );
}
