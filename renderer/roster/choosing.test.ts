import { describe, expect, test } from 'vitest';
import { type Choice, chosen, everyone, nothing, stepped, still } from './choosing.ts';

const order = ['a', 'b', 'c', 'd', 'e'];
const says = ({ at, ids }: Choice) => `${at}:${order.filter((id) => ids.has(id)).join('')}`;

describe('choosing rows', () => {
  test('clicks, with Shift and Ctrl', () => {
    const b = chosen(order, nothing, 'b');
    expect(says(b)).toBe('b:b');
    expect(says(chosen(order, b, 'd', { shift: true }))).toBe('d:bcd');
    expect(says(chosen(order, chosen(order, b, 'd', { shift: true }), 'a', { shift: true }))).toBe('a:ab');
    expect(says(chosen(order, b, 'd', { ctrl: true }))).toBe('d:bd');
    expect(says(chosen(order, chosen(order, b, 'd', { ctrl: true }), 'b', { ctrl: true }))).toBe('b:d');
    expect(says(chosen(order, chosen(order, b, 'd', { ctrl: true }), 'e', { ctrl: true, shift: true }))).toBe('e:bde');
  });
  test('arrows, with Shift and Ctrl, stop at the ends', () => {
    const a = stepped(order, nothing, 1);
    expect(says(a)).toBe('a:a');
    expect(says(stepped(order, a, -1))).toBe('a:a');
    expect(says(stepped(order, stepped(order, a, 1, { shift: true }), 1, { shift: true }))).toBe('c:abc');
    expect(says(stepped(order, a, 1, { ctrl: true }))).toBe('b:a');
    expect(says(stepped(order, a, 99))).toBe('e:e');
  });
  test('everybody, and nobody who is gone', () => {
    expect(says(everyone(order, nothing))).toBe('a:abcde');
    expect(says(still(['a', 'c'], everyone(order, { ...nothing, at: 'b' })))).toBe('null:ac');
  });
});
