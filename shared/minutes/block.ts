/** What every kind of block says about itself, once; the editor, the search and every exporter read it here. */
import type { z } from 'zod';
import type { Region, Script, Words } from '../language.ts';
import type { ItemLevel } from './level.ts';
import type { PrintNode, PrintNumber } from './print.ts';
import type { Person } from './roster.ts';

/** What a block needs to know of its document to print itself. */
export interface PrintContext {
  region: Region;
  script: Script;
  /** The people of the meeting. */
  roster: readonly Person[];
  /** The derived number of an item, or of a paragraph that the layout counts, by block id. */
  numberOf(id: string): PrintNumber | undefined;
  /** How the layout writes the number of an item. */
  numberLabel(level: ItemLevel, count: number): string;
  /** 經辦人 stands beside what was given to somebody, as the layout has it. */
  handlers: boolean;
  /** Prints the blocks of a section or cell, each through its own definition. */
  print(blocks: readonly { kind: string; id: string }[]): PrintNode[];
}

/** What a block needs to make its search text. */
export interface TextContext {
  text(blocks: readonly { kind: string; id: string }[]): string[];
}

export interface BlockDefinition<Kind extends string, Schema extends z.ZodType> {
  kind: Kind;
  /** The name a secretary sees: in the slash menu, the margin, the outline. */
  label: Words;
  schema: Schema;
  /** The lines of text of the block, for search, word count and outline. */
  toText(block: z.infer<Schema>, context: TextContext): string[];
  /** The paper form. */
  toPrint(block: z.infer<Schema>, context: PrintContext): PrintNode[];
  /** Examples that every reader is tested with. Made-up people and bodies. */
  fixtures: z.infer<Schema>[];
}

/** Checks a definition and keeps its exact types. */
export function defineBlock<Kind extends string, Schema extends z.ZodType<{ kind: Kind; id: string }>>(
  definition: BlockDefinition<Kind, Schema>,
): BlockDefinition<Kind, Schema> {
  return definition;
}
