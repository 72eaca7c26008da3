import { expect, it } from 'vitest';
import type { BackupState } from '#shared/rpc/backups.ts';
import type { Health } from '#shared/rpc/health.ts';
import { standingOf } from './backups.ts';

const good: BackupState = { backups: [], lastVerifiedAt: '2026-11-24T01:55:03.000Z', overdue: false, error: null, place: null, second: null };
const sound: Health = { readOnly: null, warning: null, lastCheckedAt: null, lastCheck: null, recovery: null, rescued: [] };
const recovery = (from: 'backup' | 'lost', seen = false): Health => ({
  ...sound,
  recovery: { at: '2026-11-24T01:02:03.000Z', setAside: null, whole: 3, cards: 0, seen, meetings: [{ id: 'abc123', title: '', from, savedAt: null, older: true }] },
});
const check = (what: 'text' | 'archive', database = true): Health => ({
  ...sound,
  lastCheck: { at: '2026-11-24T01:02:03.000Z', meetings: 1, versions: 1, pictures: 0, cards: 0, database, damaged: [{ id: 'abc123', title: '', what }] },
});
const failed = { code: 'backup.failed' } as const;

it.each<[string, Partial<BackupState>, Health | null, string]>([
  ['a verified backup', {}, null, 'good'],
  ['no backup yet', { lastVerifiedAt: null }, sound, 'none'],
  ['no backup for a week', { overdue: true, error: failed }, sound, 'overdue'],
  ['a backup that failed', { error: failed }, sound, 'failed'],
  ['a second place that is gone', { second: { name: '隨身碟', copiedAt: null, error: failed } }, sound, 'failed'],
  ['damage that a check found', {}, check('text'), 'found'],
  ['a file beside the database that was written anew', {}, check('archive'), 'good'],
  ['a database that is damaged itself', { overdue: true }, check('archive', false), 'loss'],
  ['a repair that she has not read of', { overdue: true }, recovery('backup'), 'repaired'],
  ['a text that is lost', { overdue: true }, recovery('lost'), 'loss'],
  ['a text that is lost, which she knows', {}, recovery('lost', true), 'good'],
])('says of %s how the data is', (_, state, health, standing) => {
  expect(standingOf({ ...good, ...state }, health)).toBe(standing);
});
