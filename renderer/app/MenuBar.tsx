import { Menu } from '@base-ui/react/menu';
import { Menubar } from '@base-ui/react/menubar';
import { Check } from 'lucide-react';
import { type FocusEvent, Fragment, type RefObject, useRef } from 'react';
import { MoreItems } from './MoreItems.tsx';
import { type CommandEntry, type CommandId, commands, type Menu as MenuName, menus } from '#shared/commands/commands.ts';
import { menuLines } from '#shared/commands/menu.ts';
import { deeds, isEnabled, run } from '../commands/index.ts';
import { useText } from '../i18n/i18n.ts';
import { commandContext, useApp, useParts } from './context.ts';
import { shortcutText } from './keys.ts';
import './menu-bar.css';

/** The menus of the window, where the host has no menu bar of its own. */
export function MenuBar() {
  const t = useText('app');
  const before = useRef<HTMLElement>(null);
  const isChosen = useRef(false);
  // What is chosen acts where she was, and leaves her there; Esc leaves her in the menu bar.
  const finalFocus = () => (isChosen.current ? before.current : true);
  const onFocus = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof HTMLElement && !relatedTarget.closest('.menu-bar, .menu-popup')) before.current = relatedTarget;
  };
  return (
    <Menubar className="menu-bar" aria-label={t('menuBar')} onFocus={onFocus}>
      {menus.map((menu) => (
        <Menu.Root key={menu} onOpenChange={(open) => open && (isChosen.current = false)}>
          <Menu.Trigger className="menu-bar-item">{t(`menu.${menu}`)}</Menu.Trigger>
          <Menu.Portal>
            <Menu.Positioner className="menu-positioner" align="start" sideOffset={2}>
              <Menu.Popup className="menu-popup" finalFocus={finalFocus}>
                <Items menu={menu} isChosen={isChosen} finalFocus={finalFocus} />
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
      ))}
    </Menubar>
  );
}

function Items({ menu, isChosen, finalFocus }: { menu: MenuName; isChosen: RefObject<boolean>; finalFocus(): HTMLElement | null | boolean }) {
  const parts = useParts();
  const language = useApp((state) => state.language);
  const platform = useApp((state) => state.info.platform);
  const context = commandContext(parts);
  const item = (id: CommandId) => {
    const { label, shortcut }: CommandEntry = commands[id];
    return (
      <Menu.Item
        key={id}
        className="menu-item"
        disabled={!isEnabled(id, context)}
        // The menu gives the focus back first: a command acts where the caret was.
        onClick={() => {
          isChosen.current = true;
          setTimeout(() => run(id, commandContext(parts)));
        }}
      >
        <span className="menu-tick">{deeds[id].active?.(context) && <Check aria-hidden />}</span>
        {label[language]}
        {shortcut && <span className="shortcut">{shortcutText(shortcut, platform)}</span>}
      </Menu.Item>
    );
  };
  return menuLines(menu).map((line, index) => {
    if (line === 'line') return <Menu.Separator key={index} className="menu-separator" />;
    if (typeof line === 'string') return item(line);
    return (
      <Fragment key={index}>
        <MoreItems label={line.label[language]} tick="menu-tick" groups={line.groups} item={item} finalFocus={finalFocus} />
      </Fragment>
    );
  });
}
