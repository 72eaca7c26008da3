/** The page: connects to the services, reads the settings and shows the window. */
import './theme/base.css';
import './theme/controls.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { AppError } from '#shared/result.ts';
import { App } from './app/App.tsx';
import { AppContext } from './app/context.ts';
import { followLifecycle } from './app/lifecycle.ts';
import { StartFailed } from './app/StartFailed.tsx';
import { createAppStore } from './app/store.ts';
import { followDrops } from './importing/drop.ts';
import { showInspector } from './inspector/show.ts';
import { createSession } from './editor/index.ts';
import { languageOf, startTexts } from './i18n/i18n.ts';
import { assetUrls } from './images/asset-urls.ts';
import { type Client, connect } from './rpc/client.ts';
import { followRescue } from './saving/emergency.ts';
import { followSafety } from './safety/backups.ts';
import { followOthers } from './saving/others.ts';
import { applyTheme, onSystemTheme } from './theme/theme.ts';

const root = createRoot(document.querySelector('#root') as HTMLElement);

async function start(): Promise<void> {
  const client = await connect();
  const [info, settings] = await Promise.all([client.host.info(), client.store.settings.get()]);
  if (!info.ok) return fail(info.error, client);
  if (!settings.ok) return fail(settings.error, client);

  const app = createAppStore({
    client,
    info: info.value,
    settings: settings.value,
    createSession(document) {
      const pictures = assetUrls(client.store);
      const session = createSession(document, {
        language: app.getState().language,
        assetUrl: (hash) => pictures.url(hash),
        showSection(blockId) {
          session.jumpTo(blockId);
          showInspector(app, 'section');
        },
      });
      return {
        ...session,
        dispose() {
          session.dispose();
          pictures.dispose();
        },
      };
    },
  });
  applyTheme(settings.value);
  app.subscribe((now, before) => {
    if (now.settings !== before.settings) applyTheme(now.settings);
  });
  onSystemTheme(() => applyTheme(app.getState().settings));
  await startTexts(app.getState().language);

  const parts = { app, client };
  followLifecycle(parts);
  void followOthers(parts);
  followRescue(parts);
  followSafety(parts);
  followDrops(parts);
  root.render(
    <StrictMode>
      <AppContext value={parts}>
        <App />
      </AppContext>
    </StrictMode>,
  );

  void app.getState().readHealth();
  await app.getState().begin();
}

async function fail(error: AppError, client: Client): Promise<void> {
  const isBack = async (): Promise<boolean> => (await client.store.settings.get()).ok;
  await startTexts(languageOf(navigator.language));
  applyTheme({ theme: 'system', lightPaper: true });
  root.render(<StartFailed error={error} isBack={isBack} />);
}

void start();
