import type { MenuItemConstructorOptions } from 'electron';
import { expect, test, vi } from 'vitest';
import { commands, type CommandEntry } from '#shared/commands/commands.ts';
import { accelerator, menuTemplate, type MenuParts } from './menu.ts';

type Item = MenuItemConstructorOptions;

const build = (parts: Partial<MenuParts> = {}) => menuTemplate({ language: 'zh-Hant', platform: 'linux', devTools: false, choose: () => undefined, ...parts });
const inside = (menu: Item): Item[] => menu.submenu as Item[];
const all = (menu: Item[]): Item[] => menu.filter((item) => item.submenu).flatMap((item) => [...inside(item), ...all(inside(item))]);

test('every command stands in its menu with its words and its shortcut', () => {
  const items = all(build({ language: 'zh-Hans' }));
  for (const [id, command] of Object.entries<CommandEntry>(commands)) {
    expect(items).toContainEqual(
      expect.objectContaining({
        id,
        label: command.label['zh-Hans'],
        ...(command.shortcut ? { accelerator: accelerator(command.shortcut), registerAccelerator: false } : {}),
      }),
    );
  }
  expect(build().map((menu) => menu.label)).toEqual(['檔案', '編輯', '插入', '格式', '表格', '紀錄', '檢視', '說明']);
});

test('of the sections only the common ones stand in the menu itself', () => {
  const insert = build().find((menu) => menu.label === '插入');
  const labels = inside(insert!).map(({ label, type }) => label ?? type);
  expect(labels.slice(0, 7)).toEqual(['出席', '致辭', '報告', '聽取報告', '審議通過', '其他章節', 'separator']);
  const more = inside(insert!).find(({ label }) => label === '其他章節');
  expect(inside(more!).map(({ label }) => label)).toEqual(expect.arrayContaining(['演講', '分組討論', '臨時動議', '散會與簽署']));
});

test('choosing a command says its id', () => {
  const choose = vi.fn();
  const item = all(build({ choose })).find((one) => one.id === 'insert.speech');
  (item!.click as () => void)();
  expect(choose).toHaveBeenCalledExactlyOnceWith('insert.speech');
});

test('the system’s own entries are there: the clipboard, the full screen, the end', () => {
  const roles = (parts: Partial<MenuParts>) => all(build(parts)).map((item) => item.role);
  expect(roles({})).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'togglefullscreen', 'quit']));
  expect(roles({})).not.toContain('toggleDevTools');
  expect(roles({ devTools: true })).toContain('toggleDevTools');
  expect(build({ platform: 'mac' })[0]).toEqual({ role: 'appMenu' });
  expect(roles({ platform: 'mac' })).not.toContain('quit');
});

test.each([
  ['Mod+Alt+N', 'CommandOrControl+Alt+N'],
  ['Alt+Shift+ArrowUp', 'Alt+Shift+Up'],
  ['F2', 'F2'],
  ['Mod+,', 'CommandOrControl+,'],
])('%s is %s to Electron', (shortcut, expected) => {
  expect(accelerator(shortcut)).toBe(expected);
});
