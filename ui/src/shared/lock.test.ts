import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchDesk } from './lock.svelte';

const { call } = vi.hoisted(() => ({ call: vi.fn(async () => ({})) }));
vi.mock('../ipc/call', () => ({ call, ApiFailure: class extends Error {} }));

let end: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  call.mockClear();
  end = watchDesk();
});

afterEach(() => {
  end();
  vi.useRealTimers();
});

const locked = () => call.mock.calls.filter(([name]: unknown[]) => name === 'desk_lock').length;

test('a desk that nobody touches is locked after five minutes', async () => {
  await vi.advanceTimersByTimeAsync(4 * 60_000);
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
  await vi.advanceTimersByTimeAsync(4 * 60_000);
  expect(locked()).toBe(0);
  await vi.advanceTimersByTimeAsync(61_000);
  expect(locked()).toBe(1);
});

test('a computer that slept finds its desk locked, however short it was untouched before', async () => {
  await vi.advanceTimersByTimeAsync(10_000);
  vi.setSystemTime(Date.now() + 120_000);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(locked()).toBe(1);
});

test('nothing is locked once the watch has ended', async () => {
  end();
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect(locked()).toBe(0);
});
