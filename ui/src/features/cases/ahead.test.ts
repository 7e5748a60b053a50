import { beforeEach, expect, test, vi } from 'vitest';
import { publish } from '../../ipc/topics';
import { go } from '../../shared/route.svelte';
import { approachedCase, readAhead, readSoon, restOn, stopApproach, ways } from './ahead.svelte';

const rpc = vi.hoisted(() => vi.fn());

vi.mock('../../platform', () => ({ platform: { rpc } }));

beforeEach(async () => {
  vi.useFakeTimers();
  stopApproach();
  await go('permohonan');
  rpc.mockReset().mockImplementation((command: string) => Promise.resolve(JSON.stringify(command === 'case_show' ? { agenda: '7/2026' } : [])));
});

test('a case is read on the way to its screen, and handed over once', async () => {
  await go('permohonan/0187');
  const ahead = readAhead('0187');
  expect([ahead?.view.agenda, ahead?.timeline]).toEqual(['7/2026', []]);
  expect(readAhead('0187')).toBeUndefined();
});

test('another case, or one that was read a while ago, is read anew', async () => {
  await go('permohonan/0188');
  expect(readAhead('0189')).toBeUndefined();
  await go('permohonan/0188');
  vi.advanceTimersByTime(5_001);
  expect(readAhead('0188')).toBeUndefined();
});

test('a case that cannot be read leaves the word to its screen, and a new request is none', async () => {
  rpc.mockRejectedValue('{"code":"not-found","message":"Tidak ada.","faults":[]}');
  await go('permohonan/0190');
  expect([window.location.hash, readAhead('0190')]).toEqual(['#/permohonan/0190', undefined]);
  rpc.mockClear();
  await go('permohonan/baru');
  expect(rpc).not.toHaveBeenCalled();
});

test('what changes after the reading, or during it, is read anew', async () => {
  await go('permohonan/0191');
  publish(['letters']);
  expect(readAhead('0191')).toBeUndefined();
  rpc.mockImplementation((command: string) => {
    if (command === 'case_timeline') publish(['cases']);
    return Promise.resolve('{}');
  });
  await go('permohonan/0191');
  expect(readAhead('0191')).toBeUndefined();
});

test('a case that the officer rests on is read once, and is there when it is opened', async () => {
  const resting = readSoon('0192');
  await Promise.all([resting, go('permohonan/0192')]);
  await readSoon('0192');
  const reads = rpc.mock.calls.filter(([command]) => command === 'case_show');
  expect([reads.length, readAhead('0192')?.id]).toEqual([1, '0192']);
});

/** A page with a link and a row that lead to cases, and something that does not. */
function page(): HTMLElement {
  const main = document.createElement('main');
  main.innerHTML = '<a href="#/permohonan/0193"><b>satu</b></a><div data-case="0194"></div><a href="#/permohonan/baru">baru</a>';
  ways(main);
  return main;
}

const over = (element: Element | null) => element?.dispatchEvent(new Event('pointerover', { bubbles: true }));

test('a case is approached where somebody rests on a way to it, and no case where they pass over', async () => {
  const main = page();
  over(main.querySelector('b'));
  await vi.advanceTimersByTimeAsync(79);
  over(main.querySelector('div'));
  over(main.querySelector('div'));
  await vi.advanceTimersByTimeAsync(79);
  expect([approachedCase(), rpc.mock.calls.length]).toEqual([undefined, 0]);
  await vi.advanceTimersByTimeAsync(1);
  expect(approachedCase()).toBe('0194');
  over(main);
  await vi.advanceTimersByTimeAsync(500);
  expect(approachedCase()).toBe('0194');
  over(main.querySelector('a:last-of-type'));
  await vi.advanceTimersByTimeAsync(500);
  expect(rpc.mock.calls.filter(([command]) => command === 'case_show')).toHaveLength(1);
  stopApproach();
  expect(approachedCase()).toBeUndefined();
});

test('rows that the keys scroll pass under a pointer at rest, and only one that it moves to is pointed at', async () => {
  const main = page();
  const [link, row] = [main.querySelector('a'), main.querySelector('div')];
  const pass = (way: Element | null, screenX: number, kind = 'pointerover') => way?.dispatchEvent(new MouseEvent(kind, { bubbles: true, screenX, screenY: 5 }));
  pass(main, 10);
  main.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
  restOn('0199');
  pass(row, 10);
  await vi.advanceTimersByTimeAsync(80);
  expect(approachedCase()).toBe('0199');
  pass(row, 11, 'pointermove');
  await vi.advanceTimersByTimeAsync(80);
  expect(approachedCase()).toBe('0194');
  main.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown' }));
  main.dispatchEvent(new Event('wheel'));
  pass(link, 11);
  await vi.advanceTimersByTimeAsync(80);
  expect(approachedCase()).toBe('0193');
});

test('a screen behind the place goes when the place is scrolled, and stays when it scrolls a part of its own', async () => {
  const main = page();
  main.insertAdjacentHTML('beforeend', '<div inert><ol></ol></div>');
  restOn('0199');
  await vi.advanceTimersByTimeAsync(80);
  main.querySelector('ol')?.dispatchEvent(new Event('scroll'));
  expect(approachedCase()).toBe('0199');
  main.querySelector('div')?.dispatchEvent(new Event('scroll'));
  expect(approachedCase()).toBeUndefined();
  restOn('0199');
  await vi.advanceTimersByTimeAsync(80);
  expect(approachedCase()).toBe('0199');
  // The keys go on to the next row, which scrolls the list.
  restOn('0198');
  main.querySelector('div')?.dispatchEvent(new Event('scroll'));
  await vi.advanceTimersByTimeAsync(80);
  expect(approachedCase()).toBe('0198');
});

test('a case that is read too late for whoever went on is not approached, nor one that cannot be read', async () => {
  rpc.mockImplementation(async () => {
    await new Promise((late) => setTimeout(late, 50));
    return '{}';
  });
  restOn('0196');
  await vi.advanceTimersByTimeAsync(100);
  restOn(undefined);
  await vi.advanceTimersByTimeAsync(100);
  expect(approachedCase()).toBeUndefined();
  rpc.mockRejectedValue('{"code":"not-found","message":"Tidak ada.","faults":[]}');
  restOn('0197');
  await vi.advanceTimersByTimeAsync(100);
  expect(approachedCase()).toBeUndefined();
});

test('from one case to another the next one is only read, and read anew once it is old', async () => {
  await go('permohonan/0200');
  restOn('0201');
  await vi.advanceTimersByTimeAsync(80);
  expect(approachedCase()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(5_001);
  rpc.mockClear();
  await go('permohonan/0201');
  expect([rpc.mock.calls.length > 0, readAhead('0201')?.id]).toEqual([true, '0201']);
});

test('the screen of an approached case has read it: opening it reads nothing again', async () => {
  restOn('0198');
  await vi.advanceTimersByTimeAsync(80);
  expect(readAhead('0198')?.id).toBe('0198');
  rpc.mockClear();
  await go('permohonan/0198');
  expect(rpc).not.toHaveBeenCalled();
  stopApproach();
});
