import { AlertDialog } from '@base-ui/react/alert-dialog';
import type { Backup } from '#shared/rpc/backups.ts';
import { useParts } from '../app/context.ts';
import { whenOf } from '../history/when.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import { restoreAll } from './backups.ts';

/** Asks before everything is replaced, and names what happens to what is here. */
export function RestoreAll({ backup, onClose }: { backup: Backup; onClose(): void }) {
  const t = useText('safety');
  const language = useLanguage();
  const parts = useParts();
  const when = whenOf(backup.madeAt);
  const restore = () => {
    onClose();
    void restoreAll(parts, backup);
  };
  return (
    <AlertDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-backdrop over-dialog" forceRender />
        <AlertDialog.Popup className="dialog over-dialog">
          <header className="dialog-head">
            <AlertDialog.Title className="dialog-title">{t('restore.title', { when })}</AlertDialog.Title>
          </header>
          <AlertDialog.Description className="dialog-body safety-ask" render={<div />}>
            <p>{t('restore.text', { when, count: backup.meetings.toLocaleString(language) })}</p>
            <p>{t('restore.kept')}</p>
          </AlertDialog.Description>
          <footer className="dialog-foot">
            <AlertDialog.Close className="button">{t('cancel')}</AlertDialog.Close>
            <button type="button" className="button primary" onClick={restore}>
              {t('restore.do')}
            </button>
          </footer>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
