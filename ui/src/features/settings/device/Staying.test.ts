import { cleanup, render, screen } from '@testing-library/svelte';
import { afterEach, expect, test } from 'vitest';
import Staying from './Staying.svelte';

afterEach(cleanup);

const STAYS = 'Tetap berjalan di dekat jam setelah jendela ditutup';
const STARTS = 'Jalankan Sandika saat Windows dimulai';

test.each([
  [null, null, []],
  [false, null, [[STAYS, false]]],
  [true, false, [[STAYS, true], [STARTS, false]]],
  [null, true, [[STARTS, true]]],
])('only what the computer can do is asked: %s, %s', (stays, autostart, shown) => {
  render(Staying, { stays, autostart });
  const boxes = screen.queryAllByRole<HTMLInputElement>('checkbox');
  expect(boxes.map((box) => [box.labels?.[0]?.textContent?.trim(), box.checked])).toEqual(shown);
  expect(screen.queryAllByRole('group')).toHaveLength(shown.length ? 1 : 0);
});
