/** Text and ground of the tokens: at least 4.5 : 1 in both schemes (WCAG 2.2, 1.4.3), 3 : 1 for what is not text. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\(#([0-9a-f]{6})(?:[0-9a-f]{2})?, #([0-9a-f]{6})(?:[0-9a-f]{2})?\);/gi)].map(
    ([, name, light, dark]) => [name!, { light: light!, dark: dark! }],
  ),
);

const texts = ['text', 'text-muted', 'text-faint', 'accent-text', 'danger-text', 'amber-text', 'good-text'];
const tones = ['tone-grey', 'tone-blue', 'tone-green', 'tone-teal', 'tone-red', 'tone-brown', 'tone-violet', 'tone-plum'];
const grounds = ['pane', 'surface', 'raised', 'field', 'paper'];
const pairs: [string, string, number][] = [
  ...texts.flatMap((text) => grounds.map((ground): [string, string, number] => [text, ground, 4.5])),
  ...tones.flatMap((tone) => ['paper', 'pane'].map((ground): [string, string, number] => [tone, ground, 4.5])),
  ['text', 'hover', 4.5],
  ['text', 'pressed', 4.5],
  ['text', 'selected', 4.5],
  ['text-muted', 'hover', 4.5],
  ['text-muted', 'selected', 4.5],
  ['text-faint', 'hover', 4.5],
  ['text-muted', 'desk', 4.5],
  ['text', 'selection', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['on-accent', 'danger', 4.5],
  ['amber-text', 'amber-soft', 4.5],
  ['danger-text', 'danger-soft', 4.5],
  ['accent-text', 'accent-soft', 4.5],
  ['mark-text', 'mark', 4.5],
  ['text', 'mark', 4.5],
  ['text', 'mark-now', 4.5],
  ['mark-text', 'mark-now', 4.5],
  ['added-text', 'added', 4.5],
  ['removed-text', 'removed', 4.5],
  ['line-strong', 'surface', 3],
  ['focus', 'pane', 3],
  ['focus', 'paper', 3],
];

const luminance = (hex: string) => {
  const [red, green, blue] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
};

const ratio = (one: string, other: string) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
};

describe.each(['light', 'dark'] as const)('the %s colours', (scheme) => {
  test.each(pairs)('%s can be read on %s', (text, ground, least) => {
    const one = colours.get(text);
    const other = colours.get(ground);
    expect(one && other, `${text} and ${ground} are tokens`).toBeTruthy();
    expect(ratio(one![scheme], other![scheme])).toBeGreaterThanOrEqual(least);
  });
});
