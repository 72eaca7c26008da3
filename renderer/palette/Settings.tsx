import { useState } from 'react';
import { exportName, unknownPlaces } from '#shared/export/export-name.ts';
import { usualPattern } from '#shared/export/options.ts';
import type { Language } from '#shared/language.ts';
import { layouts } from '#shared/layouts/index.ts';
import { type Meta, newMeta } from '#shared/minutes/meta.ts';
import { useApp, useParts } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { Segments } from '../app/Segments.tsx';
import { useText } from '../i18n/i18n.ts';

/** Each language by its own name. */
const languageNames = { 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文', en: 'English' } as const satisfies Record<Language, string>;
const languages = Object.keys(languageNames) as Language[];
const themes = ['system', 'light', 'dark'] as const;
const zooms = ['75', '100', '125', '150', '200'] as const;

/** A made-up meeting to show a name by. */
const example = (language: Language): Meta => {
  const meta = language === 'zh-Hans' ? newMeta('CN') : newMeta('TW');
  const words = language === 'zh-Hans' ? { organisation: '青禾绿化协会', body: '理事会', title: '第六届理事会第四次会议' } : { organisation: '青禾綠化協會', body: '理事會', title: '第六屆理事會第四次會議' };
  return { ...meta, ...words, term: 6, session: 4, start: '2024-01-19T09:30', documentNumber: '青綠字〔2024〕3號' };
};

/** Preferences: what she chooses shows at once and is kept. */
export function Settings() {
  const t = useText('settings');
  const { app } = useParts();
  const { language, theme, lightPaper, zoom, suggestPhrases, exportName: pattern } = useApp((state) => state.settings);
  const [typed, setTyped] = useState(pattern);
  const unknown = unknownPlaces(typed);
  const shown = useApp((state) => state.language);
  const { change, set } = app.getState();
  return (
    <Dialog
      title={t('title')}
      foot={
        <button type="button" className="button primary" onClick={() => set({ dialog: null })}>
          {t('done')}
        </button>
      }
    >
      <div className="settings-rows">
        <Segments
          label={t('language')}
          options={[{ value: 'system', label: t('language.system') }, ...languages.map((value) => ({ value, label: languageNames[value] }))]}
          value={language ?? 'system'}
          onChange={(value) => void change({ language: value === 'system' ? null : value })}
        />
        <Segments label={t('theme')} options={themes.map((value) => ({ value, label: t(`theme.${value}`) }))} value={theme} onChange={(value) => void change({ theme: value })} />
        <label className="setting-check">
          <input type="checkbox" checked={lightPaper} onChange={(event) => void change({ lightPaper: event.target.checked })} />
          {t('lightPaper')}
        </label>
        <label className="setting-check">
          <input type="checkbox" checked={suggestPhrases} onChange={(event) => void change({ suggestPhrases: event.target.checked })} />
          {t('suggestPhrases')}
        </label>
        <Segments label={t('zoom')} options={zooms.map((value) => ({ value, label: `${value} %` }))} value={String(zoom)} onChange={(value) => void change({ zoom: Number(value) })} />
        <label className="settings-field">
          <span className="form-label">{t('exportName')}</span>
          <input
            className="input"
            value={typed}
            maxLength={200}
            spellCheck={false}
            autoComplete="off"
            aria-describedby="settings-name-example"
            onChange={(event) => {
              setTyped(event.target.value);
              void change({ exportName: event.target.value.trim() || usualPattern });
            }}
          />
          <span id="settings-name-example" className="pane-hint settings-example" role="status">
            {unknown.length > 0 ? t('exportName.unknown', { name: unknown[0] ?? '' }) : t('exportName.example', { name: exportName(example(shown), layouts.association, 'docx', typed.trim() || usualPattern) })}
            <br />
            {t('exportName.places')}
          </span>
        </label>
      </div>
    </Dialog>
  );
}
