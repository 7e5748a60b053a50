import { expect, test } from 'vitest';
import { reveal, span, step, wantsMore } from './window';

const ROW = 46;

test.each([
  ['the top', { top: 0, height: 460 }, 100_000, { first: 0, end: 22 }],
  ['the middle', { top: 46_000, height: 460 }, 100_000, { first: 988, end: 1_022 }],
  ['the very end', { top: 100_000 * ROW - 460, height: 460 }, 100_000, { first: 99_978, end: 100_000 }],
  ['a list shorter than the window', { top: 0, height: 460 }, 3, { first: 0, end: 3 }],
  ['a list that became shorter than the place', { top: 46_000, height: 460 }, 5, { first: 5, end: 5 }],
  ['nothing', { top: 0, height: 460 }, 0, { first: 0, end: 0 }],
])('drawn rows at %s', (_, view, count, drawn) => {
  expect(span(view, ROW, count)).toEqual(drawn);
});

test('every row in sight is drawn, wherever the list stands', () => {
  for (let top = 0; top < 200 * ROW; top += 37) {
    const view = { top, height: 500 };
    const { first, end } = span(view, ROW, 1_000);
    expect(first * ROW).toBeLessThanOrEqual(top);
    expect(end * ROW).toBeGreaterThanOrEqual(top + view.height);
  }
});

test.each([
  ['in sight', 5, 100, 100],
  ['above', 1, 100, 46],
  ['below', 20, 100, 21 * ROW - 460],
])('a row %s is revealed with the least movement', (_, row, top, to) => {
  expect(reveal(row, { top, height: 460 }, ROW)).toBe(to);
});

test('the next page is asked for before its gap is in sight', () => {
  expect(wantsMore({ top: 0, height: 460 }, ROW, 30)).toBe(true);
  expect(wantsMore({ top: 0, height: 460 }, ROW, 60)).toBe(false);
});

test.each([
  ['ArrowDown', 0, 1], ['ArrowUp', 0, 0], ['PageDown', 10, 19], ['PageUp', 10, 1], ['End', 3, 99], ['Home', 50, 0], ['ArrowDown', 99, 99], ['a', 5, undefined],
])('%s from row %i', (key, row, to) => {
  expect(step(key, row, 100, { top: 0, height: 460 }, ROW)).toBe(to);
});
