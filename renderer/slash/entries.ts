/** What the slash menu offers, and what fits the letters behind the slash. Pure. */
import { commands } from '#shared/commands/commands.ts';
import type { Language } from '#shared/language.ts';
import { isSectionKind, type SectionKind } from '#shared/minutes/blocks/index.ts';
import type { Phrase } from '#shared/minutes/phrases/phrase.ts';
import type { Template } from '#shared/minutes/templates/template.ts';
import { bestFirst } from '../app/best-first.ts';
import { triggerOf } from '../typeahead/trigger.ts';
import { type SlashCommand, slashAliases } from './aliases.ts';

export interface SlashEntry {
  key: string;
  /** null for what no command stands for: a template or a phrase of her own. */
  command: SlashCommand | null;
  /** The phrases that a section begins with; absent = the first of its kind, or none. */
  template?: Template;
  /** Words to put in as they are. */
  phrase?: Phrase;
  group: 'own' | 'phrases' | 'sections' | 'text' | 'objects';
  label: string;
  /** One line: what it is for. */
  hint: string;
  names: readonly string[];
}

/** The kind of section that a command inserts, or null. */
export function sectionOf(command: SlashCommand | null): SectionKind | null {
  if (command === null) return null;
  const kind = command.replace('insert.', '');
  return isSectionKind(kind) ? kind : null;
}

/** As it is compared: without case, and full-width letters as half-width ones. */
const lower = (text: string) => text.normalize('NFKC').toLowerCase();
const allNames = (words: Readonly<Record<Language, string>>) => Object.values(words).map(lower);

/** Everything the menu can offer. A kind of section with several templates has an entry for each of them; what is hers comes last. */
export function slashEntries(language: Language, all: readonly Template[], phrases: readonly Phrase[] = []): SlashEntry[] {
  const templates = all.filter(({ written }) => written === undefined);
  return [...programEntries(language, templates), ...all.filter((one) => one.scope === 'section' && one.written).map((one) => templateEntry(language, one)), ...phrases.map(phraseEntry)];
}

const templateEntry = (language: Language, template: Template): SlashEntry => ({
  key: `own ${template.id}`,
  command: null,
  template,
  group: 'own',
  label: template.name[language],
  hint: template.description[language],
  names: allNames(template.name),
});

const phraseEntry = (phrase: Phrase): SlashEntry => ({
  key: `phrase ${phrase.id}`,
  command: null,
  phrase,
  group: 'phrases',
  label: phrase.text,
  hint: phrase.shortcut === '' ? '' : `;${phrase.shortcut}`,
  names: [lower(phrase.text), ...(phrase.shortcut === '' ? [] : [lower(phrase.shortcut)])],
});

function programEntries(language: Language, templates: readonly Template[]): SlashEntry[] {
  return (Object.keys(slashAliases) as SlashCommand[]).flatMap((command): SlashEntry[] => {
    const { label } = commands[command];
    const names = [...slashAliases[command].split(' ').map(lower), ...allNames(label)];
    const kind = sectionOf(command);
    const group = kind ? 'sections' : command.startsWith('format.') ? 'text' : 'objects';
    const plain: SlashEntry = { key: command, command, group, label: label[language].replace(/…$/, ''), hint: '', names };
    const own = kind ? templates.filter(({ scope, blocks }) => scope === 'section' && blocks[0]?.kind === kind).sort((a, b) => a.order - b.order) : [];
    if (own.length === 0) return [plain];
    return own.map((template) => ({
      ...plain,
      key: `${command} ${template.id}`,
      template,
      label: template.name[language],
      hint: template.description[language],
      names: [...names, ...allNames(template.name)],
    }));
  });
}

/** The entries that fit, best first: a name that is the query, one that begins with it, one that holds it. */
export function filterEntries(entries: readonly SlashEntry[], query: string): SlashEntry[] {
  const wanted = lower(query);
  if (wanted === '') return [...entries];
  return bestFirst(entries, ({ names }) => {
    if (names.includes(wanted)) return 0;
    if (names.some((name) => name.startsWith(wanted))) return 1;
    return names.some((name) => name.includes(wanted)) ? 2 : null;
  });
}

/** The slash that opens the menu. */
export const slashTrigger = triggerOf('/／');
