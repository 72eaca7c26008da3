import { Menu } from '@base-ui/react/menu';
import { Menubar } from '@base-ui/react/menubar';
import { Check } from 'lucide-react';
import { type CommandEntry, type CommandId, commands, type Menu as MenuName, menus } from '#shared/commands/commands.ts';
import { deeds, isEnabled, run } from '../commands/index.ts';
import { useText } from '../i18n/i18n.ts';
import { commandContext, useApp, useParts } from './context.ts';
import { shortcutText } from './keys.ts';
import './menu-bar.css';

const entries = Object.entries(commands) as [CommandId, CommandEntry][];

/** The menus of the window, where the host has no menu bar of its own. */
export function MenuBar() {
  const t = useText('app');
  return (
    <Menubar className="menu-bar" aria-label={t('menuBar')}>
      {menus.map((menu) => (
        <Menu.Root key={menu}>
          <Menu.Trigger className="menu-bar-item">{t(`menu.${menu}`)}</Menu.Trigger>
          <Menu.Portal>
            <Menu.Positioner className="menu-positioner" align="start" sideOffset={2}>
              <Menu.Popup className="menu-popup">
                <Items menu={menu} />
              </Menu.Popup>
            </Menu.Positioner>
          </Menu.Portal>
        </Menu.Root>
      ))}
    </Menubar>
  );
}

function Items({ menu }: { menu: MenuName }) {
  const parts = useParts();
  const language = useApp((state) => state.language);
  const platform = useApp((state) => state.info.platform);
  const context = commandContext(parts);
  const shown = entries.filter(([, entry]) => entry.menu === menu);
  return shown.map(([id, { label, shortcut }], index) => {
    const group = id.split('.')[0];
    const isNewGroup = index > 0 && shown[index - 1]?.[0].split('.')[0] !== group;
    return (
      <div key={id} role="presentation">
        {isNewGroup && <Menu.Separator className="menu-separator" />}
        <Menu.Item
          className="menu-item"
          disabled={!isEnabled(id, context)}
          // The menu gives the focus back first: a command acts where the caret was.
          onClick={() => setTimeout(() => run(id, commandContext(parts)))}
        >
          <span className="menu-tick">{deeds[id].active?.(context) && <Check aria-hidden />}</span>
          {label[language]}
          {shortcut && <span className="shortcut">{shortcutText(shortcut, platform)}</span>}
        </Menu.Item>
      </div>
    );
  });
}
