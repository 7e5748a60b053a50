import { expect, test } from 'vitest';
import { LARGEST, SMALLEST, larger, pageInView, scaleOf, smaller } from './zoom';

test('sizes go up and down between their ends', () => {
  expect([larger(1), smaller(1.2), larger(3.9), smaller(0.26)]).toEqual([1.2, 1, LARGEST, SMALLEST]);
});

test('a page fills the width, or is there as a whole', () => {
  const page = { width: 600, height: 900 };
  for (const [place, fit, whole] of [[{ width: 1200, height: 450 }, 2, 0.5], [{ width: 300, height: 900 }, 0.5, 0.5], [{ width: -8, height: 10 }, 0, 0]] as const) {
    expect([scaleOf('fit', page, place), scaleOf('whole', page, place), scaleOf(1.5, page, place)]).toEqual([fit, whole, 1.5]);
  }
});

test('the page that fills most of the window is the one that is read', () => {
  const pages = [{ top: -900, bottom: -60 }, { top: -46, bottom: 794 }, { top: 808, bottom: 1648 }];
  expect(pageInView(pages, 0, 600)).toBe(2);
  expect(pageInView(pages, 600, 600)).toBe(3);
  expect(pageInView([], 0, 600)).toBe(1);
});
