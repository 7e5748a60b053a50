import { beforeEach, expect, test, vi } from 'vitest';

const { rpc } = vi.hoisted(() => ({ rpc: vi.fn() }));

vi.mock('../../platform', () => ({ platform: { rpc } }));

import { Finder, type Entry } from './finder.svelte';

const own: Entry[] = [
  { id: 'a', group: 'action', title: 'Permohonan baru', detail: '', path: 'permohonan/baru' },
  { id: 'p', group: 'place', title: 'Pemilik', detail: '', path: 'pemilik' },
];
const hit = (kind: string, title: string) => ({ kind, id: title, cursor: 1, title, detail: '' });
const titles = (finder: Finder) => finder.entries.map((entry) => entry.title);

beforeEach(() => {
  vi.useFakeTimers();
  rpc.mockReset().mockImplementation(async (_: string, args: string) => {
    const { text, kind } = JSON.parse(args) as { text: string; kind: string };
    return JSON.stringify([hit(kind, `${kind} ${text}`)]);
  });
});

test('one search of each kind after the last key', async () => {
  const finder = new Finder(() => own);
  for (const text of ['p', 'pe', 'pem']) finder.type(text);
  expect(rpc).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(rpc).toHaveBeenCalledTimes(3);
  expect(titles(finder)).toEqual(['case pem', 'owner pem', 'letter pem', 'Pemilik']);
  expect(finder.searching).toBe(false);
});

test('the newest answer wins', async () => {
  const answers: (() => void)[] = [];
  rpc.mockImplementation((_: string, args: string) => {
    const { text, kind } = JSON.parse(args) as { text: string; kind: string };
    return new Promise<string>((resolve) => answers.push(() => resolve(JSON.stringify([hit(kind, text)]))));
  });
  const finder = new Finder(() => []);
  finder.type('lama');
  await vi.advanceTimersByTimeAsync(200);
  finder.type('baru');
  await vi.advanceTimersByTimeAsync(200);
  answers.slice(3).forEach((answer) => answer());
  await vi.advanceTimersByTimeAsync(0);
  answers.slice(0, 3).forEach((answer) => answer());
  await vi.advanceTimersByTimeAsync(0);
  expect(titles(finder)).toEqual(['baru', 'baru', 'baru']);
});

test('commands and places are found by every word, and all stand there at first', async () => {
  rpc.mockResolvedValue('[]');
  const finder = new Finder(() => own);
  expect(titles(finder)).toEqual(['Permohonan baru', 'Pemilik']);
  finder.type('BARU perm');
  expect(titles(finder)).toEqual(['Permohonan baru']);
});
