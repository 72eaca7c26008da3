import type { LayoutProfile } from '../../layouts/layout.ts';
import type { MinutesDocument } from '../document.ts';
import type { PrintNode } from '../print.ts';

/** Makes a part of a record whose region and script are those of the paper already; nothing where the record says nothing for it. */
export type Part = (document: MinutesDocument, layout: LayoutProfile) => PrintNode[];
