import { expect, test } from 'vitest';
import { keyOf, months } from './month';

test('months go back over the turn of the year', () => {
  expect(months('2026-02-28', 4).map(keyOf)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
  expect(months('2026-12-01', 1)).toEqual([{ year: 2026, month: 12 }]);
});
