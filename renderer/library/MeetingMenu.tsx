import { ContextMenu } from '@base-ui/react/context-menu';
import { commands } from '#shared/commands/commands.ts';
import type { MeetingSummary } from '#shared/rpc/schemas.ts';
import { useApp, useParts } from '../app/context.ts';
import { shortcutText } from '../app/keys.ts';
import { useText } from '../i18n/i18n.ts';

/** What can be done with a meeting of the list. */
export function MeetingMenu({ meeting }: { meeting: MeetingSummary }) {
  const t = useText('library');
  const { app } = useParts();
  const platform = useApp((state) => state.info.platform);
  const disabled = useApp((state) => Boolean(state.health?.readOnly));
  // The title is part of what is final. While it is being corrected, it is changed on the paper.
  const isFinal = meeting.stage === 'final' || meeting.stage === 'confirmed';
  const deeds = app.getState();
  return (
    <ContextMenu.Portal>
      <ContextMenu.Positioner className="menu-positioner">
        <ContextMenu.Popup className="menu-popup">
          <ContextMenu.Item className="menu-item" onClick={() => void deeds.open(meeting.id)}>
            {t('open')}
            <span className="shortcut">Enter</span>
          </ContextMenu.Item>
          <ContextMenu.Item className="menu-item" disabled={disabled} onClick={() => void deeds.duplicateAsNext(meeting.id)}>
            {t('duplicateAsNext')}
          </ContextMenu.Item>
          <ContextMenu.Separator className="menu-separator" />
          <ContextMenu.Item className="menu-item" disabled={disabled || isFinal} onClick={() => deeds.set({ dialog: { kind: 'rename', id: meeting.id, title: meeting.title } })}>
            {t('rename')}
            <span className="shortcut">{shortcutText(commands['meeting.rename'].shortcut, platform)}</span>
          </ContextMenu.Item>
          <ContextMenu.Item className="menu-item" disabled={disabled} onClick={() => void deeds.pin(meeting.id, !meeting.pinned)}>
            {t(meeting.pinned ? 'unpin' : 'pin')}
          </ContextMenu.Item>
          <ContextMenu.Separator className="menu-separator" />
          <ContextMenu.Item className="menu-item" disabled={disabled} onClick={() => void deeds.trash(meeting)}>
            {t('trash')}
            <span className="shortcut">Delete</span>
          </ContextMenu.Item>
        </ContextMenu.Popup>
      </ContextMenu.Positioner>
    </ContextMenu.Portal>
  );
}
