/** That the desktop host hangs up every wall before its page is loaded, and what the page's own door lets through. */
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WebPreferences } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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
    loadURL = vi.fn(async (url: string) => void did.push(`load ${url}`));
  }
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
    session: { defaultSession },
    powerMonitor: new EventEmitter(),
    shell: {},
    utilityProcess: { fork: () => child },
  }));
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await import('./index.ts');
  await vi.waitFor(() => expect(did.some((what) => what === 'exit' || what.startsWith('load'))).toBe(true));
  const said = stderr.mock.calls.map(([text]) => String(text)).join('');
  stderr.mockRestore();
  return { did, contents, defaultSession, handlers, preferences, showErrorBox, ipcMain, said };
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
