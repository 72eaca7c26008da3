import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { closeAfterSaving, closingLimit } from './closing.ts';
import { isPrevented } from './testing.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(pageListens = true) {
  const window = Object.assign(new EventEmitter(), { destroy: vi.fn() });
  const askPage = vi.fn(() => pageListens);
  const leaving = vi.fn();
  const ready = closeAfterSaving({ window: window as unknown as BrowserWindow, askPage, leaving });
  return { window, askPage, leaving, ready };
}

test('the window waits for the page, however often it is closed', () => {
  const { window, askPage, leaving, ready } = setUp();
  expect(isPrevented(window, 'close')).toBe(true);
  expect(isPrevented(window, 'close')).toBe(true);
  expect(askPage).toHaveBeenCalledOnce();
  expect(window.destroy).not.toHaveBeenCalled();
  ready();
  ready();
  expect(leaving).toHaveBeenCalledOnce();
  expect(window.destroy).toHaveBeenCalledOnce();
});

test('a page that does not answer is waited for ten seconds', () => {
  const { window } = setUp();
  isPrevented(window, 'close');
  vi.advanceTimersByTime(closingLimit - 1);
  expect(window.destroy).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(window.destroy).toHaveBeenCalledOnce();
});

test('where no page listens the window goes at once', () => {
  const { window } = setUp(false);
  isPrevented(window, 'close');
  expect(window.destroy).toHaveBeenCalledOnce();
});
