import { ContextMenu } from '@base-ui/react/context-menu';
import { Send, Tag } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import type { Version } from '#shared/rpc/versions.ts';
import { useApp, useParts } from '../app/context.ts';
import type { Current } from '../app/state.ts';
import { VirtualList } from '../app/VirtualList.tsx';
import { sentence, useLanguage, useText } from '../i18n/i18n.ts';
import { compare, compareCirculated, restoreVersion } from './comparing.ts';
import { useTimeline } from './timeline.ts';
import { clockOf, dayName, whenOf } from './when.ts';
import './versions.css';

type Open = Extract<Current, { kind: 'open' }>;
type Row = { kind: 'day'; id: string; name: string } | { kind: 'version'; id: string; version: Version; older: Version | null; isPresent: boolean };

/** 版本: what the open meeting was, newest first. */
export function Versions({ current }: { current: Open }) {
  const t = useText('history');
  const language = useLanguage();
  const parts = useParts();
  const timeline = useTimeline(parts.client, current.id, current.saver);
  const comparing = useApp((state) => state.comparing);
  const [active, setActive] = useState<number | null>(null);
  const now = new Date();

  if (timeline.kind === 'failed') {
    return (
      <div className="pane-hint" role="alert">
        <p>{timeline.error ? sentence(timeline.error) : t('failed')}</p>
        <button type="button" className="button" onClick={timeline.refresh}>
          {t('again')}
        </button>
      </div>
    );
  }

  const rows: Row[] = [];
  for (const [index, version] of timeline.versions.entries()) {
    const name = dayName(new Date(version.savedAt), now, language, { today: t('today'), yesterday: t('yesterday') });
    if (rows.findLast((row) => row.kind === 'day')?.name !== name) rows.push({ kind: 'day', id: `day-${version.revision}`, name });
    rows.push({ kind: 'version', id: `version-${version.revision}`, version, older: timeline.versions[index + 1] ?? null, isPresent: index === 0 });
  }
  const points = rows.filter((row) => row.kind === 'version');
  const chosen = points.find(({ version }) => version.revision === active) ?? points[0];

  const show = ({ version, older, isPresent }: (typeof points)[number]) => {
    setActive(version.revision);
    if (!isPresent) void compare(parts, current, version);
    else if (older) void compare(parts, current, older);
  };
  const shown = comparing?.id === current.id && comparing.purpose === 'history' ? comparing.before : null;
  const between = (one: Pick<Version, 'revision' | 'name'>, other: Version) =>
    void (one.revision < other.revision ? compare(parts, current, one, other) : compare(parts, current, other, one));
  const name = ({ revision, name: given }: Version) => parts.app.getState().set({ dialog: { kind: 'nameVersion', id: current.id, revision, name: given ?? '' } });
  const onKey = (event: KeyboardEvent) => {
    const at = chosen ? points.indexOf(chosen) : -1;
    const move = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: points.length - 1, PageDown: at + 10, PageUp: at - 10 }[event.key];
    if (move !== undefined) setActive(points[Math.max(0, Math.min(points.length - 1, move))]?.version.revision ?? null);
    else if (event.key === 'Enter' && chosen) show(chosen);
    else if (event.key === 'F2' && chosen) name(chosen.version);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      {timeline.kind === 'loading' && <Skeleton />}
      <VirtualList
        items={rows}
        keyOf={(row) => row.id}
        sizeOf={(row) => (row.kind === 'day' ? 28 : 46)}
        heads={{ isHead: (row) => row.kind === 'day', size: 28 }}
        inSight={active === null ? -1 : rows.findIndex((row) => row.kind === 'version' && row.version.revision === active)}
        className="versions"
        data-own-keys="F2"
        role="listbox"
        aria-label={t('title')}
        aria-activedescendant={chosen?.id}
        tabIndex={0}
        onKeyDown={onKey}
        onScroll={({ currentTarget: list }) => {
          if (list.scrollTop + list.clientHeight > list.scrollHeight - 600) timeline.more();
        }}
      >
        {(row) =>
          row.kind === 'day' ? (
            <div className="versions-day" role="presentation">
              {row.name}
            </div>
          ) : (
            <ContextMenu.Root onOpenChange={(open) => open && setActive(row.version.revision)}>
              <ContextMenu.Trigger
                id={row.id}
                className="version"
                role="option"
                aria-selected={row === chosen}
                data-shown={shown?.revision === row.version.revision ? '' : undefined}
                title={row.isPresent ? t('comparePrevious') : t('hint')}
                onClick={() => show(row)}
              >
                <Face row={row} />
              </ContextMenu.Trigger>
              <ContextMenu.Portal>
                <ContextMenu.Positioner className="menu-positioner">
                  <ContextMenu.Popup className="menu-popup">
                    {!row.isPresent && (
                      <ContextMenu.Item className="menu-item" onClick={() => show(row)}>
                        {t('compare')}
                        <span className="shortcut">Enter</span>
                      </ContextMenu.Item>
                    )}
                    {row.older && (
                      <ContextMenu.Item className="menu-item" onClick={() => row.older && void compare(parts, current, row.older, row.isPresent ? null : row.version)}>
                        {t('comparePrevious')}
                      </ContextMenu.Item>
                    )}
                    {shown && !row.isPresent && shown.revision !== row.version.revision && (
                      <ContextMenu.Item className="menu-item" onClick={() => between(shown, row.version)}>
                        {t('compareWith', { when: shown.name ?? whenOf(shown.savedAt) })}
                      </ContextMenu.Item>
                    )}
                    <ContextMenu.Item className="menu-item" onClick={() => name(row.version)}>
                      {t(row.version.name ? 'rename' : 'name')}
                      <span className="shortcut">F2</span>
                    </ContextMenu.Item>
                    {!row.isPresent && (
                      <>
                        <ContextMenu.Separator className="menu-separator" />
                        <ContextMenu.Item className="menu-item" onClick={() => void restore(row.version)}>
                          {t('restore')}
                        </ContextMenu.Item>
                      </>
                    )}
                  </ContextMenu.Popup>
                </ContextMenu.Positioner>
              </ContextMenu.Portal>
            </ContextMenu.Root>
          )
        }
      </VirtualList>
      {timeline.kind === 'ready' && timeline.total <= 1 && <p className="pane-hint">{t('empty')}</p>}
      <div className="versions-foot">
        <button type="button" className="button" onClick={() => void compareCirculated(parts, current)}>
          {t('compareCirculated')}
        </button>
      </div>
    </>
  );

  async function restore({ revision, name: given }: Version): Promise<void> {
    const answer = await parts.client.store.versions.open({ id: current.id, revision });
    if (answer.ok) restoreVersion(parts, current, { ...answer.value, name: given });
    else parts.app.getState().report(answer.error);
  }
}

function Face({ row: { version, older, isPresent } }: { row: Extract<Row, { kind: 'version' }> }) {
  const t = useText('history');
  const language = useLanguage();
  const { added, removed } = version;
  const figures = { added: added.toLocaleString(language), removed: removed.toLocaleString(language) };
  const change = !older ? t('change.first', { added: figures.added }) : added + removed === 0 ? t('change.none') : t('change', figures);
  return (
    <>
      <span className="version-line">
        <span className="version-time tabular">{clockOf(new Date(version.savedAt))}</span>
        <span className="version-name">{version.name ?? (isPresent ? t('present') : '')}</span>
        {version.name && <Tag className="version-mark" aria-hidden />}
        {version.circulatedAt && (
          <span className="version-sent">
            <Send aria-hidden />
            {t('circulated')}
          </span>
        )}
      </span>
      <span className="version-change tabular">{change}</span>
    </>
  );
}

function Skeleton() {
  return (
    <div className="versions-skeleton" aria-hidden>
      {Array.from({ length: 6 }, (_, index) => (
        <span key={index} className="blank-line" />
      ))}
    </div>
  );
}
