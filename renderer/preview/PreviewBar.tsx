import { ChevronDown, ChevronUp, Columns2, FileDown, Minus, Plus, Printer, X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import type { ExportOptions } from '#shared/export/options.ts';
import { labelled } from '#shared/language.ts';
import { commandContext, useApp, useParts } from '../app/context.ts';
import { Segments } from '../app/Segments.tsx';
import { shortcutText } from '../app/keys.ts';
import { finishExport } from '../export/export.ts';
import { useLanguage, useText } from '../i18n/i18n.ts';
import { look, stepLook, type Zoom } from './look.ts';
import { printing } from './print.ts';

interface PreviewBarProps {
  /** The page that is in sight, from 1. */
  number: number;
  count: number;
  onPage(number: number): void;
  options: ExportOptions;
  form: ReactNode;
  onClose(): void;
}

/** Where she is, how the pages are looked at, and what becomes of them. */
export function PreviewBar({ number, count, onPage, options, form, onClose }: PreviewBarProps) {
  const t = useText('preview');
  const language = useLanguage();
  const parts = useParts();
  const info = useApp((state) => state.info);
  const { zoom, beside, percent } = useStore(look);
  return (
    <header className="preview-bar">
      <div className="preview-group">
        <button type="button" className="icon-button" aria-label={t('previous')} title={`${t('previous')}  PgUp`} disabled={number <= 1} onClick={() => onPage(number - 1)}>
          <ChevronUp />
        </button>
        <button type="button" className="icon-button" aria-label={t('next')} title={`${t('next')}  PgDn`} disabled={number >= count} onClick={() => onPage(number + 1)}>
          <ChevronDown />
        </button>
        <PageField number={number} count={count} onPage={onPage} />
      </div>
      <div className="preview-group">
        <Segments
          bare
          label={t('zoom')}
          options={[
            { value: 'width', label: t('zoom.width') },
            { value: 'page', label: t('zoom.page') },
            { value: '100', label: t('zoom.actual') },
          ]}
          value={String(zoom)}
          onChange={(value) => look.setState({ zoom: value === '100' ? 100 : (value as Zoom) })}
        />
        <button type="button" className="icon-button" aria-label={t('zoomOut')} title={t('zoomOut')} onClick={() => stepLook(-1)}>
          <Minus />
        </button>
        <span className="preview-percent tabular">{percent}%</span>
        <button type="button" className="icon-button" aria-label={t('zoomIn')} title={t('zoomIn')} onClick={() => stepLook(1)}>
          <Plus />
        </button>
        <button type="button" className="icon-button" aria-pressed={beside} aria-label={t('beside')} title={labelled(t('beside'), t('besideHint'), language)} onClick={() => look.setState({ beside: !beside })}>
          <Columns2 />
        </button>
      </div>
      <div className="preview-group">{form}</div>
      <div className="preview-group preview-end">
        {info.pdf && (
          <button type="button" className="button" onClick={() => void finishExport(commandContext(parts), { format: 'pdf', ...options })}>
            <FileDown aria-hidden />
            {t('pdf')}
          </button>
        )}
        <button type="button" className="button primary" title={`${t('print')}  ${shortcutText('Mod+P', info.platform)}`} onClick={() => void printing.print()}>
          <Printer aria-hidden />
          {t('print')}
        </button>
        <button type="button" className="icon-button" aria-label={t('close')} title={`${t('close')}  Esc`} onClick={onClose}>
          <X />
        </button>
      </div>
    </header>
  );
}

/** 第 [2] 頁，共 6 頁. */
function PageField({ number, count, onPage }: Pick<PreviewBarProps, 'number' | 'count' | 'onPage'>) {
  const t = useText('preview');
  const [typed, setTyped] = useState<string | null>(null);
  const leave = () => setTyped(null);
  const take = () => {
    const to = Number.parseInt((typed ?? '').normalize('NFKC'), 10);
    if (to >= 1) onPage(to);
    leave();
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') take();
    else if (event.key === 'Escape' && typed !== null) {
      leave();
      event.stopPropagation();
    } else if (event.key === 'ArrowDown') onPage(number + 1);
    else if (event.key === 'ArrowUp') onPage(number - 1);
    else return;
    event.preventDefault();
  };
  return (
    <label className="preview-page tabular">
      {t('page.before')}
      <input
        className="input"
        inputMode="numeric"
        aria-label={t('page.label')}
        value={typed ?? String(number)}
        maxLength={5}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={onKey}
      />
      {t('page.after', { total: count })}
    </label>
  );
}
