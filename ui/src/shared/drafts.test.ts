import { beforeEach, expect, test, vi } from 'vitest';
import { Draft } from './drafts.svelte';

const { kept, rpc } = vi.hoisted(() => ({ kept: new Map<string, string>(), rpc: vi.fn() }));

vi.mock('../platform', () => ({ platform: { rpc, onClose: () => () => {} } }));

/** The draft commands of the core, in a map. */
async function core(command: string, args: string): Promise<string> {
  const { key, body } = JSON.parse(args) as { key: string; body: string };
  if (command === 'draft_save') kept.set(key, body);
  if (command === 'draft_discard') return JSON.stringify({ value: kept.delete(key), changed: ['drafts'] });
  if (command === 'draft_load') return JSON.stringify(kept.has(key) ? { key, body: kept.get(key), case: null, saved_at: '' } : null);
  return JSON.stringify({ value: null, changed: ['drafts'] });
}

beforeEach(() => {
  vi.useFakeTimers();
  kept.clear();
  rpc.mockReset().mockImplementation(core);
});

test('typing is kept within a second of the last key', async () => {
  let typed = '';
  const draft = new Draft('a', () => typed);
  for (const letter of 'sandi') {
    typed += letter;
    draft.touch();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(draft.state).toBe('saving');
  expect(rpc).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(kept.get('a')).toBe('"sandi"');
  expect(draft.state).toBe('saved');
  expect(await draft.load()).toBe('sandi');
});

test('leaving keeps at once, and an older text never overtakes a newer one', async () => {
  let typed = 'satu';
  const draft = new Draft('a', () => typed);
  let release: () => void = () => {};
  rpc.mockImplementationOnce(async (command: string, args: string) => {
    await new Promise<void>((resolve) => (release = resolve));
    return core(command, args);
  });
  draft.touch();
  const first = draft.flush();
  await vi.advanceTimersByTimeAsync(0);
  typed = 'dua';
  draft.touch();
  const second = draft.flush();
  await vi.advanceTimersByTimeAsync(0);
  release();
  await Promise.all([first, second]);
  expect(rpc).toHaveBeenCalledTimes(2);
  expect(kept.get('a')).toBe('"dua"');
  expect(draft.state).toBe('saved');
});

test('what could not be kept is said, and tried again on leaving', async () => {
  const draft = new Draft('a', () => 'isi');
  rpc.mockRejectedValueOnce('{"code":"disk-full","message":"Penyimpanan penuh.","faults":[]}');
  draft.touch();
  await draft.flush();
  expect(draft.state).toBe('failed');
  await draft.flush();
  expect([draft.state, kept.get('a')]).toEqual(['saved', '"isi"']);
});

test('what could not be kept is tried again by itself, until whoever typed has gone', async () => {
  const draft = new Draft('a', () => 'isi');
  const held = '{"code":"held","message":"Berkas data sedang ditahan.","faults":[]}';
  rpc.mockRejectedValueOnce(held).mockRejectedValueOnce(held);
  draft.touch();
  await vi.advanceTimersByTimeAsync(5_000);
  expect([draft.state, rpc.mock.calls.length]).toEqual(['failed', 2]);
  await vi.advanceTimersByTimeAsync(4_000);
  expect([draft.state, kept.get('a')]).toEqual(['saved', '"isi"']);
  rpc.mockRejectedValueOnce(held);
  draft.touch();
  draft.end();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([draft.state, rpc.mock.calls.length]).toEqual(['failed', 4]);
});

test('a draft that became a fact does not come back', async () => {
  const draft = new Draft('a', () => 'isi');
  draft.touch();
  await draft.flush();
  draft.touch();
  await draft.discard();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(kept.has('a')).toBe(false);
  expect(draft.state).toBe('none');
});
