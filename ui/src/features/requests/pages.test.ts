import { expect, test, vi } from 'vitest';

vi.mock('../../platform', () => ({ platform: { rpc: vi.fn() } }));

import { ApiFailure } from '../../ipc/call';
import { Pages } from './pages.svelte';

/** A core with so many rows, newest first; it remembers what it was asked. */
function core(count: number) {
  const asked: [number | undefined, number][] = [];
  const load = async (before: number | undefined, limit: number) => {
    asked.push([before, limit]);
    const from = before ?? count + 1;
    return Array.from({ length: Math.min(limit, from - 1) }, (_, at) => ({ cursor: from - 1 - at }));
  };
  return { asked, load };
}

test('pages follow each other without a gap or a double', async () => {
  const { asked, load } = core(500);
  const pages = new Pages(load);
  await pages.restart(load);
  while (!pages.done) await pages.more();
  expect(pages.rows.map((row) => row.cursor)).toEqual(Array.from({ length: 500 }, (_, at) => 500 - at));
  expect(asked).toEqual([[undefined, 60], [441, 200], [241, 200], [41, 200]]);
});

test('a page is asked for once, however often it is wanted', async () => {
  const { asked, load } = core(1_000);
  const pages = new Pages(load);
  await pages.restart(load);
  await Promise.all([pages.more(), pages.more(), pages.more()]);
  expect(asked).toHaveLength(2);
  expect(pages.rows).toHaveLength(260);
});

test('what an older list still answers is not shown', async () => {
  const old = core(10);
  let answer = () => {};
  const slow = async (before: number | undefined, limit: number) => {
    await new Promise<void>((resolve) => (answer = resolve));
    return old.load(before, limit);
  };
  const pages = new Pages<{ cursor: number }>(slow);
  const first = pages.restart(slow);
  await pages.restart(core(3).load);
  answer();
  await first;
  expect(pages.rows).toHaveLength(3);
});

test('after a change the same rows are read again, in pages that the core gives', async () => {
  const { load } = core(400);
  const pages = new Pages(load);
  await pages.restart(load);
  await pages.more();
  const grown = core(402);
  await pages.resume(grown.load);
  expect(grown.asked).toEqual([[undefined, 200], [203, 60]]);
  expect([pages.rows[0]?.cursor, pages.rows.length, pages.done]).toEqual([402, 260, false]);
});

test('a failure keeps what was shown and does not ask again by itself', async () => {
  const { load } = core(400);
  const pages = new Pages(load);
  await pages.restart(load);
  const failing = vi.fn().mockRejectedValue(new ApiFailure('case_list', { code: 'store', message: 'x', faults: [] }));
  await pages.resume(failing);
  await pages.more();
  expect([pages.rows.length, pages.failure?.error.code, failing.mock.calls.length]).toEqual([60, 'store', 1]);
});
