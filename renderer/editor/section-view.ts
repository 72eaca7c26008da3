/** How a section stands on the paper: heading, lines and body in place, and a small row that does not print. */
import type { Language, Script } from '#shared/language.ts';
import { editorStrings } from '#shared/locale/editor.ts';
import { type SectionKind, sections } from '#shared/minutes/blocks/index.ts';
import type { PrintNode } from '#shared/minutes/print.ts';
import { type AnySection, type Part, type SectionLayout, toneOf } from '#shared/minutes/section.ts';
import { drawPrinted } from './printed.ts';
import { element, fieldPlace, outside } from './view.ts';

export type HeadingMode = 'derived' | 'hand' | 'none';

export interface SectionFace {
  kind: SectionKind;
  values: Readonly<Record<string, string>>;
  mode: HeadingMode;
  layout: SectionLayout<string>;
  script: Script;
  language: Language;
  /** What its data print. */
  printed: readonly PrintNode[];
}

/** What the controls beside a section do. */
export interface SectionControls {
  choose(name: string, value: string): void;
  setMode(mode: HeadingMode): void;
  /** Shows where its data are edited. */
  showData(): void;
}

/** The control of the heading, as a choice has its name. */
const headingControl = 'heading mode';

/** Which control of a drawn section is used by keyboard; undefined where none is. */
export function controlAt(dom: HTMLElement): string | undefined {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && dom.contains(activeElement) && activeElement.matches(':focus-visible') ? activeElement.dataset['control'] : undefined;
}

/** Gives the keyboard to the control of this name. */
export function focusControl(dom: HTMLElement, name: string): void {
  dom.querySelector<HTMLElement>(`[data-control="${name}"]`)?.focus({ preventScroll: true });
}

const bodies = new WeakMap<HTMLElement, HTMLElement>();
const faces = new WeakMap<HTMLElement, string>();

/** The element that holds the body of a drawn section. */
export const sectionBody = (dom: HTMLElement): HTMLElement | undefined => bodies.get(dom);
/** What a section was drawn from. */
export const sectionFace = (dom: HTMLElement): string | undefined => faces.get(dom);

/** Which parts stand where: with a heading by hand or none, the fields of the heading move to the row that does not print. */
export function placement(names: readonly string[], { layout, mode }: Pick<SectionFace, 'layout' | 'mode'>) {
  const heading: readonly Part<string>[] = mode === 'hand' ? [{ field: 'heading' }] : mode === 'none' ? [] : layout.heading;
  const fields = (parts: readonly Part<string>[]) => parts.flatMap((part) => ('field' in part ? [part.field] : []));
  const before = [heading, ...layout.before].flatMap(fields);
  const after = layout.after.flatMap(fields);
  return { heading, before, after, aside: names.filter((name) => !before.includes(name) && !after.includes(name)) };
}

/** Draws a section with an empty place for each field and for the body. */
export function drawSection(face: SectionFace, controls: SectionControls): HTMLElement {
  const { kind, layout, mode, script, language } = face;
  const strings = editorStrings[language];
  const definition = sections[kind] as unknown as AnySection;

  const dom = element('section', 'mb-section');
  dom.dataset['kind'] = kind;
  dom.style.setProperty('--kind', `var(--tone-${toneOf(definition)})`);
  dom.setAttribute('aria-label', definition.label[language]);
  const margin = outside('div', 'mb-margin');
  margin.append(
    element('span', 'mb-kind', definition.label[language]),
    ...(layout.heading.length > 0 || mode !== 'derived' ? [headingButton(mode, layout, language, controls)] : []),
  );
  dom.append(margin);

  const line = (tag: string, className: string, parts: readonly Part<string>[]) => {
    const row = element(tag, className);
    for (const part of parts) row.append('text' in part ? fixed(part.text[script]) : place(part.field, part.fallback?.[script]));
    return row;
  };
  const { heading, aside } = placement(Object.keys(definition.section.fields), face);
  const body = element('div', 'mb-section-body');
  const lines = (rows: SectionLayout<string>['before']) => {
    if (rows.length === 0) return [];
    const box = element('div', 'mb-lines');
    for (const parts of rows) {
      const row = line('div', 'mb-line', parts);
      row.toggleAttribute('data-optional', parts.every((part) => 'text' in part || (!part.fallback && !definition.section.fields[part.field]?.required)));
      box.append(row);
    }
    return [box];
  };
  const printed = [
    ...(heading.length > 0 ? [line('div', 'mb-section-heading', heading)] : []),
    ...lines(layout.before),
    body,
    ...dataBox(face, strings['data.edit'], controls),
    ...lines(layout.after),
  ];
  const choices = Object.entries(definition.section.choices);
  if (aside.length + choices.length > 0) {
    const row = element('div', 'mb-aside');
    for (const name of aside) {
      const cell = element('span', 'mb-aside-field');
      const label = definition.section.fields[name]?.label[language] ?? '';
      cell.append(fixed(label, 'mb-aside-label'), place(name));
      row.append(cell);
    }
    for (const [name, choice] of choices) {
      const options = Object.entries(choice.options).map(([value, words]) => [value, words[language]] as const);
      row.append(chooser(name, choice.label[language], options, face.values[name], (value) => controls.choose(name, value)));
    }
    dom.append(row);
  }
  dom.append(...printed);
  bodies.set(dom, body);
  faces.set(dom, JSON.stringify(face));
  return dom;
}

/** What is made of the data, as it will print, or an invitation to give some; they are edited in the inspector, where a click leads. */
function dataBox({ kind, printed, language }: SectionFace, hint: string, controls: SectionControls): HTMLElement[] {
  const invite = (sections[kind] as unknown as AnySection).section.data?.invite;
  if (printed.length === 0 && !invite) return [];
  const box = outside('div', printed.length > 0 ? 'mb-data' : 'mb-data mb-data-none');
  box.append(...(printed.length > 0 ? printed.flatMap(drawPrinted) : [invite?.[language] ?? '']));
  box.title = hint;
  box.addEventListener('click', () => controls.showData());
  return [box];
}

const fixed = (text: string, className = 'mb-fixed') => {
  const span = outside('span', className);
  span.textContent = text;
  return span;
};

/** An empty field shows its name, or in its place the words that print while it is empty. */
function place(name: string, fallback?: string): HTMLElement {
  const fenced = fieldPlace(name);
  if (fallback !== undefined) {
    fenced.classList.add('mb-falls-back');
    fenced.style.setProperty('--shown', JSON.stringify(fallback));
    fenced.style.setProperty('--shown-width', `${fallback.length}em`);
  }
  return fenced;
}

function chooser(
  name: string,
  label: string,
  options: readonly (readonly [string, string])[],
  value: string | undefined,
  onChoose: (value: string) => void,
): HTMLElement {
  const cell = outside('label', 'mb-choice');
  const select = document.createElement('select');
  select.setAttribute('aria-label', label);
  select.dataset['control'] = name;
  for (const [key, words] of options) select.add(new Option(words, key, false, key === value));
  select.addEventListener('change', () => onChoose(select.value));
  cell.append(element('span', 'mb-aside-label', label), select);
  return cell;
}

const nextMode: Record<HeadingMode, HeadingMode> = { derived: 'hand', hand: 'none', none: 'derived' };

function headingButton(
  mode: HeadingMode,
  layout: SectionLayout<string>,
  language: Language,
  controls: SectionControls,
): HTMLElement {
  const strings = editorStrings[language];
  const words = { derived: strings['heading.derived'], hand: strings['heading.hand'], none: strings['heading.none'] };
  const next = nextMode[mode] === 'derived' && layout.heading.length === 0 ? 'hand' : nextMode[mode];
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'mb-heading-mode';
  button.dataset['control'] = headingControl;
  button.textContent = words[mode];
  button.title = strings['heading.switch'].replace('{{next}}', words[next]);
  button.addEventListener('click', () => controls.setMode(next));
  return button;
}
