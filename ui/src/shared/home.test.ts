import { expect, test, vi } from 'vitest';
import { publish } from '../ipc/topics';
import { followHome, home } from './home.svelte';

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
