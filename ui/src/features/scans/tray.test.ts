import { beforeEach, expect, test, vi } from 'vitest';
import type { ScanRowView } from '../../ipc/generated/wire';
import { shelfAt, placeOf } from './place';
import { Bringing } from './bring.svelte';
import { sorted } from './folders.svelte';
import { Tray } from './tray.svelte';
import { listed, stateOf } from './words';

/** What the core holds: ids from new to old, and files that it refuses. */
const core = { ids: [] as string[], bad: ['rusak.pdf'], asked: [] as unknown[] };
const row = (id: string) => ({ id, state: 'kotak', signed: id.startsWith('s'), pages: 1 }) as ScanRowView;

vi.mock('../../platform', () => ({
  platform: {
    rpc: async (command: string, text: string) => {
      const args = JSON.parse(text);
      if (command === 'scan_bring') {
        if (core.bad.some((name) => args.path.endsWith(name))) throw JSON.stringify({ code: 'file', message: 'Berkas rusak.', faults: [] });
        return JSON.stringify({ value: `id-${args.path}`, changed: [] });
      }
      core.asked.push(args);
      const from = args.before ? core.ids.indexOf(args.before) + 1 : 0;
      return JSON.stringify({ rows: core.ids.slice(from, from + args.limit).map(row), counts: { waiting: 0, tray: core.ids.length, filed: 0, discarded: 0 } });
    },
  },
}));

beforeEach(() => {
  core.asked = [];
});

test('the list is read a page at a time, and again as far as it was shown', async () => {
  core.ids = Array.from({ length: 70 }, (_, at) => `r${at}`);
  const tray = new Tray();
  await tray.open('kotak');
  expect([tray.rows?.length, tray.more, tray.counts?.tray]).toEqual([50, true, 70]);
  await tray.next();
  expect([tray.rows?.length, tray.more]).toEqual([70, false]);
  core.ids.unshift('fresh');
  await tray.again();
  expect(tray.rows?.map(({ id }) => id).slice(0, 2)).toEqual(['fresh', 'r0']);
  expect(tray.rows).toHaveLength(71);
});

test('another shelf begins anew, and nothing is marked there', async () => {
  core.ids = ['b', 'a'];
  const tray = new Tray();
  await tray.open('kotak');
  tray.mark('a', true);
  const other = tray.open('tersimpan');
  expect([tray.rows, tray.marked]).toEqual([undefined, []]);
  await other;
  expect(core.asked.at(-1)).toMatchObject({ shelf: 'tersimpan' });
});

test('scans become one in the order of the list, however they were marked; signed ones never', async () => {
  core.ids = ['c', 'signed', 'b', 'a'];
  const tray = new Tray();
  await tray.open('kotak');
  for (const id of ['a', 'signed', 'c']) tray.mark(id, true);
  expect(tray.together).toEqual(['c', 'a']);
  tray.mark('c', false);
  expect(tray.together).toEqual(['a']);
});

test('the row below takes the place of one that goes, at the end the one above', async () => {
  core.ids = ['c', 'b', 'a'];
  const tray = new Tray();
  await tray.open('kotak');
  expect(['c', 'b', 'a'].map((id) => tray.beside(id))).toEqual(['b', 'a', 'b']);
  tray.drop('b');
  expect(tray.rows?.map(({ id }) => id)).toEqual(['c', 'a']);
});

test('a refused file keeps no other from coming in', async () => {
  const bringing = new Bringing();
  const came = await bringing.take(['baik.pdf', 'rusak.pdf', 'juga.png'].map((name) => ({ name, path: `/t/${name}` })));
  expect(came).toEqual(['id-/t/baik.pdf', 'id-/t/juga.png']);
  expect([bringing.refused, bringing.busy]).toEqual([[{ name: 'rusak.pdf', why: 'Berkas rusak.' }], false]);
});

test('addresses name the shelf and the scan', () => {
  expect([placeOf('kotak'), placeOf('kotak', 'x'), placeOf('tersimpan', 'x')]).toEqual(['pindai', 'pindai/x', 'pindai/x?rak=tersimpan']);
  const at = (query: string) => shelfAt({ query: new URLSearchParams(query) });
  expect([at(''), at('rak=disisihkan'), at('rak=entah')]).toEqual(['kotak', 'disisihkan', 'kotak']);
});

test('files that only come are told apart from those that are held up; pages are listed in words', () => {
  const file = (name: string, usual: boolean) => ({ name, usual, minutes: 0, why: '' });
  expect(sorted([file('a', true), file('b', false)])).toMatchObject({ coming: [{ name: 'a' }], stuck: [{ name: 'b' }] });
  expect([listed([1]), listed([1, 3]), listed([1, 2, 5])]).toEqual(['1', '1 dan 3', '1, 2 dan 5']);
});

test('a scan that is being read says at which page it is', () => {
  const waits = { id: 'a', state: 'menunggu' } as const;
  const said = [{ id: 'a', pages: 2 }, { id: 'b', pages: 2 }, null].map((reading) => stateOf(waits, reading));
  expect(said).toEqual(['Membaca halaman 3 …', 'Menunggu dibaca', 'Menunggu dibaca']);
});
