/** The application menu, made from the one list of commands. */
import type { MenuItemConstructorOptions } from 'electron';
import { commands, menus, type CommandEntry, type CommandId, type Menu } from '#shared/commands/commands.ts';
import { menuLines } from '#shared/commands/menu.ts';
import type { Language } from '#shared/language.ts';
import { hostStrings } from '#shared/locale/hosts.ts';
import type { HostInfo } from '#shared/rpc/contract.ts';

export interface MenuParts {
  language: Language;
  platform: HostInfo['platform'];
  devTools: boolean;
  /** A command was chosen. */
  choose(id: string): void;
}

type Item = MenuItemConstructorOptions;

/** The menu bar. Items show their shortcuts; the page listens to the keys. */
export function menuTemplate(parts: MenuParts): Item[] {
  const words = hostStrings[parts.language];
  const bar = menus.map((menu): Item => ({ label: words[`menu.${menu}`], submenu: [...commandItems(menu, parts), ...ownItems(menu, parts)] }));
  return parts.platform === 'mac' ? [{ role: 'appMenu' }, ...bar] : bar;
}

function commandItems(menu: Menu, { language, choose }: MenuParts): Item[] {
  const item = (id: CommandId): Item => {
    const { label, shortcut }: CommandEntry = commands[id];
    return { id, label: label[language], click: () => choose(id), ...(shortcut ? { accelerator: accelerator(shortcut), registerAccelerator: false } : {}) };
  };
  const line: Item = { type: 'separator' };
  return menuLines(menu).map((one) => {
    if (one === 'line') return line;
    if (typeof one === 'string') return item(one);
    return { label: one.label[language], submenu: one.groups.flatMap((ids, index) => [...(index > 0 ? [line] : []), ...ids.map(item)]) };
  });
}

/** What the system does by itself. */
function ownItems(menu: Menu, { language, platform, devTools }: MenuParts): Item[] {
  const words = hostStrings[language];
  const line: Item = { type: 'separator' };
  switch (menu) {
    case 'file':
      return [line, platform === 'mac' ? { label: words['menu.close'], role: 'close' } : { label: words['menu.quit'], role: 'quit' }];
    case 'edit':
      return [
        line,
        { label: words['menu.cut'], role: 'cut' },
        { label: words['menu.copy'], role: 'copy' },
        { label: words['menu.paste'], role: 'paste' },
        { label: words['menu.selectAll'], role: 'selectAll' },
      ];
    case 'view':
      return [line, { label: words['menu.fullScreen'], role: 'togglefullscreen' }, ...(devTools ? [{ role: 'toggleDevTools' } as const] : [])];
    default:
      return [];
  }
}

/** `Mod+Shift+ArrowUp` as Electron writes it. */
export function accelerator(shortcut: string): string {
  return shortcut
    .split('+')
    .map((key) => (key === 'Mod' ? 'CommandOrControl' : key.replace(/^Arrow/, '')))
    .join('+');
}
