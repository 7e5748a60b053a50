import { expect, test, vi } from 'vitest';
import { ApiFailure, call } from './call';
import { Resource } from './resource.svelte';
import { subscribe } from './topics';

/** What the core answers next. */
const core = vi.hoisted(() => ({ answer: (): Promise<string> => Promise.resolve('null') }));

vi.mock('../platform', () => ({ platform: { rpc: () => core.answer() } }));

test('a change is unwrapped, and only those who show it are told', async () => {
  const told: string[] = [];
  const ends = [subscribe(['owners', 'cases'], () => told.push('list')), subscribe(['letters'], () => told.push('letters'))];
  core.answer = () => Promise.resolve('{"value":"0187","changed":["owners"]}');
  expect(await call('owner_record', { details: {} as never })).toBe('0187');
  expect(told).toEqual(['list']);
  ends.forEach((end) => end());
  await call('owner_record', { details: {} as never });
  expect(told).toEqual(['list']);
});

test('what a command reads comes as it is', async () => {
  core.answer = () => Promise.resolve('[{"register":"x"}]');
  expect(await call('reason_list', {})).toEqual([{ register: 'x' }]);
});

test.each([
  ['{"code":"stale","message":"Perkara sudah berubah.","faults":[]}', 'stale', 'Perkara sudah berubah.'],
  ['Failed to fetch', 'internal', 'Failed to fetch'],
  ['{"message":"tanpa kode"}', 'internal', '{"message":"tanpa kode"}'],
])('a refusal is told: %s', async (fault, code, message) => {
  core.answer = () => Promise.reject(fault);
  const failure = await call('reason_list', {}).catch((thrown: unknown) => thrown);
  expect(failure).toBeInstanceOf(ApiFailure);
  expect((failure as ApiFailure).error).toMatchObject({ code, message });
});

test('a change is read again once, and not at all when its own answer brought the value', async () => {
  let read = 0;
  const resource = new Resource(async () => ++read);
  resource.stale();
  resource.stale();
  await new Promise((resolve) => setTimeout(resolve));
  expect(read).toBe(1);
  resource.stale();
  resource.set(7);
  await new Promise((resolve) => setTimeout(resolve));
  expect([read, resource.value]).toEqual([1, 7]);
});

test('an answer that a later reading has overtaken is not shown', async () => {
  const answers: ((value: string) => void)[] = [];
  const resource = new Resource(() => new Promise<string>((resolve) => answers.push(resolve)));
  const [first, second] = [resource.refresh(), resource.refresh()];
  answers[1]?.('baru');
  await second;
  answers[0]?.('lama');
  await first;
  expect([resource.value, resource.loading]).toEqual(['baru', false]);
});
