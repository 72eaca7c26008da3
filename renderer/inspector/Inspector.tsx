import { Tabs } from '@base-ui/react/tabs';
import { useApp, useView } from '../app/context.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useText } from '../i18n/i18n.ts';
import { Blanks } from './Blanks.tsx';
import { Outline } from './Outline.tsx';
import { Roster } from './Roster.tsx';
import './inspector.css';

/** The right pane: outline, roster and blanks of the open meeting. */
export function Inspector() {
  const t = useText('inspector');
  const current = useApp((state) => state.current);
  return (
    <div className="inspector">
      {current.kind === 'open' ? <Parts session={current.session} /> : <p className="pane-hint inspector-none">{t('none')}</p>}
    </div>
  );
}

function Parts({ session }: { session: EditorSession }) {
  const t = useText('inspector');
  const blanks = useView(session, (view) => view.blanks);
  const people = useView(session, (view) => view.roster.length);
  return (
    <Tabs.Root defaultValue="outline" className="inspector-tabs">
      <Tabs.List className="tab-list" activateOnFocus>
        <Tabs.Tab value="outline" className="tab">
          {t('outline')}
        </Tabs.Tab>
        <Tabs.Tab value="attendance" className="tab">
          {t('attendance')}
          {people > 0 && <span className="tab-count tabular">{people}</span>}
        </Tabs.Tab>
        <Tabs.Tab value="blanks" className="tab">
          {t('blanks')}
          {blanks > 0 && <span className="tab-count amber tabular">{blanks}</span>}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="outline" className="tab-panel">
        <Outline session={session} />
      </Tabs.Panel>
      <Tabs.Panel value="attendance" className="tab-panel">
        <Roster session={session} />
      </Tabs.Panel>
      <Tabs.Panel value="blanks" className="tab-panel">
        <Blanks session={session} />
      </Tabs.Panel>
    </Tabs.Root>
  );
}
