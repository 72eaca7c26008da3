/** Named slots are an experimental part of Lexical: everything that we use of them goes through here. */
import { domOverride } from '@lexical/html';
import {
  $getSlot as $slotOf,
  $getSlotFrame,
  $getSlotHost,
  $getSlotNames,
  $getSlotNameWithinHost,
  $removeSlot,
  $setSlot,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import { $isFieldNode, type FieldNode } from './field-node.ts';

/** The field of a host, or null where it has none of that name. */
export function $fieldOf(host: ElementNode, name: string): FieldNode | null {
  const node = $slotOf(host, name);
  return $isFieldNode(node) ? node : null;
}

/** Puts a field into a host under a name. */
export function $placeField(host: ElementNode, name: string, field: FieldNode): void {
  $setSlot(host, name, field);
}

/** Takes a field out of a host. */
export function $dropField(host: ElementNode, name: string): void {
  $removeSlot(host, name);
}

/** The names of a host's fields. */
export const $fieldNames = (host: ElementNode): string[] => $getSlotNames(host);

/** The field that a node stands in, or null. */
export function $fieldAround(node: LexicalNode): FieldNode | null {
  const frame = $getSlotFrame(node);
  return $isFieldNode(frame) ? frame : null;
}

/** The section or head that a field belongs to, and the field's name there. */
export function $placeOf(field: FieldNode): { host: ElementNode; name: string } | null {
  const host = $getSlotHost(field);
  const name = $getSlotNameWithinHost(field);
  return host && name !== null ? { host: host as ElementNode, name } : null;
}

/** A node's parent, or the host of the slot it stands in. */
export const $above = (node: LexicalNode): LexicalNode | null => node.getParent() ?? $getSlotHost(node);

/** Whether a node is `host` or stands in it, in its fields too. */
export function $isWithin(node: LexicalNode, host: LexicalNode): boolean {
  let one: LexicalNode | null = node;
  while (one && !one.is(host)) one = $above(one);
  return one !== null;
}

/** Where the page has room for a field: an element of the host with `data-slot` of its name. */
export const slotPlaces = domOverride('*', {
  $getSlotTargetElement: (_node, name, dom, $next) =>
    dom.querySelector<HTMLElement>(`:scope [data-slot="${name}"]`) ?? $next(),
});
