import { expect, test } from 'vitest';
import { listOf, parts } from './lists';

const none = { running: 0, active: 0, inactive: 0, destroy: 0, review: 0, keep: 0, held: 0 };

test('an address names its list, and without one the list that asks for something is shown', () => {
  for (const [word, counts, list] of [
    ['held', none, 'held'], ['lain', none, 'active'], [undefined, none, 'active'], [undefined, { ...none, inactive: 2 }, 'inactive'],
    [undefined, { ...none, inactive: 2, destroy: 1 }, 'destroy'],
  ] as const) expect(listOf(word, counts)).toBe(list);
});

test('the bar is whole, and does not count twice what is held back', () => {
  expect(parts(none)).toEqual([]);
  expect(parts({ ...none, running: 3, destroy: 1, held: 4 })).toEqual([{ list: 'running', share: 75 }, { list: 'destroy', share: 25 }]);
});
