/** What an open meeting offers to the rest of the window. Nobody outside `editor/` and `blocks/` touches nodes. */
import type { BaseSelection, LexicalEditor, NodeKey } from 'lexical';
import type { StoreApi } from 'zustand';
import type { Align } from '#shared/minutes/align.ts';
import type { Block, BlockKind, Section } from '#shared/minutes/blocks/index.ts';
import type { MinutesDocument } from '#shared/minutes/document.ts';
import type { Mark } from '#shared/minutes/inline.ts';
import type { Meta } from '#shared/minutes/meta.ts';
import type { ItemLevel } from '#shared/minutes/numbering.ts';
import type { Person } from '#shared/minutes/roster.ts';
import type { Changes } from '#shared/rpc/schemas.ts';
import type { Past } from '#shared/rpc/versions.ts';

export interface OutlineEntry {
  blockId: string;
  kind: BlockKind;
  /** 1 for headings of level 1 and sections, then by heading level. */
  depth: 1 | 2 | 3 | 4;
  text: string;
  /** How many places in it wait to be filled in. */
  blanks: number;
}

/** Where the caret stands; what the toolbar shows as pressed. */
export interface SelectionView {
  marks: readonly Mark[];
  /** Kind of the text block at the caret; null with a picture or several kinds selected. */
  block: BlockKind | null;
  level: ItemLevel | null;
  align: Align | null;
  link: string | null;
  inTable: boolean;
  canMergeCells: boolean;
  /** In a one-line field of a section or of the head: no blocks, no marks there. */
  inField: boolean;
  /** Id of the top-level block at the caret. */
  blockId: string | null;
}

/** The blocks around the caret, the innermost first, and how many characters of that one stand before it. */
export interface CaretPlace {
  blocks: readonly string[];
  offset: number;
}

/** A place in the text that is kept while something is waited for. */
export interface HeldPlace {
  /** What was selected. */
  readonly selection: BaseSelection | null;
  /** The nodes around it, the innermost first. */
  readonly around: readonly NodeKey[];
}

/** Derived from the text, at most every 150 ms, and at once where the panes change it; never computed per keystroke. */
export interface SessionView {
  meta: Meta;
  roster: readonly Person[];
  outline: readonly OutlineEntry[];
  /** The sections in order; the same objects as long as nothing in them changed. */
  sections: readonly Section[];
  /** Characters without spaces, as Word counts them. */
  characters: number;
  /** 待填 places left: blanks, empty required fields, missing data at the head. */
  blanks: number;
  selection: SelectionView;
  canUndo: boolean;
  canRedo: boolean;
}

/** The text before the step of writing that led to a revision; null where nothing older is known. */
export type ReadOlder = (revision: number) => Promise<Past | null>;

/** What of a section to change: choices and fields by name, its data whole. */
export interface SectionPatch {
  values?: Readonly<Record<string, string>>;
  fields?: Readonly<Record<string, string>>;
  data?: unknown;
}

export interface EditorSession {
  readonly id: string;
  readonly editor: LexicalEditor;
  readonly view: StoreApi<SessionView>;
  /** Undoable. In a record that is final only the layout can change, for good. */
  setMeta(patch: Partial<Meta>): void;
  /** Undoable. */
  setRoster(roster: readonly Person[]): void;
  /** Changes what a section knows beside its body, as one undoable step. Nothing where there is none of that id. */
  setSection(blockId: string, patch: SectionPatch): void;
  /** A section as it stands now; `view` follows what is typed a moment later. */
  section(blockId: string): Section | undefined;
  /** The whole record as it stands now; walks everything. */
  document(): MinutesDocument;
  /** Tells of every change to what is saved (not of the caret). Returns its own undo. */
  onDirty(listener: () => void): () => void;
  isComposing(): boolean;
  /** Resolves when no word is being composed: at once, or when it is written. */
  composed(): Promise<void>;
  /** Where the caret is, or was before the focus went; null where there was none yet. */
  caretPlace(): CaretPlace | null;
  /** What changed since the last call, or null. The caller must save it or give it back. */
  takeChanges(): Changes | null;
  /** A save did not happen: what it held counts as changed again. */
  giveBack(changes: Changes): void;
  /** Puts the text of another window in place, keeping the caret where it can; waits for composition to end. */
  replace(document: MinutesDocument): void;
  /** Makes the record this one, as one undoable step of writing. */
  put(document: MinutesDocument): void;
  /** The store has this text now and ours stays: the next changes are told against it. */
  rebase(document: MinutesDocument): void;
  /** Takes no changes while something is done to the whole text that could not hold them. */
  freezeDuring<Answer>(work: () => Promise<Answer>): Promise<Answer>;
  undo(): void;
  /** Lets undo go on beyond what was written here: the text that was opened is at `revision`, `read` gives what was before. */
  undoBeyond(revision: number, read: ReadOlder): void;
  /** Keeps the place of the caret for what the store or a file has yet to give. */
  holdPlace(): HeldPlace;
  /** Whether the caret is still at that place and has the focus. */
  isAt(place: HeldPlace): boolean;
  /** Inserts blocks at the caret as one undoable step; at a held `place`, without taking the caret or the focus from where she went. */
  insertBlocks(blocks: readonly Block[], place?: HeldPlace): void;
  /** Scrolls to a block and puts the caret there, unless `focus` is false; `hit` is marked for a moment. */
  jumpTo(blockId: string, hit?: string, focus?: boolean): void;
  /** Puts the caret into a field of the head; false where it has none of that name. */
  jumpToHead(field: string): boolean;
  /** To the next 待填 place after the caret, around the end; false where there is none. */
  nextBlank(): boolean;
  focus(): void;
  dispose(): void;
}
