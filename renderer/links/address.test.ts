import { describe, expect, it } from 'vitest';
import { linkAddress } from './address.ts';

describe('the address of a link', () => {
  it.each([
    ['https://example.org/annex?no=3', 'https://example.org/annex?no=3'],
    ['example.org/附件', 'https://example.org/附件'],
    ['office@example.org', 'mailto:office@example.org'],
    ['mailto:office@example.org', 'mailto:office@example.org'],
    [' http://example.org ', 'http://example.org'],
    ['example.org:8080/a', 'https://example.org:8080/a'],
  ])('%s is kept as %s', (typed, kept) => expect(linkAddress(typed)).toBe(kept));

  it.each(['javascript:alert(1)', 'file:///C:/a.docx', 'data:text/html,x', '', '詳見附件', 'https://', 'two words.org'])('%s is refused', (typed) =>
    expect(linkAddress(typed)).toBeNull(),
  );
});
