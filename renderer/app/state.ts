/** What the window knows and does; `store.ts` makes it, commands and panes read it. */
import type { StoreApi } from 'zustand';
import type { Language, Region, Script } from '#shared/language.ts';
import type { Blank } from '#shared/minutes/blanks.ts';
import type { Meta } from '#shared/minutes/meta.ts';
import type { Person } from '#shared/minutes/roster.ts';
import type { Stage } from '#shared/minutes/stage.ts';
import type { Template } from '#shared/minutes/templates/template.ts';
import type { AppError } from '#shared/result.ts';
import type { Health, Rescued } from '#shared/rpc/health.ts';
import type { HostInfo } from '#shared/rpc/contract.ts';
import type { ExportFormat, ExportOptions } from '#shared/export/options.ts';
import type { FileContent, MeetingSummary, Settings } from '#shared/rpc/schemas.ts';
import type { EditorSession } from '../editor/session.types.ts';
import type { Comparing } from '../history/sides.ts';
import type { InspectorTab } from '../inspector/tabs.ts';
import type { Emergency } from '../saving/rescue.ts';
import type { MeetingList } from '../library/list.ts';
import type { Register } from '#shared/registers/entries.ts';
import type { Matter } from '../registers/matter.ts';
import type { Saver } from '../saving/saver.ts';

/** Where to go in a meeting that opens: a block, and the words that were found in it. */
export interface Jump {
  blockId: string;
  hit: string;
  /** Whether the focus goes along, when the meeting is there at last; absent = it does. */
  mayFocus?(): boolean;
}

/** What stands in the middle of the window. */
export type Current =
  | { kind: 'none' }
  | { kind: 'loading'; id: string }
  | { kind: 'open'; id: string; session: EditorSession; saver: Saver; jump: Jump | null }
  | { kind: 'readOnly'; id: string; title: string; text: string; reason: AppError }
  | { kind: 'failed'; id: string; error: AppError };

/** A place to fill in, and the outline entry it stands under. */
export type PlacedBlank = Blank & { where: string };

/** A part of the window 安全與備份. */
export type SafetySection = 'backups' | 'check' | 'archives' | 'recovery';

/** A part of the window 範本與片語. */
export type OwnSection = 'templates' | 'phrases' | 'word';

/** A part of the window 人名錄與會議體. */
export type DirectorySection = 'people' | 'bodies' | 'gather';

export type Dialog =
  | { kind: 'newMeeting'; template?: string }
  | { kind: 'rename'; id: string; title: string }
  /** `format`: the one that is chosen first; absent = as the last time. `excerpt`: a section that goes out alone. */
  | { kind: 'export'; format?: ExportFormat; excerpt?: { meetingId: string; blockId: string } }
  | { kind: 'exportMany' }
  /** `file`: as it was exported; without it one is made. */
  | { kind: 'proof'; options: ExportOptions; file: FileContent | null }
  | { kind: 'rescued'; rescued: Rescued; words: { rescued: string; saved: string | null } }
  | { kind: 'nameVersion'; id: string; revision: number; name: string }
  | { kind: 'saveTemplate'; scope: Template['scope'] }
  | { kind: 'own'; section: OwnSection }
  | { kind: 'layouts' }
  | { kind: 'official' }
  | { kind: 'kit' }
  | { kind: 'import' }
  | { kind: 'comments' }
  | { kind: 'stage'; stage: Exclude<Stage, 'draft'> }
  | { kind: 'correct' }
  | { kind: 'openLink'; url: string }
  | ({ kind: 'matterHistory' } & Matter)
  | { kind: 'palette' }
  | { kind: 'settings' }
  | { kind: 'safety'; section: SafetySection }
  /** `id`: the person or body that is shown first. */
  | { kind: 'directory'; section: DirectorySection; id?: string }
  | { kind: 'shortcuts' }
  | { kind: 'about' };

export interface Toast {
  text: string;
  tone?: 'plain' | 'error';
  action?: { label: string; run(): void };
}

export interface NewMeeting {
  template: Template;
  region: Region;
  script: Script;
  meta: Partial<Meta>;
  /** Who is expected. */
  roster?: readonly Person[];
  /** The last meeting of the body, which it takes over from. */
  continues?: string;
}

export interface AppState {
  info: HostInfo;
  settings: Settings;
  /** Of the interface: as she set it, or as the system has it. */
  language: Language;
  current: Current;
  /** What keeps things from being saved, and what was rescued; null before it is known. */
  health: Health | null;
  /** How the open text is kept while it cannot be saved. */
  emergency: Emergency;
  dialog: Dialog | null;
  /** What the library pane shows. */
  libraryView: 'meetings' | 'trash';
  library: MeetingList;
  trashed: MeetingList;
  /** On a narrow window the inspector is a drawer; it starts closed. */
  inspectorDrawer: boolean;
  inspectorTab: InspectorTab;
  /** Two texts that stand in the place of the paper. */
  comparing: Comparing | null;
  /** The meeting whose pages stand in the place of the paper. */
  previewing: string | null;
  /** The register that stands in the place of the paper. */
  register: Register | null;
  /** Raised when a version got another name or mark. */
  versionsMarked: number;

  set(patch: Partial<Pick<AppState, 'dialog' | 'libraryView' | 'inspectorDrawer' | 'inspectorTab' | 'comparing' | 'previewing' | 'register' | 'versionsMarked'>>): void;
  /** Closes the window of this kind, unless another one is open by now. */
  closeDialog(kind: Dialog['kind']): void;
  /** At the start: reads the library and shows the meeting that was open last, or the first one where that is gone. */
  begin(): Promise<void>;
  /** Shows a meeting, after what stood there is saved. */
  open(id: string, jump?: Jump): Promise<void>;
  create(meeting: NewMeeting): Promise<void>;
  duplicateAsNext(id: string): Promise<void>;
  rename(id: string, title: string): Promise<void>;
  pin(id: string, pinned: boolean): Promise<void>;
  trash(meeting: Pick<MeetingSummary, 'id' | 'title'>): Promise<void>;
  restore(meeting: Pick<MeetingSummary, 'id' | 'title'>): Promise<void>;
  /** Asks the store how the data is. */
  readHealth(): Promise<void>;
  /** Saves what is unsaved; false where it could not be. */
  flush(): Promise<boolean>;
  change(settings: Partial<Settings>): Promise<void>;
  /** Shows a notice; the answer takes it away. */
  toast(toast: Toast): () => void;
  /** Says an error as a sentence. */
  report(error: AppError): void;
}

export type AppStore = StoreApi<AppState>;
