import { expect, test, vi } from 'vitest';
import { ApiFailure } from '../../ipc/call';

const core = vi.hoisted(() => ({ answers: [] as unknown[], asked: [] as [string, Record<string, unknown>][] }));

vi.mock('../../platform', () => ({
  platform: {
    onEvent: () => () => {},
    stopWork: async () => {},
    rpc: async () => { throw new Error('not asked'); },
  },
}));
vi.mock('../../ipc/call', async (original) => ({
  ...(await original<typeof import('../../ipc/call')>()),
  call: async (command: string, args: Record<string, unknown>) => {
    core.asked.push([command, args]);
    const answer = core.answers.shift();
    if (answer instanceof ApiFailure) throw answer;
    return answer;
  },
}));

const { Batch } = await import('./batch.svelte');

const line = (agenda: string, more: object = {}) => ({ case: `c${agenda}`, agenda, owner: 'Ani', issued: null, why: [], ...more });
const letter = (id: string, number: string) => ({ letter: id, version: 1, number });

test('only what was checked is issued', async () => {
  const batch = new Batch(['c1', 'c2'], '2026-11-21');
  batch.template = 'surat-rekomendasi-pencabutan';
  expect([batch.ready, await batch.issue()]).toEqual([false, false]);
  core.answers = [{ ready: true, lines: [line('1'), line('2', { why: ['Langkah lain.'] })], why: [] }];
  await batch.look();
  expect([batch.ready, batch.free, batch.lines.length]).toEqual([true, 1, 2]);
  batch.signatory = 'sekretaris';
  expect([batch.ready, batch.changed, await batch.issue()]).toEqual([false, true, false]);
  batch.signatory = '';
  core.answers = [{ stopped: false, lines: [line('1', { issued: letter('a', '000/1') }), line('2', { why: ['Langkah lain.'] })] }];
  expect(await batch.issue()).toBe(true);
  expect(batch.letters).toEqual(['a']);
  expect([batch.ready, batch.free]).toEqual([false, 1]);
  const wanted = { cases: ['c1', 'c2'], shape: 'satuan', template: 'surat-rekomendasi-pencabutan', values: {}, dated: '2026-11-21' };
  expect(core.asked.splice(0)).toEqual([['letter_batch_check', wanted], ['letter_batch', wanted]]);
});

test('one letter about all is one letter, and a refusal leaves the check standing', async () => {
  const batch = new Batch(['c1', 'c2'], '');
  [batch.template, batch.shape, batch.values] = ['surat', 'bersama', { sistem: 'SRIKANDI', kegunaan: '  ' }];
  core.answers = [
    { ready: true, lines: [line('1'), line('2')], why: [] },
    new ApiFailure('letter_batch', { code: 'conflict', message: 'Berubah.', faults: [] }),
    { stopped: false, lines: [line('1', { issued: letter('a', '000/1') }), line('2', { issued: letter('a', '000/1') })] },
  ];
  await batch.look();
  expect([await batch.issue(), batch.failure?.error.message, batch.ready]).toEqual([false, 'Berubah.', true]);
  expect([await batch.issue(), batch.letters]).toEqual([true, ['a']]);
  expect(core.asked[0]?.[1]).toEqual({ cases: ['c1', 'c2'], shape: 'bersama', template: 'surat', values: { sistem: 'SRIKANDI' } });
});
