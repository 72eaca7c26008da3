import { describe, expect, test } from 'vitest';
import { type CommandEntry, commands } from '#shared/commands/commands.ts';
import { commandOf, type KeyPress, matches, shortcutText } from './keys.ts';

const press = (key: string, code: string, held: ('ctrl' | 'meta' | 'alt' | 'shift' | 'altgr' | 'composing')[] = []): KeyPress => ({
  key,
  code,
  ctrlKey: held.includes('ctrl') || held.includes('altgr'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt') || held.includes('altgr'),
  shiftKey: held.includes('shift'),
  isComposing: held.includes('composing'),
  getModifierState: () => held.includes('altgr'),
});

describe('a key press', () => {
  test('is the command of its shortcut, on Ctrl or on ⌘', () => {
    expect(commandOf(press('k', 'KeyK', ['ctrl']), 'linux')).toBe('view.palette');
    expect(commandOf(press('k', 'KeyK', ['meta']), 'mac')).toBe('view.palette');
    expect(commandOf(press('k', 'KeyK', ['ctrl']), 'mac')).toBeNull();
    expect(commandOf(press('F1', 'F1'), 'windows')).toBe('view.palette');
    expect(commandOf(press('F6', 'F6'), 'windows')).toBe('view.nextPane');
    expect(commandOf(press('E', 'KeyE', ['ctrl', 'shift']), 'windows')).toBe('export.open');
  });

  test('of a shifted sign is found by its place', () => {
    expect(commandOf(press('|', 'Backslash', ['ctrl', 'shift']), 'linux')).toBe('view.inspector');
    expect(commandOf(press('\\', 'Backslash', ['ctrl']), 'linux')).toBe('view.library');
  });

  test('with Option on a Mac is found by its place', () => {
    expect(commandOf(press('¡', 'Digit1', ['meta', 'alt']), 'mac')).toBe('format.heading1');
  });

  test('on a Zhuyin layout is found by its place', () => {
    expect(commandOf(press('ㄎ', 'KeyK', ['ctrl']), 'windows')).toBe('view.palette');
  });

  test('on a layout with moved letters follows the letter', () => {
    expect(matches(press('k', 'KeyV', ['ctrl']), 'Mod+K', 'linux')).toBe(true);
    expect(matches(press('t', 'KeyK', ['ctrl']), 'Mod+K', 'linux')).toBe(false);
  });

  test('is no command while composing, and none with AltGr', () => {
    expect(commandOf(press('k', 'KeyK', ['ctrl', 'composing']), 'linux')).toBeNull();
    expect(commandOf(press('Process', 'KeyK', ['ctrl']), 'windows')).toBeNull();
    expect(commandOf(press('{', 'Digit7', ['altgr']), 'windows')).toBeNull();
  });

  test('without its modifiers, or with one too many, is not the shortcut', () => {
    expect(matches(press('b', 'KeyB'), 'Mod+B', 'linux')).toBe(false);
    expect(matches(press('B', 'KeyB', ['ctrl', 'shift']), 'Mod+B', 'linux')).toBe(false);
  });
});

test('no two commands share a shortcut', () => {
  const shortcuts = Object.values(commands as Record<string, CommandEntry>).flatMap(({ shortcut }) => shortcut ?? []);
  expect(new Set(shortcuts).size).toBe(shortcuts.length);
});

test('a shortcut reads as the platform writes it', () => {
  expect(shortcutText('Mod+Shift+E', 'windows')).toBe('Ctrl+Shift+E');
  expect(shortcutText('Mod+Shift+E', 'mac')).toBe('⇧⌘E');
  expect(shortcutText('Alt+Shift+ArrowUp', 'linux')).toBe('Alt+Shift+↑');
  expect(shortcutText('Mod+\\', 'linux')).toBe('Ctrl+\\');
});
