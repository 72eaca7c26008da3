import { Menu } from '@base-ui/react/menu';
import { Toolbar } from '@base-ui/react/toolbar';
import { Check, ChevronDown } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import type { Submenu } from '#shared/commands/menu.ts';
import { MoreItems } from '../app/MoreItems.tsx';
import { asked } from '../commands/question.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useLanguage } from '../i18n/i18n.ts';
import type { TextCommand } from './deeds.ts';
import { useCommand } from './ToolButton.tsx';

interface ToolMenuProps {
  session: EditorSession;
  label: string;
  /** What the button shows. */
  face: ReactNode;
  /** Groups are parted by a line. */
  groups: readonly (readonly TextCommand[])[];
  /** What is one step further, at the end of the first group. */
  more?: Submenu<TextCommand>;
  disabled?: boolean;
  className?: string;
}

/** A menu of the toolbar; when it closes, the caret is in the text again, or in the window that a command opened. */
export function ToolMenu({ session, label, face, groups, more, disabled = false, className = '' }: ToolMenuProps) {
  const language = useLanguage();
  const finalFocus = () => (asked.getState().question ? false : session.editor.getRootElement());
  const item = (id: TextCommand) => <ToolMenuItem key={id} session={session} id={id} />;
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
          <Menu.Popup className="menu-popup" finalFocus={finalFocus}>
            {groups.map((ids, index) => (
              <Fragment key={ids[0]}>
                {index > 0 && <Menu.Separator className="menu-separator" />}
                {ids.map(item)}
                {index === 0 && more && <MoreItems label={more.label[language]} tick="tool-tick" groups={more.groups} item={item} finalFocus={finalFocus} />}
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
