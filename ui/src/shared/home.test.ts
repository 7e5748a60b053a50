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
  const shut = '{"code":"office-closed","message":"Belum dibuka.","faults":[]}';
  for (const [answers, opening, expected] of [
    [[Promise.resolve('{}')], Promise.resolve(), 1],
    [[Promise.reject(shut), Promise.resolve('{}')], Promise.resolve(), 2],
    [[Promise.reject(shut), Promise.resolve('{}')], Promise.reject(new Error('kata sandi')), 2],
  ] as const) {
    rpc.mockReset();
    answers.forEach((answer) => rpc.mockReturnValueOnce(answer));
    askBehind(opening);
    await opening.catch(() => undefined);
    await home.refresh();
    expect([rpc.mock.calls.length, home.value]).toEqual([expected, {}]);
  }
});
