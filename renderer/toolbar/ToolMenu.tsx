import { Menu } from '@base-ui/react/menu';
import { Toolbar } from '@base-ui/react/toolbar';
import { Check, ChevronDown } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { asked } from '../commands/question.ts';
import type { EditorSession } from '../editor/session.types.ts';
import type { TextCommand } from './deeds.ts';
import { useCommand } from './ToolButton.tsx';

interface ToolMenuProps {
  session: EditorSession;
  label: string;
  /** What the button shows. */
  face: ReactNode;
  /** Groups are parted by a line. */
  groups: readonly (readonly TextCommand[])[];
  disabled?: boolean;
  className?: string;
}

/** A menu of the toolbar; when it closes, the caret is in the text again, or in the window that a command opened. */
export function ToolMenu({ session, label, face, groups, disabled = false, className = '' }: ToolMenuProps) {
  return (
    <Menu.Root modal={false}>
      <Toolbar.Button
        className={`button quiet tool-menu ${className}`}
        aria-label={label}
        disabled={disabled}
        render={<Menu.Trigger onMouseDown={(event) => event.preventDefault()} />}
      >
        {face}
        <ChevronDown className="tool-chevron" />
      </Toolbar.Button>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={4} align="start">
          <Menu.Popup className="menu-popup" finalFocus={() => (asked.getState().question ? false : session.editor.getRootElement())}>
            {groups.map((ids, index) => (
              <Fragment key={ids[0]}>
                {index > 0 && <Menu.Separator className="menu-separator" />}
                {ids.map((id) => (
                  <ToolMenuItem key={id} session={session} id={id} />
                ))}
              </Fragment>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function ToolMenuItem({ session, id }: { session: EditorSession; id: TextCommand }) {
  const { label, shortcut, enabled, active, run } = useCommand(session, id);
  return (
    <Menu.Item className="menu-item" disabled={!enabled} onClick={run} data-command={id}>
      <span className="tool-tick">{active && <Check />}</span>
      {label}
      {shortcut && <span className="shortcut">{shortcut}</span>}
    </Menu.Item>
  );
}
