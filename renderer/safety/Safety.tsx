import { Tabs } from '@base-ui/react/tabs';
import { Archive, HardDrive, LifeBuoy, ScanSearch } from 'lucide-react';
import { useApp } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import type { SafetySection } from '../app/state.ts';
import { useText } from '../i18n/i18n.ts';
import { Archives } from './Archives.tsx';
import { Backups } from './Backups.tsx';
import { Check } from './Check.tsx';
import { Recovery } from './Recovery.tsx';
import './backups.css';
import './safety.css';

const sections = [
  { value: 'backups', icon: HardDrive, Section: Backups },
  { value: 'check', icon: ScanSearch, Section: Check },
  { value: 'archives', icon: Archive, Section: Archives },
  { value: 'recovery', icon: LifeBuoy, Section: Recovery },
] as const satisfies readonly { value: SafetySection; icon: unknown; Section: unknown }[];

/** 安全與備份: how the data is kept, and the ways back. */
export function Safety({ section }: { section: SafetySection }) {
  const t = useText('safety');
  const health = useApp((state) => state.health);
  const hasRepairs = section === 'recovery' || Boolean(health?.recovery) || (health?.rescued.length ?? 0) > 0;
  const shown = sections.filter(({ value }) => value !== 'recovery' || hasRepairs);
  return (
    <Dialog title={t('title')} wide>
      <Tabs.Root className="safety" orientation="vertical" defaultValue={section}>
        <div className="safety-side">
          <Tabs.List className="safety-tabs" activateOnFocus>
            {shown.map(({ value, icon: Icon }) => (
              <Tabs.Tab key={value} value={value} className="safety-tab">
                <Icon aria-hidden />
                {t(`tab.${value}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <p className="safety-promise">{t('promise')}</p>
        </div>
        {shown.map(({ value, Section }) => (
          <Tabs.Panel key={value} value={value} className="safety-panel">
            <Section />
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </Dialog>
  );
}
