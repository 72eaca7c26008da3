/** That the desktop host hangs up every wall before its page is loaded, and what the page's own door lets through. */
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import type { WebPreferences } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { knock, openDoor } from '#electron/host/door.ts';
import type { StoreClient } from '#electron/services/store.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { isPrevented, standInChannel } from './testing.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minutebook-wiring-'));
  vi.resetModules();
});
afterEach(() => {
  vi.doUnmock('electron');
  rmSync(folder, { recursive: true });
});

/** Runs the desktop's main on a stand-in for Electron whose store answers `opened`; tells what it did, in order. */
async function startDesktop(opened: Result<null>, switches: Record<string, string> = {}) {
  const did: string[] = [];
  const noted = <Answer>(what: string, answer: Answer) => vi.fn(() => (did.push(what), answer));
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    commandLine: { getSwitchValue: (name: string) => ({ db: join(folder, 'a.db'), ...switches })[name] ?? '', hasSwitch: (name: string) => name in switches },
    enableSandbox: noted('sandbox for all', undefined),
    requestSingleInstanceLock: noted('the only one', true),
    whenReady: () => Promise.resolve(),
    getSystemLocale: () => 'zh-TW',
    getPath: () => folder,
    quit: vi.fn(),
    exit: noted('exit', undefined),
  });
  const handlers = { permission: vi.fn(), check: vi.fn(), request: vi.fn() };
  /** What PDFs are printed over. */
  const paperSession = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: vi.fn(),
    setPermissionCheckHandler: vi.fn(),
    setDevicePermissionHandler: vi.fn(),
    setSpellCheckerEnabled: vi.fn(),
    webRequest: { onBeforeRequest: vi.fn() },
    protocol: { handle: vi.fn() },
  });
  const defaultSession = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: handlers.permission,
    setPermissionCheckHandler: handlers.check,
    setDevicePermissionHandler: vi.fn(),
    setSpellCheckerEnabled: vi.fn(),
    webRequest: { onBeforeRequest: noted('requests watched', undefined) },
  });
  const child = Object.assign(new EventEmitter(), {
    kill: vi.fn(),
    postMessage: (message: { type: string }) => message.type === 'start' && setTimeout(() => child.emit('message', { type: 'started', result: opened })),
  });
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: noted('windows refused', undefined) });
  const preferences: WebPreferences[] = [];
  class BrowserWindow extends EventEmitter {
    webContents = contents;
    constructor(options: { webPreferences: WebPreferences }) {
      super();
      did.push('window');
      preferences.push(options.webPreferences);
      app.emit('web-contents-created', {}, contents);
    }
    isMinimized = () => true;
    restore = noted('restored', undefined);
    focus = noted('focused', undefined);
    reload = noted('reloaded', undefined);
    loadURL = vi.fn(async (url: string) => void did.push(`load ${url}`));
  }
  const powerMonitor = new EventEmitter();
  const showErrorBox = vi.fn();
  const ipcMain = new EventEmitter();
  vi.doMock('electron', () => ({
    app,
    BrowserWindow,
    dialog: { showErrorBox },
    ipcMain,
    Menu: { setApplicationMenu: vi.fn(), buildFromTemplate: vi.fn() },
    MessageChannelMain: function () {
      return standInChannel();
    },
    protocol: { registerSchemesAsPrivileged: noted('scheme', undefined), handle: noted('page served', undefined) },
    screen: { getAllDisplays: () => [] },
    session: { defaultSession, fromPartition: () => paperSession },
    powerMonitor,
    shell: {},
    utilityProcess: { fork: () => child },
  }));
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await import('./index.ts');
  await vi.waitFor(() => expect(did.some((what) => what === 'exit' || what.startsWith('load'))).toBe(true));
  const said = stderr.mock.calls.map(([text]) => String(text)).join('');
  stderr.mockRestore();
  return { did, app, contents, powerMonitor, defaultSession, handlers, preferences, showErrorBox, ipcMain, said };
}

describe('the desktop', () => {
  test('loads its own page only after every wall stands', async () => {
    const { did, contents, defaultSession, handlers, preferences, ipcMain } = await startDesktop(ok(null));
    expect(did).toEqual(['scheme', 'sandbox for all', 'the only one', 'requests watched', 'page served', 'window', 'windows refused', 'load minutebook://app/']);
    expect(preferences[0]).toMatchObject({ contextIsolation: true, sandbox: true, nodeIntegration: false, devTools: false });
    expect(preferences[0]?.preload).toMatch(/index\.cjs$/);
    expect(handlers.permission).toHaveBeenCalledOnce();
    expect(handlers.check).toHaveBeenCalledOnce();
    expect(isPrevented(defaultSession, 'will-download')).toBe(true);
    expect(isPrevented(contents, 'will-navigate', { url: 'https://minutes.example/' })).toBe(true);
    expect(ipcMain.eventNames()).toEqual(['connect']);
  });

  test('gives no ports to a page that is not its own', async () => {
    const { ipcMain } = await startDesktop(ok(null));
    const frame = { parent: null, url: 'https://minutes.example/', postMessage: vi.fn() };
    ipcMain.emit('connect', { senderFrame: frame });
    await new Promise((later) => setTimeout(later, 20));
    expect(frame.postMessage).not.toHaveBeenCalled();
  });

  test('whose database does not open says why, in a box and on the command line, and opens no window', async () => {
    const { did, showErrorBox, said } = await startDesktop(fail('database.notDatabase', { name: 'a.db' }));
    const sentence = '「a.db」不是議事簿的資料庫。檔案未變動；請選擇其他檔案。';
    expect(showErrorBox).toHaveBeenCalledExactlyOnceWith(expect.any(String), sentence);
    expect(said).toBe(`${sentence}\n`);
    expect(did.slice(-1)).toEqual(['exit']);
    expect(did).not.toContain('window');
  });
});

describe('started twice', () => {
  const nobody = createORPCClient<StoreClient>({ call: () => Promise.reject(new Error('nobody is there')) });

  test('asks the program that has the database to come forward, says so, and ends well', async () => {
    const asked: object[] = [];
    const door = await openDoor({
      databasePath: join(folder, 'a.db'),
      store: nobody,
      comeForward: (one) => (asked.push(one), Promise.resolve({ shown: true, address: null })),
    });
    const stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const { did } = await startDesktop(ok(null));
    const said = stdout.mock.calls.map(([text]) => String(text)).join('');
    stdout.mockRestore();
    await door?.close();
    expect(asked).toEqual([{ window: true }]);
    expect(said).toBe('議事簿已經開著，視窗已移到最前面。\n');
    expect(did.at(-1)).toBe('exit');
    expect(did).not.toContain('window');
  });

  test('comes forward itself when another host knocks, and after a crash of its page shows it again', async () => {
    const { did, contents } = await startDesktop(ok(null));
    await expect.poll(async () => (await knock(join(folder, 'a.db'))) !== null).toBe(true);
    expect(await (await knock(join(folder, 'a.db')))?.comeForward({ window: true })).toMatchObject({ ok: true, value: { shown: true } });
    contents.emit('render-process-gone');
    expect(did.slice(-3)).toEqual(['restored', 'focused', 'reloaded']);
  });
});

test('the preload offers the page one call without arguments, and hands ports to its own window only', async () => {
  const offered: Record<string, Record<string, (...args: unknown[]) => unknown>> = {};
  const ipcRenderer = Object.assign(new EventEmitter(), { send: vi.fn() });
  vi.doMock('electron', () => ({ contextBridge: { exposeInMainWorld: (name: string, api: (typeof offered)[string]) => (offered[name] = api) }, ipcRenderer }));
  const postMessage = vi.fn();
  vi.stubGlobal('window', { postMessage });
  await import('../preload/index.ts');
  expect(Object.keys(offered)).toEqual(['minutebook']);
  expect(Object.keys(offered['minutebook']!)).toEqual(['connect']);
  offered['minutebook']!['connect']!('burn', { all: true });
  expect(ipcRenderer.send).toHaveBeenCalledExactlyOnceWith('connect');
  const ports = [{}, {}];
  ipcRenderer.emit('ports', { ports });
  expect(postMessage).toHaveBeenCalledExactlyOnceWith('minutebook:ports', '/', ports);
  vi.unstubAllGlobals();
});
