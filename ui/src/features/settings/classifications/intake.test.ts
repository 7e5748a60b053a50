import { beforeEach, expect, test, vi } from 'vitest';

const { rpc } = vi.hoisted(() => ({ rpc: vi.fn() }));

vi.mock('../../../platform', () => ({ platform: { rpc } }));

import { Intake } from './intake.svelte';

const row = (code: string, name: string, note = '') => ({ code, name, note });
const checked = (more = {}) => ({
  seen: 'h1', counts: { added: 1, changed: 1, unchanged: 4, removed: 1 }, added: [row('1', 'baru')], renamed: [{ before: row('2', 'lama', 'ket'), after: row('2', 'lain') }],
  removed: [row('3', 'hilang')], faults: [], faulty: 0, ...more,
});
const sent = () => rpc.mock.calls.map(([command, args]) => [command, JSON.parse(args as string) as unknown]);

beforeEach(() => {
  rpc.mockReset().mockImplementation(async () => JSON.stringify(checked()));
});

test('a file is looked at, told with what it takes away first, and taken as it was seen', async () => {
  const intake = new Intake({ path: '/d/daftar.csv', name: 'daftar.csv' });
  expect(intake.ready).toBe(false);
  await intake.look();
  expect([intake.ready, intake.total, intake.busy]).toEqual([true, 3, false]);
  expect(intake.changes.map(({ kind, row, before }) => [kind, row.code, before])).toEqual([['removed', '3', undefined], ['changed', '2', 'lama (ket)'], ['added', '1', undefined]]);
  intake.replace = true;
  rpc.mockResolvedValue('{"value":null,"changed":["office"]}');
  expect(await intake.take()).toBe(true);
  expect(sent()).toEqual([
    ['classification_check', { path: '/d/daftar.csv', replace: false }],
    ['classification_import', { path: '/d/daftar.csv', replace: true, seen: 'h1' }],
  ]);
});

test('a faulty file and one that changes nothing cannot be taken', async () => {
  const intake = new Intake({ path: 'x', name: 'x' });
  for (const more of [{ faulty: 1, faults: [{ line: 2, text: 'Kode kosong.' }] }, { counts: { added: 0, changed: 0, unchanged: 9, removed: 0 } }]) {
    rpc.mockResolvedValueOnce(JSON.stringify(checked(more)));
    await intake.look();
    expect(intake.ready).toBe(false);
  }
});

test('a slow look does not take the place of a newer one, and cannot be taken meanwhile', async () => {
  const intake = new Intake({ path: 'x', name: 'x' });
  let late = (_: string): void => undefined;
  rpc.mockImplementationOnce(() => new Promise<string>((resolve) => (late = resolve)));
  const first = intake.look();
  expect([intake.busy, intake.ready]).toEqual([true, false]);
  rpc.mockResolvedValueOnce(JSON.stringify(checked({ seen: 'baru' })));
  await intake.look();
  late(JSON.stringify(checked({ seen: 'lama' })));
  await first;
  expect([intake.check?.seen, intake.busy]).toEqual(['baru', false]);
});

test('why a file was refused is told, and looking again forgets it', async () => {
  const intake = new Intake({ path: 'x', name: 'x' });
  await intake.look();
  rpc.mockRejectedValueOnce(JSON.stringify({ code: 'conflict', message: 'Berkas ini sudah berubah.', faults: [] }));
  expect(await intake.take()).toBe(false);
  expect([intake.failure?.error.message, intake.busy]).toEqual(['Berkas ini sudah berubah.', false]);
  await intake.look();
  expect(intake.failure).toBeUndefined();
});
