import { Fragment } from 'react';
import { type CommandEntry, commands, menus } from '#shared/commands/commands.ts';
import { useApp } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { shortcutText } from '../app/keys.ts';
import { useText } from '../i18n/i18n.ts';

const entries: readonly CommandEntry[] = Object.values(commands);

/** All shortcuts, by menu. */
export function Shortcuts() {
  const t = useText('dialogs');
  const app = useText('app');
  const language = useApp((state) => state.language);
  const platform = useApp((state) => state.info.platform);
  return (
    <Dialog title={t('shortcuts.title')}>
      <table className="shortcut-table">
        <tbody>
          {menus.map((menu) => {
            const shown = entries.filter((entry) => entry.menu === menu && entry.shortcut !== undefined);
            return (
              shown.length > 0 && (
                <Fragment key={menu}>
                  <tr>
                    <th colSpan={2}>{app(`menu.${menu}`)}</th>
                  </tr>
                  {shown.map(({ label, shortcut = '' }) => (
                    <tr key={shortcut}>
                      <td>{label[language]}</td>
                      <td>
                        <kbd className="kbd">{shortcutText(shortcut, platform)}</kbd>
                      </td>
                    </tr>
                  ))}
                </Fragment>
              )
            );
          })}
        </tbody>
      </table>
    </Dialog>
  );
}
