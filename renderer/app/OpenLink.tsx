import { useText } from '../i18n/i18n.ts';
import { useParts } from './context.ts';
import { Dialog } from './Dialog.tsx';

/** Asks before an address of the text is opened outside the program. */
export function OpenLink({ url }: { url: string }) {
  const t = useText('dialogs');
  const { app, client } = useParts();
  const close = () => app.getState().set({ dialog: null });
  const open = async () => {
    close();
    const answer = await client.host.openLink({ url });
    if (!answer.ok) app.getState().report(answer.error);
  };
  return (
    <Dialog
      title={t('link.title')}
      foot={
        <>
          <button type="button" className="button" onClick={close}>
            {t('cancel')}
          </button>
          <button type="button" className="button primary" onClick={() => void open()}>
            {t('link.open')}
          </button>
        </>
      }
    >
      <p>{t('link.text')}</p>
      <p className="link-address">{url}</p>
    </Dialog>
  );
}
