import { useApp } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { useText } from '../i18n/i18n.ts';

/** Which program this is, where the meetings are, and what it promises. */
export function About() {
  const t = useText('dialogs');
  const app = useText('app');
  const { version, database } = useApp((state) => state.info);
  return (
    <Dialog title={t('about.title')}>
      <p className="about-name">{app('name')}</p>
      <p className="tabular">{t('about.version', { version })}</p>
      <p>{t('about.database', { database })}</p>
      <p className="about-promise">{t('about.promise')}</p>
    </Dialog>
  );
}
