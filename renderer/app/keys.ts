/** Shortcuts: which command a key means, and how a shortcut reads. */
import { type CommandEntry, type CommandId, commands } from '#shared/commands/commands.ts';
import type { HostInfo } from '#shared/rpc/contract.ts';

type Platform = HostInfo['platform'];

/** What is read of a keyboard event. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
  getModifierState(name: 'AltGraph'): boolean;
}

const codes: Readonly<Record<string, string>> = {
  '\\': 'Backslash',
  ',': 'Comma',
  '.': 'Period',
  '=': 'Equal',
  '-': 'Minus',
  ' ': 'Space',
};

const codeOf = (key: string): string =>
  codes[key] ?? (/^\d$/.test(key) ? `Digit${key}` : /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key);

/** The parts of `Mod+Shift+X`; the key may be a plus sign itself. */
function partsOf(shortcut: string): { key: string; modifiers: ReadonlySet<string> } {
  const parts = shortcut.split('+');
  const last = parts.pop() ?? '';
  return { key: last === 'Space' ? ' ' : last, modifiers: new Set(parts) };
}

/**
 * Whether a key press is a shortcut. Never while an input method composes, nor with AltGr, which types characters.
 * A Chinese layout or Alt may put any character on the key, so then its place counts; else the letter on it.
 */
export function matches(press: KeyPress, shortcut: string, platform: Platform): boolean {
  if (press.isComposing || press.key === 'Process' || press.getModifierState('AltGraph')) return false;
  const { key, modifiers } = partsOf(shortcut);
  const mod = platform === 'mac' ? press.metaKey : press.ctrlKey;
  const other = platform === 'mac' ? press.ctrlKey : press.metaKey;
  if (other || mod !== modifiers.has('Mod') || press.altKey !== modifiers.has('Alt') || press.shiftKey !== modifiers.has('Shift')) return false;
  const letter = press.key.toLowerCase() === key.toLowerCase();
  const isPlain = /^[a-z]$/i.test(press.key) && !press.altKey;
  return letter || (!isPlain && press.code === codeOf(key));
}

/** The command of a key press; F1 opens the palette as Mod+K does, and Mod+F2 the preview as Mod+P. */
export function commandOf(press: KeyPress, platform: Platform): CommandId | null {
  if (matches(press, 'F1', platform)) return 'view.palette';
  if (matches(press, 'Mod+F2', platform)) return 'preview.open';
  const found = (Object.entries(commands) as [CommandId, CommandEntry][]).find(
    ([, { shortcut }]) => shortcut !== undefined && matches(press, shortcut, platform),
  );
  return found?.[0] ?? null;
}

const macSigns: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };
const keySigns: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ' ': 'Space' };

/** A shortcut as it is printed in menus: Ctrl+Shift+E, or ⇧⌘E on a Mac. */
export function shortcutText(shortcut: string, platform: Platform): string {
  const { key, modifiers } = partsOf(shortcut);
  const sign = keySigns[key] ?? key;
  if (platform === 'mac') return `${['Alt', 'Shift', 'Mod'].filter((one) => modifiers.has(one)).map((one) => macSigns[one]).join('')}${sign}`;
  return [...['Mod', 'Alt', 'Shift'].filter((one) => modifiers.has(one)).map((one) => (one === 'Mod' ? 'Ctrl' : one)), sign].join('+');
}
