import { useEffect } from 'react';
import { commands } from '#shared/commands/commands.ts';
import { isEnabled, run } from '../commands/index.ts';
import { commandContext, useParts } from './context.ts';
import { expectPlainPaste } from '../paste/paste.ts';
import { commandOf } from './keys.ts';

/** In a field outside the text, keys that edit text belong to the field. */
const textMenus = new Set(['edit', 'insert', 'format', 'table']);

/** Carries out the shortcuts of all commands. */
export function useKeys(): void {
  const parts = useParts();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.keyCode === 229) return;
      const { dialog, info } = parts.app.getState();
      const target = event.target instanceof HTMLElement ? event.target : null;
      // A notice is no dialog that anything waits for, though it has the role and, after its button, the focus.
      if (dialog !== null || target?.closest('[role="dialog"]:not(.toast), [role="menu"], [role="alertdialog"]:not(.toast)')) return;
      // A list may mean something of its own by a key: F2 names what is chosen in it.
      if (target?.closest<HTMLElement>('[data-own-keys]')?.dataset['ownKeys']?.split(' ').includes(event.key)) return;
      const id = commandOf(event, info.platform);
      if (id === null) return;
      // What stands behind a register or the preview is not written in.
      const { register, previewing } = parts.app.getState();
      if (textMenus.has(commands[id].menu) && (register || previewing)) return;
      const inText = target?.closest('[contenteditable="true"]') !== null;
      if (textMenus.has(commands[id].menu) && !inText && target?.closest('input, textarea, select')) return;
      const context = commandContext(parts);
      // This key pastes by itself; the text only has to know that it wants it plain.
      if (id === 'edit.pastePlain' && inText && context.session) return expectPlainPaste(context.session);
      // A key that names a command never does anything else, even while the command has nothing to act on.
      event.preventDefault();
      event.stopPropagation();
      if (isEnabled(id, context)) run(id, context);
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, [parts]);
}
