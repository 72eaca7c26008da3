/** What the window knows of the backups, and what she does with them. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Backup, BackupState } from '#shared/rpc/backups.ts';
import type { Health } from '#shared/rpc/health.ts';
import type { MeetingSummary } from '#shared/rpc/schemas.ts';
import type { AppParts } from '../app/context.ts';
import { origin } from '../app/store.ts';
import { whenOf } from '../history/when.ts';
import { text } from '../i18n/i18n.ts';
import { carryOut } from './work.ts';

export const backups = createStore<{ state: BackupState | null }>(() => ({ state: null }));

/** The backups as they are; null before they are known. */
export const useBackups = (): BackupState | null => useStore(backups, ({ state }) => state);

/** Keeps it up to date for as long as the window is there, and shows her what became of damaged meetings. */
export function followSafety({ app, client }: AppParts): void {
  const read = async (): Promise<void> => {
    const answer = await client.store.backups.state();
    if (answer.ok) backups.setState({ state: answer.value });
  };
  let shown = '';
  app.subscribe(({ health, dialog, set }, before) => {
    if (health === before.health || !health) return;
    void read();
    const { recovery } = health;
    if (!recovery || recovery.seen || recovery.at === shown || dialog) return;
    shown = recovery.at;
    set({ dialog: { kind: 'safety', section: 'recovery' } });
  });
}

/** How the data is, in one word; red for loss alone. */
export type Standing = 'good' | 'none' | 'overdue' | 'failed' | 'found' | 'repaired' | 'loss';

/** What the status line says of the data: the worst of what is known. */
export function standingOf(state: BackupState, health: Health | null): Standing {
  const unread = health?.recovery?.seen === false ? health.recovery : null;
  const check = health?.lastCheck;
  if (unread?.meetings.some(({ from }) => from === 'lost') || check?.database === false) return 'loss';
  if (unread) return 'repaired';
  // A file that follows the database and was written anew was never all there was.
  if (check?.damaged.some(({ what }) => what !== 'archive')) return 'found';
  if (state.overdue) return 'overdue';
  if (state.error || state.second?.error) return 'failed';
  return state.lastVerifiedAt === null ? 'none' : 'good';
}

/** 立即備份. */
export async function backUpNow({ app, client }: AppParts): Promise<void> {
  const { flush, report, toast } = app.getState();
  await flush();
  const made = await carryOut('backup', '', ({ job }) => client.store.backups.make({ job }));
  const { dialog } = app.getState();
  if (!made || dialog?.kind === 'safety') return;
  if (made.ok) toast({ text: text('safety', 'backup.made', { when: whenOf(made.value.madeAt), count: made.value.meetings }) });
  else report(made.error);
}

/** 還原單一會議. */
export async function restoreOne({ app, client }: AppParts, backup: Backup, meeting: MeetingSummary): Promise<void> {
  const { report, toast, library, trashed, open, set } = app.getState();
  const restored = await carryOut('restoreOne', backup.id, () => client.store.backups.restoreMeeting({ id: backup.id, meeting: meeting.id, origin }));
  if (!restored) return;
  if (!restored.ok) return report(restored.error);
  library.refresh();
  trashed.refresh();
  const { id, title } = restored.value;
  toast({
    text: text('safety', 'one.done', { title: title || text('app', 'untitled') }),
    action: {
      label: text('library', 'open'),
      run() {
        set({ dialog: null });
        void open(id);
      },
    },
  });
}

/** 還原全部: saves what is here first, so that the backup of the present holds it. */
export async function restoreAll({ app, client }: AppParts, backup: Backup): Promise<void> {
  const { flush, toast, closeDialog } = app.getState();
  if (!(await flush())) return void toast({ text: text('safety', 'restore.unsaved'), tone: 'error' });
  const restored = await carryOut('restore', backup.id, ({ job }) => client.store.backups.restore({ id: backup.id, job }));
  if (!restored?.ok) return;
  closeDialog('safety');
  toast({ text: text('safety', 'restore.done', { when: whenOf(backup.madeAt) }) });
}
