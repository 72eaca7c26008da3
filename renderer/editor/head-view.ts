/** How the head of a record stands on the paper: as it prints, with a small row above for what is data only. */
import type { Language } from '#shared/language.ts';
import { editorStrings } from '#shared/locale/editor.ts';
import { type HeadLine, headLabel } from '#shared/minutes/head.ts';
import { civilTimeSchema, type Meta } from '#shared/minutes/meta.ts';
import { formatPeriod } from '#shared/text/dates.ts';
import { element, fieldPlace, outside } from './view.ts';

/** What the head says beside its lines of text. How far the record is, is none of it: no undo takes that back. */
export type HeadData = Omit<Meta, 'title' | 'organisation' | 'body' | 'place' | 'chair' | 'recorder' | 'documentNumber' | 'stages' | 'corrections'>;

/** What of the head cannot be shown without drawing it anew. */
type HeadFace = Pick<HeadData, 'region' | 'script'> & { language: Language };

const tails = new WeakMap<HTMLElement, HTMLElement>();
const faces = new WeakMap<HTMLElement, string>();
const controls = new WeakMap<HTMLElement, readonly Control[]>();

/** What is set in the head beside its text. */
interface Control {
  cell: HTMLElement;
  show(data: HeadData): void;
}

/** Where the head's children would stand; it has none, and this stays empty and hidden. */
export const headTail = (dom: HTMLElement): HTMLElement | undefined => tails.get(dom);
const faceOf = ({ region, script, language }: HeadFace): string => JSON.stringify([region, script, language]);

/** Shows other data in a head that is drawn; false where it must be drawn anew. Who goes through its controls with Tab keeps her place. */
export function showHead(dom: HTMLElement, data: HeadData & HeadFace): boolean {
  if (faces.get(dom) !== faceOf(data)) return false;
  for (const control of controls.get(dom) ?? []) control.show(data);
  return true;
}

/** Draws the head with an empty place for each field. */
export function drawHead(data: HeadData & HeadFace, patch: (change: Partial<HeadData>) => void): HTMLElement {
  const strings = editorStrings[data.language];
  const term = counter('term', strings['head.term'], patch);
  const session = counter('session', strings['head.session'], patch);
  const when = whenField(strings, patch);
  const dom = element('header', 'mb-head');

  const aside = element('div', 'mb-aside');
  aside.append(
    labelled(strings['head.body'], fieldPlace('body')),
    term.cell,
    session.cell,
  );
  const title = element('div', 'mb-title');
  title.append(fieldPlace('title'));
  const organisation = element('div', 'mb-organisation');
  const label = outside('span', 'mb-aside-label mb-unprinted');
  label.textContent = strings['head.organisation'];
  const note = outside('span', 'mb-aside-label mb-unprinted');
  note.textContent = strings['head.unprinted'];
  organisation.append(label, fieldPlace('organisation'), note);

  const line = (name: HeadLine, ...content: HTMLElement[]) => {
    const row = element('div', 'mb-meta-line');
    const label = outside('span', 'mb-fixed');
    label.textContent = `${headLabel(name, data.region, data.script)}：`;
    row.append(label, ...content);
    return row;
  };
  const tail = element('div', 'mb-head-tail');
  tail.hidden = true;
  dom.append(
    aside,
    organisation,
    title,
    line('documentNumber', fieldPlace('documentNumber')),
    line('time', when.cell),
    line('place', fieldPlace('place')),
    line('chair', fieldPlace('chair')),
    line('recorder', fieldPlace('recorder')),
    tail,
  );
  tails.set(dom, tail);
  faces.set(dom, faceOf(data));
  controls.set(dom, [term, session, when]);
  showHead(dom, data);
  return dom;
}

function labelled(label: string, content: HTMLElement): HTMLElement {
  const cell = element('span', 'mb-aside-field');
  const words = outside('span', 'mb-aside-label');
  words.textContent = label;
  cell.append(words, content);
  return cell;
}

function counter(name: 'term' | 'session', label: string, patch: (change: Partial<HeadData>) => void): Control {
  const cell = outside('label', 'mb-choice');
  const input = document.createElement('input');
  input.type = 'number';
  input.min = '1';
  input.max = '9999';
  input.addEventListener('change', () => {
    const count = Math.trunc(Number(input.value));
    patch({ [name]: input.value !== '' && count >= 1 && count <= 9999 ? count : null });
  });
  cell.append(element('span', 'mb-aside-label', label), input);
  let shown: number | null = null;
  return {
    cell,
    show({ [name]: value }) {
      // What is being typed here stays while something else in the head changes.
      if (value !== shown) input.value = value === null ? '' : String(value);
      shown = value;
    },
  };
}

/** The time as it prints; a click opens the two clocks beside it, until they are left. */
function whenField(strings: (typeof editorStrings)['zh-Hant'] | (typeof editorStrings)['en'], patch: (change: Partial<HeadData>) => void): Control {
  const cell = outside('span', 'mb-when');
  const button = document.createElement('button');
  button.type = 'button';
  const clocks = element('span', 'mb-clocks');
  clocks.hidden = true;
  const shows = (['start', 'end'] as const).map((name) => {
    const { parts, show } = clock(strings[`head.${name}`], (time) => patch({ [name]: time }));
    clocks.append(...parts);
    return (data: HeadData) => show(data[name]);
  });
  button.addEventListener('click', () => {
    clocks.hidden = !clocks.hidden;
    if (!clocks.hidden) clocks.querySelector('input')?.focus();
  });
  cell.addEventListener('focusout', ({ relatedTarget }) => {
    // Who looks something up in another program comes back to them.
    if (document.hasFocus() && !(relatedTarget instanceof Node && cell.contains(relatedTarget))) clocks.hidden = true;
  });
  cell.append(button, clocks);
  return {
    cell,
    show(data) {
      const text = data.start === null ? '' : formatPeriod(data.start, data.end, data.region, data.script);
      button.className = text === '' ? 'mb-when-text mb-empty' : 'mb-when-text';
      button.textContent = text === '' ? strings['head.when'] : text;
      for (const show of shows) show(data);
    },
  };
}

/** A time that is committed when it is left. A day alone stands at midnight, and stays a day while nobody changes it. */
function clock(label: string, onChange: (time: string | null) => void): { parts: HTMLElement[]; show(value: string | null): void } {
  const input = document.createElement('input');
  input.type = 'datetime-local';
  input.setAttribute('aria-label', label);
  let shown = '';
  input.addEventListener('blur', () => {
    const given = input.value.slice(0, 16);
    if (given !== shown) onChange(civilTimeSchema.safeParse(given).success ? given : null);
  });
  return {
    parts: [element('span', 'mb-aside-label', label), input],
    show(value) {
      const next = value === null ? '' : value.includes('T') ? value : `${value}T00:00`;
      if (next !== shown) input.value = next;
      shown = next;
    },
  };
}
