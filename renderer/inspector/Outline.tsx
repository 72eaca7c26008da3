import { isSectionKind, sections } from '#shared/minutes/blocks/index.ts';
import { useView } from '../app/context.ts';
import { VirtualList } from '../app/VirtualList.tsx';
import type { EditorSession } from '../editor/session.types.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import { kindStyle } from '../theme/kind-style.ts';

/** 大綱: where everything is; a click goes there. */
export function Outline({ session }: { session: EditorSession }) {
  const t = useText('inspector');
  const language = useLanguage();
  const outline = useView(session, (view) => view.outline);
  const here = useView(session, (view) => view.selection.blockId);

  if (outline.length === 0) {
    return (
      <div className="pane-state">
        <p className="pane-state-title">{t('outline.empty')}</p>
        <p>{t('outline.hint')}</p>
      </div>
    );
  }
  return (
    <VirtualList items={outline} keyOf={(entry) => entry.blockId} sizeOf={() => 30} className="outline" role="list" aria-label={t('outline')}>
      {(entry) => (
        <div role="listitem" className="outline-item">
          <button
            type="button"
            className="outline-entry"
            data-kind={entry.kind}
            style={kindStyle(entry.kind)}
            data-depth={entry.depth}
            aria-current={entry.blockId === here || undefined}
            title={entry.text}
            onClick={() => session.jumpTo(entry.blockId)}
          >
            <span className="outline-rule" aria-hidden />
            <span className="outline-text">{entry.text || (isSectionKind(entry.kind) ? sections[entry.kind].label[language] : '')}</span>
            {entry.blanks > 0 && (
              <span className="outline-blanks tabular" title={t('outline.blanks', { count: entry.blanks })} aria-label={t('outline.blanks', { count: entry.blanks })}>
                {entry.blanks}
              </span>
            )}
          </button>
        </div>
      )}
    </VirtualList>
  );
}
