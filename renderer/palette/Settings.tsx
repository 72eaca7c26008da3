import type { Language } from '#shared/language.ts';
import { useApp, useParts } from '../app/context.ts';
import { Dialog } from '../app/Dialog.tsx';
import { Segments } from '../app/Segments.tsx';
import { useText } from '../i18n/i18n.ts';

/** Each language by its own name. */
const languageNames = { 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文', en: 'English' } as const satisfies Record<Language, string>;
const languages = Object.keys(languageNames) as Language[];
const themes = ['system', 'light', 'dark'] as const;
const zooms = ['75', '100', '125', '150', '200'] as const;

/** Preferences: what she chooses shows at once and is kept. */
export function Settings() {
  const t = useText('settings');
  const { app } = useParts();
  const { language, theme, lightPaper, zoom, suggestPhrases } = useApp((state) => state.settings);
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
      </div>
    </Dialog>
  );
}
