import type { Settings } from '#shared/rpc/schemas.ts';

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');

/** Puts the appearance that she chose on the page. */
export function applyTheme({ theme, lightPaper }: Pick<Settings, 'theme' | 'lightPaper'>): void {
  const shown = theme === 'system' ? (systemIsDark.matches ? 'dark' : 'light') : theme;
  document.documentElement.dataset['theme'] = shown;
  document.documentElement.dataset['paper'] = lightPaper ? 'light' : 'theme';
}

/** Tells when the system turns light or dark. */
export function onSystemTheme(listener: () => void): void {
  systemIsDark.addEventListener('change', listener);
}
