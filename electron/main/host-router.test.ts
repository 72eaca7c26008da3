import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Language } from '#shared/language.ts';
import { desktopHost } from './host-router.ts';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'minutebook-host-'))));
afterEach(() => rm(folder, { recursive: true }));

function setUp({ language = 'zh-Hant' as Language, chosen = '', button = 0 } = {}) {
  const window = { setTitle: vi.fn() };
  const dialog = {
    showSaveDialog: vi.fn<(window: unknown, options: { defaultPath: string }) => Promise<object>>(async () => ({ canceled: chosen === '', filePath: chosen })),
    showOpenDialog: vi.fn(async () => ({ canceled: chosen === '', filePaths: chosen ? [chosen] : [] })),
    showMessageBox: vi.fn<(window: unknown, options: { detail: string }) => Promise<object>>(async () => ({ response: button, checkboxChecked: false })),
  };
  const shell = { openExternal: vi.fn(async () => undefined) };
  const ask = vi.fn(async () => ({ ok: true, value: null }));
  const closeReady = vi.fn();
  const rescue = { keep: vi.fn(), drop: vi.fn() };
  const host = desktopHost({
    window: window as unknown as BrowserWindow,
    info: { host: 'desktop', version: '0.1.0', database: 'a.db', saving: 'dialog', menuBar: true, pdf: true, platform: 'linux', language: 'zh-Hant' },
    dialog: dialog as never,
    shell,
    rescue,
    language: () => language,
    ask: ask as never,
    closeReady,
  });
  return { window, ask, dialog, shell, closeReady, host, client: createRouterClient(host.router) };
}

describe('the second place for backups', () => {
  test('is told to the store as a path and to the page by its name only', async () => {
    const { client, ask } = setUp({ chosen: join(folder, '外接碟') });
    const places = await client.places();
    expect(places.ok && places.value.at(-1)).toEqual({ id: 'dialog', name: '', kind: 'dialog' });
    expect(JSON.stringify(places)).not.toMatch(/[/\\\\]/);
    expect(await client.choosePlace({ id: 'dialog' })).toEqual({ ok: true, value: { name: '外接碟' } });
    expect(ask).toHaveBeenCalledExactlyOnceWith({ do: 'place', path: join(folder, '外接碟') });
  });

  test('stays what it was when she thinks better of it, and when the place is no longer there', async () => {
    const { client, ask } = setUp();
    expect(await client.choosePlace({ id: 'dialog' })).toEqual({ ok: true, value: { name: null } });
    expect(await client.choosePlace({ id: folder })).toEqual({ ok: false, error: { code: 'backup.placeMissing', params: { name: '' } } });
    expect(ask).not.toHaveBeenCalled();
  });

  test('is nowhere when she wants none', async () => {
    const { client, ask } = setUp();
    expect(await client.choosePlace({ id: null })).toEqual({ ok: true, value: { name: null } });
    expect(ask).toHaveBeenCalledExactlyOnceWith({ do: 'place', path: null });
  });
});

describe('saving a file', () => {
  const file = new Blob(['青禾綠化協會']);

  test('asks where, writes there and tells the name only', async () => {
    const { client, dialog } = setUp({ chosen: join(folder, '紀錄.docx') });
    expect(await client.saveFile({ name: '20260119_三屆二次理事會_紀錄.docx', file })).toEqual({ ok: true, value: { name: '紀錄.docx' } });
    expect(await readFile(join(folder, '紀錄.docx'), 'utf8')).toBe('青禾綠化協會');
    expect(dialog.showSaveDialog.mock.calls[0]![1]).toEqual({
      defaultPath: '20260119_三屆二次理事會_紀錄.docx',
      filters: [{ name: 'Word 文件', extensions: ['docx'] }],
    });
  });

  test('writes nothing when she thinks better of it', async () => {
    const { client } = setUp();
    expect(await client.saveFile({ name: '紀錄.docx', file })).toEqual({ ok: true, value: { name: null } });
  });

  test('says when the place cannot be written', async () => {
    const { client } = setUp({ chosen: join(folder, 'none', '紀錄.docx') });
    expect(await client.saveFile({ name: '紀錄.docx', file })).toEqual({ ok: false, error: { code: 'file.unwritable', params: { name: '紀錄.docx' } } });
  });

  test('adds the ending that was left out', async () => {
    const { client } = setUp({ chosen: join(folder, '第三屆.二次') });
    expect(await client.saveFile({ name: '紀錄.docx', file })).toEqual({ ok: true, value: { name: '第三屆.二次.docx' } });
    expect(await readFile(join(folder, '第三屆.二次.docx'), 'utf8')).toBe('青禾綠化協會');
  });

  test('asks again before the ending makes it another file that is there', async () => {
    await writeFile(join(folder, '紀錄.docx'), '舊');
    const { client, dialog } = setUp({ chosen: join(folder, '紀錄') });
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: join(folder, '紀錄') });
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: true, filePath: '' });
    expect(await client.saveFile({ name: '紀錄.docx', file })).toEqual({ ok: true, value: { name: null } });
    expect(dialog.showSaveDialog.mock.calls[1]![1].defaultPath).toBe(join(folder, '紀錄.docx'));
    expect(await readFile(join(folder, '紀錄.docx'), 'utf8')).toBe('舊');
  });

  test('has the store write what lies there, where she chose, and nowhere when she thinks better of it', async () => {
    const parcel = '0'.repeat(32);
    const { client, ask } = setUp({ chosen: join(folder, '全部.zip.age') });
    expect(await client.saveParcel({ name: '議事簿_20261124.zip.age', parcel })).toEqual({ ok: true, value: { name: '全部.zip.age' } });
    expect(ask).toHaveBeenCalledExactlyOnceWith({ do: 'handOver', parcel, file: join(folder, '全部.zip.age') });
    const other = setUp();
    expect(await other.client.saveParcel({ name: '議事簿_20261124.zip', parcel })).toEqual({ ok: true, value: { name: null } });
    expect(other.ask).not.toHaveBeenCalled();
  });

  test('takes no path from the page', async () => {
    const { client, dialog } = setUp();
    await client.saveFile({ name: '../../etc/紀錄.txt', file });
    expect(dialog.showSaveDialog.mock.calls[0]![1].defaultPath).toBe('紀錄.txt');
  });
});

describe('an address', () => {
  test('opens outside after asking', async () => {
    const { client, shell, dialog } = setUp();
    await client.openLink({ url: 'https://minutes.example/a' });
    expect(dialog.showMessageBox.mock.calls[0]![1]).toMatchObject({ detail: 'https://minutes.example/a', buttons: ['開啟', '取消'], defaultId: 1, cancelId: 1 });
    expect(shell.openExternal).toHaveBeenCalledExactlyOnceWith('https://minutes.example/a');
  });

  test('stays unopened when she says no', async () => {
    const { client, shell } = setUp({ button: 1 });
    expect(await client.openLink({ url: 'mailto:office@minutes.example' })).toEqual({ ok: true, value: null });
    expect(shell.openExternal).not.toHaveBeenCalled();
  });

  test.each(['file:///etc/passwd', 'javascript:alert(1)', 'smb://minutes.example/', 'minutebook://app/', 'no address'])('%s is not even asked about', async (url) => {
    const { client, shell, dialog } = setUp();
    expect(await client.openLink({ url })).toMatchObject({ ok: false, error: { code: 'request.invalid' } });
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
    expect(shell.openExternal).not.toHaveBeenCalled();
  });
});

test('the page hears of menu commands and says when all is saved', async () => {
  const { host, client, closeReady, window } = setUp();
  const leave = new AbortController();
  const events = await client.events(undefined, { signal: leave.signal });
  const first = events.next();
  await vi.waitFor(() => expect(host.listeners()).toBe(1));
  host.tell({ type: 'command', id: 'meeting.new' });
  expect((await first).value).toEqual({ type: 'command', id: 'meeting.new' });
  await client.closeReady();
  expect(closeReady).toHaveBeenCalledOnce();
  await client.setTitle({ title: '理事會' });
  expect(window.setTitle).toHaveBeenCalledWith('理事會');
  expect(await client.info()).toMatchObject({ ok: true, value: { saving: 'dialog', menuBar: true } });
  leave.abort();
});
