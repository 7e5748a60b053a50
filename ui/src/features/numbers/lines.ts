/** The lines of a register: numbers that are held, and between them those that nothing accounts for. */

import type { NumberView } from '../../ipc/generated/wire';

export type Line = { kind: 'held'; row: NumberView } | { kind: 'gap'; first: number; last: number };

/**
 * `rows` are held numbers, the highest first; `gaps` are free ranges in order. A gap is shown where it belongs; below the last row only once there is
 * nothing `more` to be read.
 */
export function lines(rows: readonly NumberView[], gaps: readonly [number, number][], more: boolean): Line[] {
  const lowest = more ? (rows.at(-1)?.number ?? 0) : 0;
  const free = gaps.filter(([first]) => first > lowest).map(([first, last]): Line => ({ kind: 'gap', first, last }));
  const held = rows.map((row): Line => ({ kind: 'held', row }));
  return [...held, ...free].sort((a, b) => start(b) - start(a));
}

function start(line: Line): number {
  return line.kind === 'held' ? line.row.number : line.first;
}

/** How many numbers are free. */
export function freeCount(gaps: readonly [number, number][]): number {
  return gaps.reduce((count, [first, last]) => count + last - first + 1, 0);
}

/** The free numbers themselves, the first few: so many that they are still looked through. */
export function freeNumbers(gaps: readonly [number, number][], most = 50): number[] {
  const numbers: number[] = [];
  for (const [first, last] of gaps) {
    for (let number = first; number <= last && numbers.length < most; number++) numbers.push(number);
  }
  return numbers;
}
