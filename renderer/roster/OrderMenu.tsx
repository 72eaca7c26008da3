import { Menu } from '@base-ui/react/menu';
import { ArrowDownWideNarrow } from 'lucide-react';
import { byRank, byStrokes } from '#shared/minutes/roster/edit.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useText } from '../i18n/i18n.ts';

/** How the roster is ordered: by rank, by strokes; by hand is said, because there is nothing to choose. */
export function OrderMenu({ session }: { session: EditorSession }) {
  const t = useText('roster');
  const now = () => session.view.getState();
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger className="icon-button" aria-label={t('order.label')} title={t('order.label')}>
        <ArrowDownWideNarrow aria-hidden />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner className="menu-positioner" sideOffset={4} align="end">
          <Menu.Popup className="menu-popup">
            <Menu.Item className="menu-item" disabled={!now().roster.some(({ rank }) => rank !== undefined)} onClick={() => session.setRoster(byRank(now().roster))}>
              {t('order.rank')}
            </Menu.Item>
            <Menu.Item className="menu-item" onClick={() => session.setRoster(byStrokes(now().roster, now().meta.script))}>
              {t('order.strokes')}
            </Menu.Item>
            <Menu.Separator className="menu-separator" />
            <p className="roster-byhand">{t('order.byHand')}</p>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
