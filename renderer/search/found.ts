/**
 * Every hit of a search in the text that it opened, marked over it without touching it (CSS highlights), and the way
 * from one to the next. Until Esc, another search, or another meeting.
 */
import { createStore } from 'zustand/vanilla';
import type { SectionKind } from '#shared/minutes/blocks/index.ts';
import { markedPlaces, parseQuery, type Term } from '#shared/text/query.ts';
import type { Jump } from '../app/state.ts';

export interface Found {
  meetingId: string;
  terms: readonly Term[];
  kinds: readonly SectionKind[];
  /** How many hits are marked, and which of them is the one she looks at; -1 before that is known. */
  count: number;
  at: number;
}

/** What is marked in the open text; null for nothing. */
export const found = createStore<{ marked: Found | null }>(() => ({ marked: null }));

const names = { all: 'minutebook-found', now: 'minutebook-found-now' };
let goal: Jump | null = null;
let ranges: Range[] = [];

/** Marks the hits of a query in a meeting; goes to the one that `jump` means, or to the first. */
export function markFound(meetingId: string, query: string, kinds: readonly SectionKind[], jump: Jump | null): void {
  const terms = parseQuery(query).filter(({ excluded }) => !excluded);
  goal = jump;
  found.setState({ marked: terms.length === 0 ? null : { meetingId, terms, kinds, count: 0, at: -1 } });
}

/** Takes the marks away. */
export function unmark(): void {
  found.setState({ marked: null });
}

/** Goes to the next or previous hit, around the end. The caret comes along where it is in the text. */
export function stepFound(step: 1 | -1): void {
  const { marked } = found.getState();
  if (!marked || ranges.length === 0) return;
  const at = (marked.at + step + ranges.length) % ranges.length;
  found.setState({ marked: { ...marked, count: ranges.length, at } });
  goTo(ranges[at]);
}

/** Draws the marks over a text, again after each change of it, for as long as it is there. */
export function keepMarked(root: HTMLElement, marked: Pick<Found, 'terms' | 'kinds'>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draw = () => {
    ranges = rangesIn(root, marked);
    const { marked: now } = found.getState();
    if (!now) return;
    const isFirst = now.at === -1;
    const at = isFirst ? placeOf(ranges, root) : Math.min(now.at, ranges.length - 1);
    CSS.highlights.set(names.all, new Highlight(...ranges));
    if (at !== now.at || ranges.length !== now.count) found.setState({ marked: { ...now, count: ranges.length, at } });
    paintNow(ranges[at]);
    if (isFirst && goal === null) goTo(ranges[at]);
  };
  const observer = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(draw, 120);
  });
  observer.observe(root, { subtree: true, childList: true, characterData: true });
  draw();
  return () => {
    clearTimeout(timer);
    observer.disconnect();
    ranges = [];
    for (const name of Object.values(names)) CSS.highlights.delete(name);
  };
}

function paintNow(range: Range | undefined): void {
  if (!range) return void CSS.highlights.delete(names.now);
  const highlight = new Highlight(range);
  highlight.priority = 1;
  CSS.highlights.set(names.now, highlight);
}

function goTo(range: Range | undefined): void {
  if (!range) return;
  paintNow(range);
  const element = range.startContainer.parentElement;
  element?.scrollIntoView({ block: 'center' });
  if (document.activeElement?.contains(range.startContainer)) document.getSelection()?.collapse(range.startContainer, range.startOffset);
}

/** Where the search led: the first hit in its block that reads the same, else the first of the text. */
function placeOf(all: readonly Range[], root: HTMLElement): number {
  const block = goal && root.querySelector(`[data-block-id="${CSS.escape(goal.blockId)}"]`);
  const within = block ? all.filter((range) => block.contains(range.startContainer)) : [];
  const one = within.find((range) => range.toString() === goal?.hit) ?? within[0];
  return all.length === 0 ? -1 : Math.max(0, one ? all.indexOf(one) : 0);
}

/** What is one line to search: a phrase goes over the fields and fixed words in it, and never beyond. */
const lines = '.mb-section-heading, .mb-line, .mb-aside-field, .mb-title, .mb-organisation, .mb-meta-line, [data-block-id], p';
/** Words of the window, not of the record. */
const furniture = '.mb-margin, .mb-aside-label, .mb-choice, .mb-when, .mb-meta-line > .mb-fixed';

function rangesIn(root: HTMLElement, { terms, kinds }: Pick<Found, 'terms' | 'kinds'>): Range[] {
  const texts = new Map<Element, Text[]>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const { parentElement } = node;
    if (!parentElement || parentElement.closest(furniture)) continue;
    if (kinds.length > 0 && !kinds.some((kind) => parentElement.closest(`.mb-section[data-kind="${kind}"]`))) continue;
    const line = parentElement.closest(lines) ?? root;
    const known = texts.get(line);
    if (known) known.push(node);
    else texts.set(line, [node]);
  }
  return [...texts.values()].flatMap((nodes) => {
    const text = nodes.map((node) => node.data).join('');
    return markedPlaces(text, terms).map(([start, end]) => rangeOver(nodes, start, end));
  });
}

function rangeOver(nodes: readonly Text[], start: number, end: number): Range {
  const range = document.createRange();
  let from = 0;
  for (const node of nodes) {
    const to = from + node.length;
    if (start >= from && start < to) range.setStart(node, start - from);
    if (end > from && end <= to) range.setEnd(node, end - from);
    from = to;
  }
  return range;
}
