/** The desktop host: wires Electron to the program, and decides nothing itself. */
import { basename, join } from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, MessageChannelMain, powerMonitor, protocol, screen, session, shell, utilityProcess } from 'electron';
import { languageOfLocale } from '#electron/host/language.ts';
import { knock, openDoor } from '#electron/host/door.ts';
import { databasePath, makeFolderOf, pageFolder, rescuePlaces, resourcesFolder } from '#electron/host/places.ts';
import { hostPlatform, programVersion } from '#electron/host/program.ts';
import { rescueFiles } from '#electron/services/rescue-files.ts';
import { storeEnvironment } from '#electron/services/environment.ts';
import type { Language } from '#shared/language.ts';
import { hostStrings } from '#shared/locale/hosts.ts';
import { errorSentence } from '#shared/locale/sentence.ts';
import { rememberBounds, rememberedBounds } from './bounds.ts';
import { closeAfterSaving } from './closing.ts';
import { desktopHost } from './host-router.ts';
import { followLanguage } from './language.ts';
import { menuTemplate } from './menu.ts';
import { desktopPdf } from './pdf.ts';
import { homePage, privileges, scheme, webPreferences, windowOptions } from './policy.ts';
import { portGiver } from './ports.ts';
import { secureContents, secureSession, servePage } from './security.ts';
import { storeClient } from './store-client.ts';
import { storeProcess } from './store-process.ts';

const devTools = !app.isPackaged;
const database = databasePath(app.commandLine.getSwitchValue('db') || undefined);

protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.on('web-contents-created', (_event, contents) => secureContents(contents));

if (app.requestSingleInstanceLock({ database })) void app.whenReady().then(start);
else {
  process.stdout.write(`${hostStrings[languageOfLocale(app.commandLine.getSwitchValue('lang'))]['start.alreadyOpen']}\n`);
  app.quit();
}

async function start(): Promise<void> {
  const system = languageOfLocale(app.commandLine.getSwitchValue('lang') || app.getSystemLocale());
  let language: Language = system;
  secureSession(session.defaultSession, devTools);
  servePage(protocol, pageFolder());

  const neighbour = await knock(database);
  const answer = await neighbour?.comeForward({ window: true }).catch(() => null);
  if (answer?.ok) {
    const { address } = answer.value;
    process.stdout.write(`${hostStrings[language][address === null ? 'start.alreadyOpen' : 'start.alreadyOpenAt']}\n${address ?? ''}`);
    return app.exit(0);
  }

  makeFolderOf(database);
  const rescue = { places: rescuePlaces(), since: Date.now() };
  const store = storeProcess(() => utilityProcess.fork(join(import.meta.dirname, 'store.js'), [], { serviceName: 'Minutebook store', env: { ...process.env, ...storeEnvironment } }), {
    databasePath: database,
    resources: resourcesFolder(),
    backups: true,
    rescue,
    wait: true,
  }, desktopPdf(session.fromPartition('paper'), (options) => new BrowserWindow(options)));
  const opened = await store.start();
  if (!opened.ok) {
    const sentence = errorSentence(opened.error, language);
    process.stderr.write(`${sentence}\n`);
    dialog.showErrorBox(hostStrings[language]['dialog.cannotStart'], sentence);
    return app.exit(1);
  }

  const boundsFile = join(app.getPath('userData'), 'window.json');
  const screens = screen.getAllDisplays().map((display) => display.workArea);
  const preload = join(import.meta.dirname, '..', 'preload', 'index.cjs');
  const window = new BrowserWindow(windowOptions(rememberedBounds(boundsFile, screens), webPreferences(preload, devTools)));

  const closeNow = closeAfterSaving({
    window,
    askPage: () => {
      host.tell({ type: 'closing' });
      return host.listeners() > 0;
    },
    leaving: () => rememberBounds(boundsFile, window.getNormalBounds()),
  });
  const host = desktopHost({
    window,
    info: {
      host: 'desktop',
      version: programVersion(),
      database: basename(database),
      saving: 'dialog',
      menuBar: true,
      pdf: true,
      platform: hostPlatform(),
      language: system,
    },
    dialog,
    shell,
    rescue: rescueFiles(rescue.places, database),
    language: () => language,
    ask: store.ask,
    closeReady: closeNow,
  });
  const showMenu = (chosen: Language): void => {
    language = chosen;
    const choose = (id: string): void => host.tell({ type: 'command', id });
    Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ language, platform: hostPlatform(), devTools, choose })));
  };
  showMenu(system);
  void followLanguage(store, new MessageChannelMain(), system, showMenu);

  const givePorts = portGiver({ store, host: host.router, newChannel: () => new MessageChannelMain() });
  ipcMain.on('connect', (event) => void givePorts(event));
  const comeForward = (): void => {
    if (window.isMinimized()) window.restore();
    window.focus();
  };
  app.on('second-instance', comeForward);
  const door = openDoor({
    databasePath: database,
    store: storeClient(store, () => new MessageChannelMain()),
    comeForward: async () => {
      comeForward();
      return { shown: true, address: null };
    },
  });
  powerMonitor.on('resume', () => host.tell({ type: 'resumed' }));
  app.on('window-all-closed', () => void leave());
  window.once('ready-to-show', () => window.show());
  window.webContents.on('render-process-gone', () => window.reload());
  await window.loadURL(homePage);

  async function leave(): Promise<void> {
    await (await door)?.close();
    await store.close();
    app.exit(0);
  }
}
