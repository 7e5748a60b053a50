import { beforeEach, expect, test, vi } from 'vitest';

const { rpc } = vi.hoisted(() => ({ rpc: vi.fn() }));

vi.mock('../../../platform', () => ({ platform: { rpc } }));

import { NextNumber } from './next.svelte';

const fields = (pattern: string) => ({ pattern, classification: '', unit: 'Diskominfo', section: '' });

beforeEach(() => {
  vi.useFakeTimers();
  rpc.mockReset().mockImplementation(async (_: string, args: string) => {
    const { register, fields } = JSON.parse(args) as { register: string; fields: { pattern: string } };
    return JSON.stringify(fields.pattern.includes('{urut}')
      ? { number: 13, text: `${register} ${fields.pattern.replace('{urut}', '13')}`, fault: null }
      : { number: 13, text: null, fault: 'Pola nomor harus memuat {urut}.' });
  });
  return () => vi.useRealTimers();
});

test('the core tells the number, or why there is none', async () => {
  const next = new NextNumber();
  await next.now('keluar', fields('{urut}/x'));
  expect([next.text, next.fault]).toEqual(['keluar 13/x', null]);
  await next.now('keluar', fields('x'));
  expect([next.text, next.fault]).toEqual([null, 'Pola nomor harus memuat {urut}.']);
});

test('quick typing asks once, with what was typed last', async () => {
  const next = new NextNumber();
  for (const pattern of ['{urut}/a', '{urut}/ab', '{urut}/abc']) next.soon('keluar', fields(pattern));
  await vi.runAllTimersAsync();
  expect([rpc.mock.calls.length, next.text]).toEqual([1, 'keluar 13/abc']);
});

test('a slow answer does not take the place of a newer one', async () => {
  const next = new NextNumber();
  let late = (_: string): void => undefined;
  rpc.mockImplementationOnce(() => new Promise<string>((resolve) => (late = resolve)));
  const first = next.now('keluar', fields('{urut}/lama'));
  await next.now('keluar', fields('{urut}/baru'));
  late(JSON.stringify({ number: 13, text: '13/lama', fault: null }));
  await first;
  expect(next.text).toBe('keluar 13/baru');
});

test('a refusal is told where the number would be', async () => {
  const next = new NextNumber();
  rpc.mockRejectedValueOnce(JSON.stringify({ code: 'office-closed', message: 'Kantor belum dibuka.', faults: [] }));
  await next.now('keluar', fields('{urut}'));
  expect(next.fault).toBe('Kantor belum dibuka.');
});
