/** How the head of a record stands on the paper: as it prints, with a small row above for what is data only. */
import type { Language } from '#shared/language.ts';
import { editorStrings } from '#shared/locale/editor.ts';
import { type HeadLine, headLabel } from '#shared/minutes/head.ts';
import { civilTimeSchema, type Meta } from '#shared/minutes/meta.ts';
import { formatPeriod } from '#shared/text/dates.ts';
import { element, fieldPlace, outside } from './view.ts';

/** What the head says beside its lines of text. How far the record is, is none of it: no undo takes that back. */
export type HeadData = Omit<Meta, 'title' | 'organisation' | 'body' | 'place' | 'chair' | 'recorder' | 'documentNumber' | 'stages' | 'corrections'>;

const tails = new WeakMap<HTMLElement, HTMLElement>();
const faces = new WeakMap<HTMLElement, string>();

/** Where the head's children would stand; it has none, and this stays empty and hidden. */
export const headTail = (dom: HTMLElement): HTMLElement | undefined => tails.get(dom);
/** What a head was drawn from. */
export const headFace = (dom: HTMLElement): string | undefined => faces.get(dom);

/** Draws the head with an empty place for each field. */
export function drawHead(face: HeadData & { language: Language }, patch: (change: Partial<HeadData>) => void): HTMLElement {
  const { language, ...data } = face;
  const strings = editorStrings[language];
  const dom = element('header', 'mb-head');

  const aside = element('div', 'mb-aside');
  aside.append(
    labelled(strings['head.body'], fieldPlace('body')),
    counter(strings['head.term'], data.term, (term) => patch({ term })),
    counter(strings['head.session'], data.session, (session) => patch({ session })),
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
    line('time', whenField(data, strings, patch)),
    line('place', fieldPlace('place')),
    line('chair', fieldPlace('chair')),
    line('recorder', fieldPlace('recorder')),
    tail,
  );
  tails.set(dom, tail);
  faces.set(dom, JSON.stringify(face));
  return dom;
}

function labelled(label: string, content: HTMLElement): HTMLElement {
  const cell = element('span', 'mb-aside-field');
  const words = outside('span', 'mb-aside-label');
  words.textContent = label;
  cell.append(words, content);
  return cell;
}

function counter(label: string, value: number | null, onChange: (value: number | null) => void): HTMLElement {
  const cell = outside('label', 'mb-choice');
  const input = document.createElement('input');
  input.type = 'number';
  input.min = '1';
  input.max = '9999';
  input.value = value === null ? '' : String(value);
  input.addEventListener('change', () => {
    const count = Math.trunc(Number(input.value));
    onChange(input.value !== '' && count >= 1 && count <= 9999 ? count : null);
  });
  cell.append(element('span', 'mb-aside-label', label), input);
  return cell;
}

/** The time as it prints; a click opens the two clocks beside it. */
function whenField(
  data: HeadData,
  strings: (typeof editorStrings)['zh-Hant'] | (typeof editorStrings)['en'],
  patch: (change: Partial<HeadData>) => void,
): HTMLElement {
  const cell = outside('span', 'mb-when');
  const text = data.start === null ? '' : formatPeriod(data.start, data.end, data.region, data.script);
  const button = document.createElement('button');
  button.type = 'button';
  button.className = text === '' ? 'mb-when-text mb-empty' : 'mb-when-text';
  button.textContent = text === '' ? strings['head.when'] : text;
  const clocks = element('span', 'mb-clocks');
  clocks.hidden = true;
  for (const name of ['start', 'end'] as const) {
    const input = document.createElement('input');
    input.type = 'datetime-local';
    input.setAttribute('aria-label', strings[`head.${name}`]);
    const value = data[name];
    input.value = value === null ? '' : value.includes('T') ? value : `${value}T00:00`;
    input.addEventListener('blur', () => {
      const given = input.value.slice(0, 16);
      const time = civilTimeSchema.safeParse(given).success ? given : null;
      if (given !== (value ?? '') && !(value !== null && !value.includes('T') && given === `${value}T00:00`)) patch({ [name]: time });
    });
    clocks.append(element('span', 'mb-aside-label', strings[`head.${name}`]), input);
  }
  button.addEventListener('click', () => {
    clocks.hidden = !clocks.hidden;
    if (!clocks.hidden) clocks.querySelector('input')?.focus();
  });
  cell.append(button, clocks);
  return cell;
}
