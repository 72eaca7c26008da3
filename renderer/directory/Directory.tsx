import { Tabs } from '@base-ui/react/tabs';
import { BookUser, History, Landmark } from 'lucide-react';
import { Dialog } from '../app/Dialog.tsx';
import type { DirectorySection } from '../app/state.ts';
import { useText } from '../i18n/i18n.ts';
import { Bodies } from './Bodies.tsx';
import { Gather } from './Gather.tsx';
import { People } from './People.tsx';
import '../safety/safety.css';
import './directory.css';

/** 人名錄與會議體: who there is beside the meetings. */
export function Directory({ section, id = null }: { section: DirectorySection; id?: string | null | undefined }) {
  const t = useText('directory');
  return (
    <Dialog title={t('title')} wide>
      <Tabs.Root className="safety directory" orientation="vertical" defaultValue={section}>
        <div className="safety-side">
          <Tabs.List className="safety-tabs" activateOnFocus>
            <Tabs.Tab value="people" className="safety-tab">
              <BookUser aria-hidden />
              {t('tab.people')}
            </Tabs.Tab>
            <Tabs.Tab value="bodies" className="safety-tab">
              <Landmark aria-hidden />
              {t('tab.bodies')}
            </Tabs.Tab>
            <Tabs.Tab value="gather" className="safety-tab">
              <History aria-hidden />
              {t('tab.gather')}
            </Tabs.Tab>
          </Tabs.List>
          <p className="safety-promise">{t('promise')}</p>
        </div>
        <Tabs.Panel value="people" className="safety-panel directory-panel">
          <People first={section === 'people' ? id : null} />
        </Tabs.Panel>
        <Tabs.Panel value="bodies" className="safety-panel directory-panel">
          <Bodies first={section === 'bodies' ? id : null} />
        </Tabs.Panel>
        <Tabs.Panel value="gather" className="safety-panel">
          <Gather />
        </Tabs.Panel>
      </Tabs.Root>
    </Dialog>
  );
}
