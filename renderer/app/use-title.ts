import { useEffect } from 'react';
import { useText } from '../i18n/i18n.ts';
import { useParts } from './context.ts';

/** Keeps the title of the window: the meeting's, then the program's. */
export function useTitle(): void {
  const { app, client } = useParts();
  const t = useText('app');
  useEffect(() => {
    let shown = '';
    const show = (title: string) => {
      const whole = title === '' ? t('name') : `${title} — ${t('name')}`;
      if (whole === shown) return;
      shown = whole;
      document.title = whole;
      void client.host.setTitle({ title: whole.slice(0, 500) });
    };
    let stopView = () => {};
    const follow = () => {
      stopView();
      stopView = () => {};
      const { current } = app.getState();
      if (current.kind === 'open') {
        const { view } = current.session;
        const titleOf = () => view.getState().meta.title || t('untitled');
        show(titleOf());
        stopView = view.subscribe(() => show(titleOf()));
      } else {
        show(current.kind === 'readOnly' ? current.title : '');
      }
    };
    follow();
    const stop = app.subscribe((now, before) => {
      if (now.current !== before.current) follow();
    });
    return () => {
      stop();
      stopView();
    };
  }, [app, client, t]);
}
