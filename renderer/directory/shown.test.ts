/** Which card stands in the form beside a list. */
import { expect, it } from 'vitest';
import { afterKept, settled } from './shown.ts';

it('the first of a list is shown where none is chosen, and stays when another comes first', () => {
  const one = settled({ chosen: null, draft: null }, [{ id: 'one' }, { id: 'two' }]);
  expect(one.chosen).toBe('one');
  expect(settled(one, [{ id: 'two' }, { id: 'one' }])).toBe(one);
  expect(settled({ chosen: null, draft: null }, []).chosen).toBeNull();
});

it('a new card that is kept becomes one of the list', () => {
  expect(afterKept({ chosen: 'before', draft: { id: 'new' } }, 'new')).toEqual({ chosen: 'new', draft: null });
});

it('a card that is kept late takes the place of none that she has gone on to', () => {
  const next = { chosen: 'before', draft: { id: 'next' } };
  expect(afterKept(next, 'new')).toBe(next);
  const other = { chosen: 'other', draft: null };
  expect(afterKept(other, 'new')).toBe(other);
});
