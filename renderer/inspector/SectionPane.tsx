import { Scissors } from 'lucide-react';
import { type ComponentType, createElement } from 'react';
import { isExcerptable } from '#shared/excerpt/index.ts';
import { type Section, sections } from '#shared/minutes/blocks/index.ts';
import { nameOfSection } from '#shared/minutes/entry-name.ts';
import { useParts, useView } from '../app/context.ts';
import type { EditorSession } from '../editor/session.types.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import { kindStyle } from '../theme/kind-style.ts';
import type { SectionPanelProps } from './section-panel.types.ts';
import { sectionPanels } from './section-panels.ts';
import { isDecision } from '../registers/decision.ts';
import { DecisionFoot } from '../registers/DecisionFoot.tsx';

/** 本段: what the section at the caret knows beside its text, and the other sections that know something. */
export function SectionPane({ session }: { session: EditorSession }) {
  const t = useText('inspector');
  const language = useLanguage();
  const { app } = useParts();
  const { region, script } = useView(session, (view) => view.meta);
  const all = useView(session, (view) => view.sections);
  const here = useView(session, (view) => view.selection.blockId);
  const known = all.filter((block) => sectionPanels[block.kind] !== undefined || isDecision(block));
  const current = known.find(({ id }) => id === here);

  if (known.length === 0) {
    return (
      <div className="pane-state">
        <p className="pane-state-title">{t('section.empty')}</p>
        <p>{t('section.hint')}</p>
      </div>
    );
  }
  const label = (block: Section): string => nameOfSection(block, region, script) || sections[block.kind].label[language];
  return (
    <div className="section-pane">
      {current && (
        <section aria-label={t('section.here')} key={current.id}>
          <h2 className="section-pane-title">{label(current)}</h2>
          {sectionPanels[current.kind] && createElement(sectionPanels[current.kind] as ComponentType<SectionPanelProps>, { session, block: current as never })}
          {isDecision(current) && <DecisionFoot session={session} block={current} />}
          {isExcerptable(current) && (
            <button type="button" className="button section-excerpt" onClick={() => app.getState().set({ dialog: { kind: 'export', excerpt: { meetingId: session.id, blockId: current.id } } })}>
              <Scissors aria-hidden />
              {t('section.excerpt')}
            </button>
          )}
        </section>
      )}
      <nav aria-label={t('section.all')} className="section-pane-list">
        {known.map((block) => (
          <button key={block.id} type="button" className="outline-entry" data-kind={block.kind} style={kindStyle(block.kind)} aria-current={block.id === here || undefined} onClick={() => session.jumpTo(block.id)}>
            <span className="outline-rule" aria-hidden />
            <span className="outline-text">{label(block)}</span>
          </button>
        ))}
      </nav>
    </div>
  );
}
