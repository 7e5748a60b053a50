import { describe, expect, it } from 'vitest';
import type { NumberView } from '../../ipc/generated/wire';
import { freeCount, freeNumbers, lines } from './lines';

const held = (number: number, last = number) => ({ number, last }) as NumberView;
const shown = (rows: NumberView[], gaps: [number, number][], more = false) =>
  lines(rows, gaps, more).map((line) => (line.kind === 'held' ? line.row.number : `${line.first}-${line.last}`));

describe('lines of a register', () => {
  it('shows free numbers between those that are held', () => {
    expect(shown([held(9), held(7), held(5, 6), held(2)], [[1, 1], [3, 4], [8, 8]])).toEqual([9, '8-8', 7, 5, '3-4', 2, '1-1']);
  });

  it('does not show free numbers below what has been read', () => {
    expect(shown([held(9), held(7)], [[1, 4], [8, 8]], true)).toEqual([9, '8-8', 7]);
  });

  it('shows a gap that reaches below the last row only with the rows below it', () => {
    expect(shown([held(9)], [[3, 8]], true)).toEqual([9]);
    expect(shown([held(9), held(2)], [[3, 8]], true)).toEqual([9, '3-8', 2]);
  });

  it('names the first free numbers, and no more of a wide gap than can be looked through', () => {
    expect(freeNumbers([[1, 1], [3, 4]])).toEqual([1, 3, 4]);
    expect(freeNumbers([[1, 1_000_000]], 3)).toEqual([1, 2, 3]);
  });

  it('counts free numbers', () => {
    expect(freeCount([[1, 1], [3, 4]])).toBe(3);
    expect(freeCount([])).toBe(0);
  });
});
