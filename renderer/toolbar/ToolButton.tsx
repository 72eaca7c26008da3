import { Toolbar } from '@base-ui/react/toolbar';
import { Tooltip } from '@base-ui/react/tooltip';
import type { LucideIcon } from 'lucide-react';
import { type CommandEntry, commands } from '#shared/commands/commands.ts';
import { commandContext, useApp, useParts, useView } from '../app/context.ts';
import { shortcutText } from '../app/keys.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useLanguage } from '../i18n/i18n.ts';
import { type TextCommand, textDeed } from './deeds.ts';

/** What the window shows of a command just now; follows the caret. */
export function useCommand(session: EditorSession, id: TextCommand) {
  const parts = useParts();
  const language = useLanguage();
  const platform = useApp((state) => state.info.platform);
  // The caret decides what is pressed and what can be done.
  useView(session, (view) => view.selection);
  useView(session, (view) => view.canUndo);
  useView(session, (view) => view.canRedo);
  const deed = textDeed(id);
  const { label, shortcut }: CommandEntry = commands[id];
  const context = { ...commandContext(parts), session };
  return {
    label: label[language],
    shortcut: shortcut ? shortcutText(shortcut, platform) : null,
    enabled: deed.enabled?.(context) ?? true,
    active: deed.active?.(context) ?? null,
    run: () => void deed.run({ ...commandContext(parts), session }),
  };
}

interface ToolButtonProps {
  session: EditorSession;
  id: TextCommand;
  icon: LucideIcon;
  className?: string;
}

/** A button of the toolbar. The caret stays in the text when it is clicked. */
export function ToolButton({ session, id, icon: Icon, className = '' }: ToolButtonProps) {
  const { label, shortcut, enabled, active, run } = useCommand(session, id);
  return (
    <Tooltip.Root>
      <Tooltip.Trigger
        render={
          <Toolbar.Button
            className={`icon-button ${className}`}
            aria-label={label}
            aria-pressed={active ?? undefined}
            disabled={!enabled}
            data-command={id}
            onMouseDown={(event) => event.preventDefault()}
            onClick={run}
          />
        }
      >
        <Icon />
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner className="menu-positioner" sideOffset={6}>
          <Tooltip.Popup className="tooltip">
            {label.replace(/…$/, '')}
            {shortcut && <span className="tool-shortcut">{shortcut}</span>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
