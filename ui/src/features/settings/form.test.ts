import { beforeEach, expect, test, vi } from 'vitest';
import { ApiFailure } from '../../ipc/call';
import { Draft } from '../../shared/drafts.svelte';
import { Unreadable } from './faults';
import { Form } from './form.svelte';

const { kept, rpc } = vi.hoisted(() => ({ kept: new Map<string, string>(), rpc: vi.fn() }));

vi.mock('../../platform', () => ({ platform: { rpc, onClose: () => () => {} } }));

/** The draft commands of the core, in a map. */
async function core(command: string, args: string): Promise<string> {
  const { key, body } = JSON.parse(args) as { key: string; body: string };
  if (command === 'draft_save') kept.set(key, body);
  if (command === 'draft_discard') return JSON.stringify({ value: kept.delete(key), changed: [] });
  if (command === 'draft_load') return JSON.stringify(kept.has(key) ? { key, body: kept.get(key), case: null, saved_at: '' } : null);
  return JSON.stringify({ value: null, changed: [] });
}

type Values = { name: string; city: string };
const HELD: Values = { name: 'Dinas', city: 'Ranai' };

function made(record: (values: Values) => Promise<void> = async () => {}): Form<Values> {
  return new Form(HELD, record, 'pengaturan/uji', (key, body) => new Draft(key, body));
}

const type = (form: Form<Values>, name: string) => {
  form.values.name = name;
  form.keep(JSON.stringify(form.values));
};

const refusal = (more: object) => new ApiFailure('office_record', { code: 'invalid-fields', message: 'Tidak dapat dicatat.', faults: [], ...more });

beforeEach(() => {
  kept.clear();
  rpc.mockReset().mockImplementation(core);
});

test('typing is kept and found again by the next form', async () => {
  const form = made();
  await form.restore();
  expect([form.ready, form.recovered, form.dirty]).toEqual([true, false, false]);
  type(form, 'Dinas Kominfo');
  await form.draft.flush();
  const next = made();
  await next.restore();
  expect([next.recovered, next.values.name, next.values.city]).toEqual([true, 'Dinas Kominfo', 'Ranai']);
});

test('typing that comes back to what the core holds is no draft', async () => {
  const form = made();
  await form.restore();
  type(form, 'x');
  await form.draft.flush();
  type(form, 'Dinas');
  await vi.waitFor(() => expect(kept.size).toBe(0));
  expect(form.dirty).toBe(false);
});

test('a draft that cannot be read is no reason to refuse the form', async () => {
  kept.set('pengaturan/uji', '{');
  const form = made();
  await form.restore();
  expect([form.ready, form.recovered, form.values.name]).toEqual([true, false, 'Dinas']);
});

test('what was recorded is held, and its draft is gone', async () => {
  const record = vi.fn(async () => {});
  const form = made(record);
  await form.restore();
  type(form, 'Dinas Kominfo');
  await form.draft.flush();
  expect(await form.submit()).toBe(true);
  expect(record).toHaveBeenCalledWith({ name: 'Dinas Kominfo', city: 'Ranai' });
  expect([form.dirty, kept.size]).toEqual([false, 0]);
});

test('pressed twice, it is recorded once', async () => {
  const record = vi.fn(async () => {});
  const form = made(record);
  await Promise.all([form.submit(), form.submit(), form.submit()]);
  expect(record).toHaveBeenCalledTimes(1);
});

test('a refusal stands at its fields, each sentence once, and typing stays', async () => {
  const fault = { field: 'name', text: 'Nama wajib diisi.' };
  const form = made(async () => Promise.reject(refusal({ faults: [fault, fault] })));
  type(form, '');
  expect(await form.submit()).toBe(false);
  expect([form.faults, form.error('name'), form.error('city'), form.failure, form.dirty]).toEqual([[fault], 'Nama wajib diisi.', undefined, undefined, true]);
});

test('what was mended is not said any more, the rest is', async () => {
  const faults = [{ field: 'name', text: 'Nama kosong.' }, { field: 'city', text: 'Kota kosong.' }];
  const form = made(async () => Promise.reject(refusal({ faults })));
  await form.submit();
  form.mended('name');
  expect(form.faults).toEqual([faults[1]]);
});

test('a refusal of one field, of no field, and of the form itself', async () => {
  const one = made(async () => Promise.reject(refusal({ field: 'city' })));
  await one.submit();
  expect(one.error('city')).toBe('Tidak dapat dicatat.');
  const none = made(async () => Promise.reject(refusal({})));
  await none.submit();
  expect([none.faults, none.failure?.message]).toEqual([[], 'Tidak dapat dicatat.']);
  const own = made(async () => Promise.reject(new Unreadable([{ field: 'name', text: 'x' }])));
  await own.submit();
  expect(own.error('name')).toBe('x');
});

test('what the core holds anew is shown, but never over typing', async () => {
  const form = made();
  form.renew({ name: 'Badan', city: 'Ranai' });
  expect([form.values.name, form.dirty]).toEqual(['Badan', false]);
  type(form, 'Balai');
  form.renew({ name: 'Dinas', city: 'Natuna' });
  expect([form.values, form.dirty]).toEqual([{ name: 'Balai', city: 'Ranai' }, true]);
});

test('typing that was thrown away can be brought back', async () => {
  const form = made();
  await form.restore();
  type(form, 'Dinas Kominfo');
  const bringBack = await form.discard();
  expect([form.values.name, form.dirty]).toEqual(['Dinas', false]);
  bringBack();
  expect(form.values.name).toBe('Dinas Kominfo');
});
