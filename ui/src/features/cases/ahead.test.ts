import { beforeEach, expect, test, vi } from 'vitest';
import { publish } from '../../ipc/topics';
import { go } from '../../shared/route.svelte';
import { readAhead, readSoon } from './ahead';

const rpc = vi.hoisted(() => vi.fn());

vi.mock('../../platform', () => ({ platform: { rpc } }));

beforeEach(() => {
  vi.useFakeTimers();
  rpc.mockReset().mockImplementation((command: string) => Promise.resolve(JSON.stringify(command === 'case_show' ? { agenda: '7/2026' } : [])));
});

test('a case is read on the way to its screen, and handed over once', async () => {
  await go('permohonan/0187');
  const ahead = readAhead('0187');
  expect([ahead?.view.agenda, ahead?.timeline]).toEqual(['7/2026', []]);
  expect(readAhead('0187')).toBeUndefined();
});

test('another case, or one that was read a while ago, is read anew', async () => {
  await go('permohonan/0188');
  expect(readAhead('0189')).toBeUndefined();
  await go('permohonan/0188');
  vi.advanceTimersByTime(5_001);
  expect(readAhead('0188')).toBeUndefined();
});

test('a case that cannot be read leaves the word to its screen, and a new request is none', async () => {
  rpc.mockRejectedValue('{"code":"not-found","message":"Tidak ada.","faults":[]}');
  await go('permohonan/0190');
  expect([window.location.hash, readAhead('0190')]).toEqual(['#/permohonan/0190', undefined]);
  rpc.mockClear();
  await go('permohonan/baru');
  expect(rpc).not.toHaveBeenCalled();
});

test('what changes after the reading, or during it, is read anew', async () => {
  await go('permohonan/0191');
  publish(['letters']);
  expect(readAhead('0191')).toBeUndefined();
  rpc.mockImplementation((command: string) => {
    if (command === 'case_timeline') publish(['cases']);
    return Promise.resolve('{}');
  });
  await go('permohonan/0191');
  expect(readAhead('0191')).toBeUndefined();
});

test('a case that the officer rests on is read once, and is there when it is opened', async () => {
  const resting = readSoon('0192');
  await Promise.all([resting, go('permohonan/0192')]);
  await readSoon('0192');
  const reads = rpc.mock.calls.filter(([command]) => command === 'case_show');
  expect([reads.length, readAhead('0192')?.id]).toEqual([1, '0192']);
});
