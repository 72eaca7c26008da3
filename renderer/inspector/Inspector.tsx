import { Tabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { isLocked } from '#shared/minutes/stage.ts';
import { useApp, useParts, useView } from '../app/context.ts';
import type { Current } from '../app/state.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { Versions } from '../history/Versions.tsx';
import { useText } from '../i18n/i18n.ts';
import { Roster } from '../roster/Roster.tsx';
import { Blanks } from './Blanks.tsx';
import { Outline } from './Outline.tsx';
import { SectionPane } from './SectionPane.tsx';
import { useRefusals } from '../votes/use-refusals.ts';
import type { InspectorTab } from './tabs.ts';
import './inspector.css';

/** The right pane: outline, roster, blanks and versions of the open meeting. */
export function Inspector() {
  const t = useText('inspector');
  const current = useApp((state) => state.current);
  return (
    <div className="inspector">
      {current.kind === 'open' ? <Parts current={current} /> : <p className="pane-hint inspector-none">{t('none')}</p>}
    </div>
  );
}

/** Controls that change the record; of one that is final they only show. */
function Lockable({ session, children }: { session: EditorSession; children: ReactNode }) {
  const locked = useView(session, ({ meta }) => isLocked(meta));
  return (
    <fieldset className="lockable" disabled={locked}>
      {children}
    </fieldset>
  );
}

function Parts({ current }: { current: Extract<Current, { kind: 'open' }> }) {
  const t = useText('inspector');
  const history = useText('history');
  const { app } = useParts();
  const tab = useApp((state) => state.inspectorTab);
  const { session } = current;
  const blanks = useView(session, (view) => view.blanks);
  const people = useView(session, (view) => view.roster.length);
  const refusals = useRefusals(session);
  return (
    <Tabs.Root value={tab} onValueChange={(next: InspectorTab) => app.getState().set({ inspectorTab: next })} className="inspector-tabs">
      <Tabs.List className="tab-list" activateOnFocus>
        <Tabs.Tab value="outline" className="tab">
          {t('outline')}
        </Tabs.Tab>
        <Tabs.Tab value="attendance" className="tab">
          {t('attendance')}
          {people > 0 && <span className="tab-count tabular">{people}</span>}
        </Tabs.Tab>
        <Tabs.Tab value="section" className="tab">
          {t('section')}
          {refusals > 0 && (
            <span className="tab-count refused tabular" title={t('section.refusals', { count: refusals })}>
              {refusals}
            </span>
          )}
        </Tabs.Tab>
        <Tabs.Tab value="blanks" className="tab">
          {t('blanks')}
          {blanks > 0 && <span className="tab-count amber tabular">{blanks}</span>}
        </Tabs.Tab>
        <Tabs.Tab value="versions" className="tab">
          {history('title')}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="outline" className="tab-panel">
        <Outline session={session} />
      </Tabs.Panel>
      <Tabs.Panel value="attendance" className="tab-panel">
        <Lockable session={session}>
          <Roster session={session} />
        </Lockable>
      </Tabs.Panel>
      <Tabs.Panel value="section" className="tab-panel">
        <Lockable session={session}>
          <SectionPane session={session} />
        </Lockable>
      </Tabs.Panel>
      <Tabs.Panel value="blanks" className="tab-panel">
        <Blanks session={session} />
      </Tabs.Panel>
      <Tabs.Panel value="versions" className="tab-panel">
        <Versions key={current.id} current={current} />
      </Tabs.Panel>
    </Tabs.Root>
  );
}
