import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { useEffect } from 'react';
import { commandContext, useParts, useView } from '../app/context.ts';
import { isEnabled, run } from '../commands/index.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useText } from '../i18n/i18n.ts';
import { knowOwn } from '../own/own.ts';
import { useLayoutChoice } from './choice.ts';

/** 版面 of the open record, in the status line. */
export function LayoutMenu({ session }: { session: EditorSession }) {
  const t = useText('layouts');
  const parts = useParts();
  const { chosen, name, offered, choose } = useLayoutChoice(session);
  const hasMarks = useView(session, ({ meta }) => meta.layout === 'gbt9704' || meta.layout === 'hongkong' || meta.official !== undefined);
  useEffect(() => {
    void knowOwn(parts.client);
  }, [parts.client]);
  const opens = (id: 'record.layout' | 'record.official', label: string) => (
    <Menu.Item className="menu-item" disabled={!isEnabled(id, commandContext(parts))} onClick={() => setTimeout(() => run(id, commandContext(parts)))}>
      <span className="menu-tick" />
      {label}
    </Menu.Item>
  );
  return (
    <Menu.Root>
      <Menu.Trigger className="status-button status-layout" title={t('choose')}>
        {t('now', { name })}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" side="top" align="start" sideOffset={4}>
          <Menu.Popup className="menu-popup" finalFocus={() => parts.app.getState().previewing !== null || session.editor.getRootElement()}>
            <Menu.RadioGroup value={chosen} onValueChange={(id: string) => choose(id)}>
              {offered.map(({ id, label }) => (
                <Menu.RadioItem key={id} value={id} className="menu-item" closeOnClick>
                  <span className="menu-tick">
                    <Menu.RadioItemIndicator>
                      <Check aria-hidden />
                    </Menu.RadioItemIndicator>
                  </span>
                  {label}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
            <Menu.Separator className="menu-separator" />
            {hasMarks && opens('record.official', t('official'))}
            {opens('record.layout', t('more'))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
