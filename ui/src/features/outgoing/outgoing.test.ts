import { expect, test, vi } from 'vitest';
import type { OutgoingView } from '../../ipc/generated/wire';

vi.mock('../../platform', () => ({ platform: {} }));

const { news } = await import('./outgoing.svelte');
const { OTHER, Sending } = await import('./sending.svelte');
const { period } = await import('../../shared/fields/period');

const one = (id: string, more: Partial<OutgoingView> = {}): OutgoingView => ({
  id, letter: id, version: 1, title: `Surat ${id}`, number: null, case: null, agenda: '', owner_name: '', copies: 2, way: 'printer', printer: null, reason: '', state: 'menunggu', tries: 0,
  problem: null, queued_at: '', tried_again_at: null, ...more,
});

test.each([
  ['it has left', [one('a')], [], [], ['done: Surat a sudah dicetak, 2 rangkap.']],
  ['it lies in the folder', [one('a', { way: 'folder' })], [], [], ['done: Surat a sudah diletakkan di folder keluaran, 2 rangkap.']],
  ['the officer took it out', [one('a')], [], ['a'], []],
  ['it begins', [one('a')], [one('a', { state: 'dikirim' })], [], []],
  ['it is refused', [one('a', { state: 'dikirim' })], [one('a', { state: 'gagal', tries: 1, problem: 'kertas habis' })], [], ['late: Surat a belum keluar: kertas habis']],
  ['the same refusal seen again', [one('a', { state: 'gagal', tries: 1, problem: 'x' })], [one('a', { state: 'gagal', tries: 1, problem: 'x' })], [], []],
  ['it is tried again with its old refusal', [one('a', { state: 'gagal', tries: 1, problem: 'x' })], [one('a', { state: 'dikirim', tries: 1, problem: 'x' })], [], []],
])('what is said when %s', (_, before, now, taken, expected) => {
  expect(news(before, now, new Set(taken)).map(({ told, tone }) => `${tone}: ${told}`)).toEqual(expected);
});

test.each([
  ['the first time', false, '', '', '', false],
  ['again without a reason', true, '', '', '', true],
  ['again with a usual reason', true, 'Hilang', '', 'Hilang', false],
  ['again in blank words', true, OTHER, '  ', '', true],
  ['again in own words', true, OTHER, ' untuk Pak Sekretaris ', 'untuk Pak Sekretaris', false],
  ['the first time after all', false, 'Hilang', '', '', false],
])('%s', (_, asksWhy, why, ownWords, reason, wrong) => {
  const sending = new Sending(undefined);
  [sending.asksWhy, sending.why, sending.ownWords] = [asksWhy, why, ownWords];
  expect([sending.reason, sending.wrong]).toEqual([reason, wrong]);
});

test.each([
  ['the printer that is chosen', 'printer', 'Loket', 'f4', 'Loket memakai A4'],
  ['the computer’s usual printer', 'printer', '', 'f4', 'Depan memakai Legal'],
  ['the right paper', 'printer', 'Loket', 'a4', null],
  ['a printer that is not known', 'printer', 'Gudang', 'f4', null],
  ['a paper that is not known', 'printer', 'Loket', null, null],
  ['the folder', 'folder', 'Loket', 'f4', null],
] as const)('the paper of a letter is warned of: %s', (_, way, printer, paper, warning) => {
  const sending = new Sending(undefined);
  const info = (name: string, usual: boolean, said: string) => ({ name, default: usual, ready: true, detail: '', papers: [{ paper: 'f4', warning: said }, { paper: 'a4', warning: null }] });
  sending.printers = [info('Loket', false, 'Loket memakai A4'), info('Depan', true, 'Depan memakai Legal')];
  [sending.way, sending.printer, sending.paper] = [way, printer, paper];
  expect(sending.warning).toBe(warning);
});

test.each([
  ['', '', {}],
  ['2026-11-01', '', { from: '2026-11-01' }],
  ['', '2026-11-30', { until: '2026-11-30' }],
  ['2026-11-30', '2026-11-01', { from: '2026-11-01', until: '2026-11-30' }],
])('the period from %s until %s', (from, until, asked) => {
  expect(period(from, until)).toEqual(asked);
});

test.each([['1', false], ['99', false], ['0', true], ['100', true], ['1,5', true], ['', true]])('%s copies', (typed, wrong) => {
  const sending = new Sending(undefined);
  sending.copies = typed;
  expect(sending.wrong).toBe(wrong);
});
