import { beforeEach, expect, test } from 'vitest';
import { EVERYTHING } from './filter';
import { SavedViews } from './saved.svelte';

const KEY = 'sandika.permohonan.tampilan';

beforeEach(() => localStorage.clear());

test('views are kept by name, in order, and can be taken away', () => {
  const views = new SavedViews();
  views.keep('Saya', { ...EVERYTHING, assignee: 'A' });
  views.keep('Menunggu', { ...EVERYTHING, standing: 'waiting' });
  views.keep('Saya', { ...EVERYTHING, assignee: 'B' });
  expect(new SavedViews().list.map(({ name, filter }) => [name, filter.assignee])).toEqual([['Menunggu', ''], ['Saya', 'B']]);
  views.remove('Menunggu');
  expect(new SavedViews().list).toHaveLength(1);
});

const broken = ['', '{', '[]', '{"version":2,"list":[]}', '{"version":1,"list":[{"name":1},{"name":"a","filter":{"text":3}}]}'];

test.each(broken)('what cannot be read is no view: %s', (kept) => {
  localStorage.setItem(KEY, kept);
  expect(new SavedViews().list).toEqual([]);
});
