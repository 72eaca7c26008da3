/** The record as the editor holds it, block by block, with what each block was last known to be. */
import { $getRoot, HISTORIC_TAG, type LexicalNode, type NodeKey, type UpdateListenerPayload } from 'lexical';
import type { Region, Script } from '#shared/language.ts';
import { blockBlanks, headBlanks } from '#shared/minutes/blanks.ts';
import type { Block } from '#shared/minutes/blocks/index.ts';
import { documentVersion, type MinutesDocument } from '#shared/minutes/document.ts';
import { outlineOf } from '#shared/minutes/outline.ts';
import type { Meta } from '#shared/minutes/meta.ts';
import { blockText, plainCharacters } from '#shared/minutes/text.ts';
import { $blockToNode, $nodeToBlock } from '../blocks/registry.ts';
import { $createHeadNode, $head, $isHeadNode, $meta, $roster } from './head-node.ts';
import type { OutlineEntry } from './session.types.ts';

/** Fills an empty editor with a record. */
export function $fill(document: MinutesDocument): void {
  $getRoot().clear().append($createHeadNode(document.meta, document.roster), ...document.blocks.map($blockToNode));
}

/** The whole record as the nodes say; walks everything. */
export function $document(id: string): MinutesDocument {
  const head = $head();
  if (!head) throw new Error('The editor holds no record');
  const blocks = $getRoot().getChildren().flatMap((node) => $nodeToBlock(node) ?? []);
  return { version: documentVersion, id, meta: $meta(head), roster: [...$roster(head)], blocks };
}

interface Entry {
  block: Block;
  /** Counted when the window asks for it. */
  face?: BlockFace;
}

interface BlockFace {
  region: Region;
  script: Script;
  outline: OutlineEntry[];
  blanks: number;
  characters: number;
}

/** The blocks at the top level, read anew only where something in them changed. */
export class BlockCache {
  private readonly entries = new Map<NodeKey, Entry>();

  /**
   * Forgets what an update touched. Returns false where it changed nothing but the caret. Undo and redo put a whole
   * state in place without saying what differs, so there every node is compared with the one before.
   */
  forget({ dirtyElements, dirtyLeaves, editorState, prevEditorState, tags }: UpdateListenerPayload): boolean {
    const [now, before] = [editorState._nodeMap, prevEditorState._nodeMap];
    let changed = dirtyElements.size > 0 || dirtyLeaves.size > 0;
    for (const key of dirtyElements.keys()) this.entries.delete(key);
    for (const key of dirtyLeaves) this.entries.delete(key);
    if (changed && !tags.has(HISTORIC_TAG)) return true;
    if (now.get('root') === before.get('root') && !tags.has(HISTORIC_TAG)) return changed;
    for (const [key, node] of now) {
      if (before.get(key) === node) continue;
      changed = true;
      for (let above: LexicalNode | undefined = node; above; above = now.get(upKey(above) ?? '')) {
        this.entries.delete(above.__key);
      }
    }
    return changed || now.size !== before.size;
  }

  /** The blocks in order. */
  $blocks(): Block[] {
    return this.$entries().map((entry) => entry.block);
  }

  /** What the window shows of the whole: outline, characters, places to fill in. */
  $faces(meta: Meta): BlockFace[] {
    return this.$entries().map((entry) => {
      if (entry.face?.region !== meta.region || entry.face.script !== meta.script) entry.face = faceOf(entry.block, meta);
      return entry.face;
    });
  }

  private $entries(): Entry[] {
    const entries: Entry[] = [];
    const keys = new Set<NodeKey>();
    for (let node = $getRoot().getFirstChild(); node; node = node.getNextSibling()) {
      if ($isHeadNode(node)) continue;
      const key = node.getKey();
      keys.add(key);
      let entry = this.entries.get(key);
      if (!entry) {
        const block = $nodeToBlock(node);
        if (!block) continue;
        entry = { block };
        this.entries.set(key, entry);
      }
      entries.push(entry);
    }
    for (const key of this.entries.keys()) if (!keys.has(key)) this.entries.delete(key);
    return entries;
  }
}

function upKey(node: LexicalNode): NodeKey | null {
  return node.__parent ?? ('__slotHost' in node ? (node.__slotHost as NodeKey | null) : null);
}

function faceOf(block: Block, meta: Meta): BlockFace {
  const { region, script } = meta;
  const outline = outlineOf({ meta, blocks: [block] });
  return { region, script, outline, blanks: blockBlanks(block).length, characters: plainCharacters(blockText(block).join('')) };
}

/** What the window shows of a whole record, from what is known of its blocks. */
export function overview(faces: readonly BlockFace[], meta: Meta, blocks: readonly Block[]) {
  const outline: OutlineEntry[] = [];
  let characters = 0;
  let blanks = headBlanks({ meta, blocks: [...blocks] }).length;
  for (const face of faces) {
    const last = outline.at(-1);
    if (face.outline.length > 0) outline.push(...face.outline);
    else if (last && face.blanks > 0) outline[outline.length - 1] = { ...last, blanks: last.blanks + face.blanks };
    characters += face.characters;
    blanks += face.blanks;
  }
  return { outline, characters, blanks };
}
