import { expect, test, vi } from 'vitest';
import { ApiFailure } from '../../../ipc/call';

const heard = vi.hoisted(() => ({ tell: (_name: string, _payload: unknown): void => {}, stopped: 0 }));

vi.mock('../../../platform', () => ({
  platform: {
    onEvent: (listener: (name: string, payload: unknown) => void) => { heard.tell = listener; return () => {}; },
    stopWork: async () => { heard.stopped++; },
  },
}));

const { listen } = await import('../../../ipc/events');
const { LongWork } = await import('./long.svelte');
listen();

test('progress is followed only while the work is under way', async () => {
  const work = new LongWork();
  const done = await work.work(async () => heard.tell('progress', { stage: 'journal', done: 3, total: 9 }));
  expect([done, work.progress]).toEqual([true, { stage: 'journal', done: 3, total: 9 }]);
  heard.tell('progress', { stage: 'tables', done: 1, total: 1 });
  expect(work.progress?.stage).toBe('journal');
});

test('what the officer ended is no failure, and anything else is', async () => {
  const work = new LongWork();
  const refused = (code: 'stopped' | 'disk-full') => async () => { throw new ApiFailure('store_verify', { code, message: code, faults: [] }); };
  await work.stop();
  expect(heard.stopped).toBe(1);
  expect([await work.work(refused('stopped')), work.failure]).toEqual([false, undefined]);
  expect([await work.work(refused('disk-full')), work.failure?.error.code]).toEqual([false, 'disk-full']);
});
