import { expect, test } from 'vitest';
import { LARGEST, SMALLEST, larger, pageInView, smaller } from './zoom';

test('sizes go up and down between their ends', () => {
  expect([larger(1), smaller(1.2), larger(3.9), smaller(0.26)]).toEqual([1.2, 1, LARGEST, SMALLEST]);
});

test('the page that fills most of the window is the one that is read', () => {
  const pages = [{ top: -900, bottom: -60 }, { top: -46, bottom: 794 }, { top: 808, bottom: 1648 }];
  expect(pageInView(pages, 0, 600)).toBe(2);
  expect(pageInView(pages, 600, 600)).toBe(3);
  expect(pageInView([], 0, 600)).toBe(1);
});
