import { expect, test } from 'vitest';
import { insert, join, leaveOut, move, pagesOf, pieces, type Plan, shift, split, turn } from './plan';

/** Documents as `ab c`: pages named by letters. */
const plan = (text: string): Plan => text.split(' ').map((pages) => [...pages].map((key) => ({ key, scan: 's', page: key.charCodeAt(0) - 96, turns: 0 })));
const told = (of: Plan) => of.map((pages) => pages.map(({ key, turns }) => key + (turns || '')).join('')).join(' ');
const keys = (text: string) => new Set(text);

test.each([
  ['abcd', 'bc', 'ad bc'],
  ['abcd', 'a', 'bcd a'],
  ['ab cd', 'd', 'ab c d'],
  ['ab cd', 'bc', 'a bc d'],
  // What would leave nothing behind is not split.
  ['ab', 'ab', 'ab'],
  ['ab cd', 'cd', 'ab cd'],
  ['ab', '', 'ab'],
])('%s without %s becomes %s', (before, chosen, after) => expect(told(split(plan(before), keys(chosen)))).toBe(after));

test('a document goes on where the one before it ends', () => {
  expect(told(join(plan('ab cd e'), 1))).toBe('abcd e');
  expect(told(join(plan('ab'), 0))).toBe('ab');
});

test.each([
  ['abcd', 'a', 'c', 'behind', 'bcad'],
  ['abcd', 'd', 'a', 'before', 'dabc'],
  ['abcd', 'ad', 'b', 'behind', 'badc'],
  ['ab cd', 'a', 'd', 'before', 'b cad'],
  // A document that has given all its pages is gone.
  ['a bc', 'a', 'c', 'behind', 'bca'],
  // Pages do not stand beside themselves.
  ['abc', 'ab', 'b', 'before', 'abc'],
] as const)('in %s, %s moved to %s %s is %s', (before, chosen, beside, side, after) => expect(told(move(plan(before), keys(chosen), beside, side))).toBe(after));

test.each([
  ['abc', 'a', 1, 'bac'],
  ['abc', 'c', -1, 'acb'],
  ['abcd', 'ab', 1, 'cabd'],
  ['abc', 'a', -1, 'abc'],
  // Over the border of a document first, then on.
  ['ab cd', 'b', 1, 'a bcd'],
  ['ab cd', 'c', -1, 'abc d'],
] as const)('in %s, %s shifted by %s is %s', (before, chosen, by, after) => expect(told(shift(plan(before), keys(chosen), by))).toBe(after));

test('pages are turned by quarters, all the way round', () => {
  expect(told(turn(plan('ab'), keys('b'), -1))).toBe('ab3');
  expect(told(turn(turn(plan('ab'), keys('a'), 3), keys('a'), 1))).toBe('ab');
});

test('pages are left out, but never all of them', () => {
  expect(told(leaveOut(plan('ab c'), keys('c')))).toBe('ab');
  expect(told(leaveOut(plan('ab'), keys('ab')))).toBe('ab');
});

test('pages of another scan are put in once', () => {
  const fresh = plan('xy')[0] ?? [];
  expect(told(insert(plan('ab c'), fresh, 'a'))).toBe('axyb c');
  expect(told(insert(plan('ab c'), fresh, undefined))).toBe('ab cxy');
  expect(told(insert(plan('axb'), fresh, 'b'))).toBe('axby');
});

test('the core is told scan, page and turns', () => {
  const two = [pagesOf('one', 2), pagesOf('two', 1)];
  expect(pieces(turn(two, new Set(['two/1']), 1))).toEqual([
    [{ id: 'one', page: 1, turns: 0 }, { id: 'one', page: 2, turns: 0 }], [{ id: 'two', page: 1, turns: 1 }],
  ]);
});
