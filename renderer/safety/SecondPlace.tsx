import { Menu } from '@base-ui/react/menu';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import type { BackupPlace, BackupState } from '#shared/rpc/backups.ts';
import { useApp, useParts } from '../app/context.ts';
import { whenOf } from '../history/when.ts';
import { sentence, text, useText } from '../i18n/i18n.ts';

/** Where copies of the backups go besides this computer. */
export function SecondPlace({ second }: { second: BackupState['second'] }) {
  const t = useText('safety');
  const { app, client } = useParts();
  const isReadOnly = useApp(({ health }) => Boolean(health?.readOnly));
  const [places, setPlaces] = useState<BackupPlace[]>([]);
  const [isCopying, setCopying] = useState(false);
  const look = async () => {
    const answer = await client.host.places();
    setPlaces(answer.ok ? answer.value : []);
  };
  const choose = async (id: string | null) => {
    setCopying(true);
    const answer = await client.host.choosePlace({ id });
    setCopying(false);
    const { report, toast } = app.getState();
    if (!answer.ok) return report(answer.error);
    if (answer.value.name !== null) toast({ text: text('safety', 'second.chosen', { name: answer.value.name }) });
    else if (id === null) toast({ text: text('safety', 'second.removed') });
  };
  return (
    <section className="safety-second">
      <div>
        <h3>{t('second.title')}</h3>
        <p className="tabular">
          {second === null ? t('second.none') : second.copiedAt ? t('second.at', { name: second.name, when: whenOf(second.copiedAt) }) : t('second.waiting', { name: second.name })}
        </p>
        {second?.error ? <p className="safety-overdue">{sentence(second.error)}</p> : <p className="safety-hint">{t('second.hint')}</p>}
      </div>
      <Menu.Root onOpenChange={(open) => open && void look()}>
        <Menu.Trigger className="button" disabled={isCopying || isReadOnly}>
          {t(second ? 'second.change' : 'second.choose')}
          <ChevronDown aria-hidden />
        </Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner className="menu-positioner over-dialog" align="end" sideOffset={4}>
            <Menu.Popup className="menu-popup">
              {places.length === 0 && <p className="menu-item">{t('second.empty')}</p>}
              {places.map(({ id, name, kind }) => (
                <Menu.Item key={id} className="menu-item" onClick={() => void choose(id)}>
                  {kind === 'dialog' ? t('second.dialog') : t(`place.${kind}`, { name })}
                </Menu.Item>
              ))}
              {second && (
                <>
                  <Menu.Separator className="menu-separator" />
                  <Menu.Item className="menu-item" onClick={() => void choose(null)}>
                    {t('second.remove')}
                  </Menu.Item>
                </>
              )}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </section>
  );
}
