/** 檔案: meetings as a whole, and what goes out of them. */
import { isExcerptable } from '#shared/excerpt/index.ts';
import { asItIs } from '#shared/export/options.ts';
import type { MeetingSummary } from '#shared/rpc/schemas.ts';
import { startExport } from '../export/export.ts';
import { openImport } from '../importing/importing.ts';
import type { CommandContext, CommandDeed } from './command.ts';
import { sectionAt } from './deed.ts';

/** The meeting that a command means: the one chosen in the library while that has the focus, else the open one. */
function meant({ app }: CommandContext): MeetingSummary | null {
  const chosen = document.activeElement?.closest<HTMLElement>('[data-active-meeting]')?.dataset['activeMeeting'];
  const { current, library } = app.getState();
  const id = chosen ?? (current.kind === 'none' ? null : current.id);
  return library.state.getState().meetings.find((meeting) => meeting.id === id) ?? null;
}

const isReadOnly = ({ app }: CommandContext): boolean => Boolean(app.getState().health?.readOnly);
const open = (context: CommandContext): boolean =>
  context.session !== null || (isReadOnly(context) && context.app.getState().current.kind === 'readOnly');
const some = (context: CommandContext): boolean => meant(context) !== null && !isReadOnly(context);

export const fileDeeds = {
  'meeting.new': { enabled: (context) => !isReadOnly(context), run: ({ app }) => app.getState().set({ dialog: { kind: 'newMeeting' } }) },
  'meeting.duplicateAsNext': {
    enabled: some,
    run: async (context) => {
      const meeting = meant(context);
      if (meeting) await context.app.getState().duplicateAsNext(meeting.id);
    },
  },
  'meeting.rename': {
    enabled: (context) => some(context) && !['final', 'confirmed'].includes(meant(context)?.stage ?? 'draft'),
    run: (context) => {
      const meeting = meant(context);
      if (meeting) context.app.getState().set({ dialog: { kind: 'rename', id: meeting.id, title: meeting.title } });
    },
  },
  'meeting.pin': {
    enabled: some,
    active: (context) => meant(context)?.pinned ?? false,
    run: async (context) => {
      const meeting = meant(context);
      if (meeting) await context.app.getState().pin(meeting.id, !meeting.pinned);
    },
  },
  'meeting.trash': {
    enabled: some,
    run: async (context) => {
      const meeting = meant(context);
      if (meeting) await context.app.getState().trash(meeting);
    },
  },
  'import.open': { enabled: (context) => !isReadOnly(context), run: ({ app }) => openImport(app) },
  'comments.open': { enabled: ({ session }) => session !== null, run: ({ app }) => app.getState().set({ dialog: { kind: 'comments' } }) },
  'kit.open': { enabled: open, run: ({ app }) => app.getState().set({ dialog: { kind: 'kit' } }) },
  'export.open': { enabled: open, run: ({ app }) => app.getState().set({ dialog: { kind: 'export' } }) },
  'export.excerpt': {
    enabled: (context) => isExcerptable(sectionAt(context)),
    run: (context) => {
      const block = sectionAt(context);
      const { session, app } = context;
      if (session && block) app.getState().set({ dialog: { kind: 'export', excerpt: { meetingId: session.id, blockId: block.id } } });
    },
  },
  'export.many': { enabled: ({ app }) => app.getState().library.state.getState().total > 0, run: ({ app }) => app.getState().set({ dialog: { kind: 'exportMany' } }) },
  'export.proof': { enabled: open, run: ({ app }) => app.getState().set({ dialog: { kind: 'proof', options: asItIs, file: null } }) },
  'export.docx': { enabled: open, run: (context) => startExport(context, 'docx') },
  'export.pdf': { enabled: (context) => open(context) && context.app.getState().info.pdf, run: (context) => startExport(context, 'pdf') },
  'export.html': { enabled: open, run: (context) => startExport(context, 'html') },
  'export.md': { enabled: open, run: (context) => startExport(context, 'md') },
  'export.txt': { enabled: open, run: (context) => startExport(context, 'txt') },
  'export.json': { enabled: open, run: (context) => startExport(context, 'json') },
} satisfies Record<string, CommandDeed>;
