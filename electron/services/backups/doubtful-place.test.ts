import { expect, test } from 'vitest';
import { doubtfulPlace } from './doubtful-place.ts';

test.each(['/home/a/OneDrive/議事簿.db', '/home/a/OneDrive - 青禾綠化協會/記錄/議事簿.db', '/Users/a/Dropbox/議事簿.db', '/Users/a/Library/Mobile Documents/議事簿.db', '/Users/a/Library/CloudStorage/Box-Box/a.db'])(
  'warns of %s, which is synchronised',
  (path) => {
    expect(doubtfulPlace(path)?.code).toBe('place.synced');
  },
);

test.each(['/home/a/.local/share/Minutebook/minutebook.db', '/home/a/Boxes/議事簿.db', '/tmp/議事簿.db', '/srv/onedrives/議事簿.db'])('says nothing of %s', (path) => {
  expect(doubtfulPlace(path)).toBeNull();
});
