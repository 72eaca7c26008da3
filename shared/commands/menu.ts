/** What stands in each menu, in order: for the desktop's menu bar, the page's and the toolbar's. */
import { exportFormats } from '../export/options.ts';
import type { Words } from '../language.ts';
import { type SectionKind, sections } from '../minutes/blocks/index.ts';
import { type AnySection, sectionGroups } from '../minutes/section.ts';
import { type CommandEntry, type CommandId, commands, type Menu } from './commands.ts';

export type SectionCommand = `insert.${SectionKind}`;

/** Commands one step further in, in groups that are parted by lines. */
export interface Submenu<Id extends CommandId = CommandId> {
  label: Words;
  groups: readonly (readonly Id[])[];
}

export type MenuLine = CommandId | 'line' | Submenu;

const kinds = Object.entries(sections) as unknown as [SectionKind, AnySection][];
const commandsOf = (fits: (section: AnySection) => boolean): SectionCommand[] => kinds.filter(([, section]) => fits(section)).map(([kind]) => `insert.${kind}` as const);

/** The sections of nearly every record. */
export const commonSections: readonly SectionCommand[] = commandsOf(({ section }) => section.offer.common === true);

/** Every other kind of section, by where it stands in a meeting. */
export const moreSections: Submenu<SectionCommand> = {
  label: { 'zh-Hant': '其他章節', 'zh-Hans': '其他章节', en: 'More sections' },
  groups: sectionGroups
    .map((group) => commandsOf(({ section: { offer } }) => offer.group === group && offer.common !== true))
    .filter((ids) => ids.length > 0),
};

/** A file at once, without asking how. */
const quickExports: Submenu = {
  label: { 'zh-Hant': '直接匯出', 'zh-Hans': '直接导出', en: 'Export as' },
  groups: [(Object.keys(commands) as CommandId[]).filter((id) => exportFormats.some((format) => id === `export.${format}`))],
};

const isSection = (id: CommandId): id is SectionCommand => moreSections.groups.some((ids) => ids.some((one) => one === id)) || commonSections.some((one) => one === id);
/** Scopes of a command or two that stand with others. */
const among: Readonly<Record<string, string>> = { comments: 'record', kit: 'record', preview: 'export' };
const scopeOf = (id: CommandId): string => {
  const [scope = ''] = id.split('.');
  return among[scope] ?? scope;
};

/** The lines of a menu. Commands of different scopes are parted; of the sections only the common ones stand in the menu itself. */
export function menuLines(menu: Menu): MenuLine[] {
  const all = (Object.entries(commands) as [CommandId, CommandEntry][]).filter(([, entry]) => entry.menu === menu).map(([id]) => id);
  const isQuick = (id: CommandId) => quickExports.groups.some((ids) => ids.includes(id));
  const plain = all.filter((id) => !isSection(id) && !isQuick(id)).flatMap((id, index, ids): MenuLine[] => {
    const before = ids[index - 1];
    const line: MenuLine[] = before !== undefined && scopeOf(before) !== scopeOf(id) ? ['line', id] : [id];
    return id === 'export.open' ? [...line, quickExports] : line;
  });
  return menu === 'insert' ? [...commonSections, moreSections, 'line', ...plain] : plain;
}
