import { expect, test, vi } from 'vitest';
import { publish } from '../ipc/topics';
import { askBehind, followHome, home } from './home.svelte';

const rpc = vi.hoisted(() => vi.fn().mockResolvedValue('{}'));

vi.mock('../platform', () => ({ platform: { rpc } }));

test('the first page reads nothing that was read just now, and everything that has changed since', async () => {
  vi.useFakeTimers();
  await home.refresh();
  const reads = () => rpc.mock.calls.length;
  followHome([])();
  expect(reads()).toBe(1);

  publish(['drafts']);
  followHome([])();
  expect(reads()).toBe(2);

  // One that is under way is enough.
  followHome([])();
  expect(reads()).toBe(2);

  await vi.advanceTimersByTimeAsync(1_000);
  followHome([])();
  expect(reads()).toBe(3);
});

test('the first page that was asked for behind an opening is not asked for again, unless it came too early or the office stayed shut', async () => {
  const opens = () => Promise.resolve();
  const refusesAfter = (wait: number) => () => new Promise<void>((_, refuse) => setTimeout(refuse, wait));
  for (const [early, opening, expected] of [
    [true, opens, 1],
    [false, opens, 2],
    [true, refusesAfter(0), 1],
    [false, refusesAfter(100), 2],
  ] as const) {
    rpc.mockReset().mockResolvedValue('{}');
    if (!early) rpc.mockImplementationOnce(() => Promise.reject('{"code":"office-closed","message":"Belum dibuka.","faults":[]}'));
    const opened = opening();
    askBehind(opened);
    const reading = opened.catch(() => undefined).then(() => home.refresh());
    await vi.advanceTimersByTimeAsync(200);
    await reading;
    expect([rpc.mock.calls.length, home.value]).toEqual([expected, {}]);
  }
});
