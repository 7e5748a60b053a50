import { beforeEach, expect, test, vi } from 'vitest';
import { beforeArriving, beforeLeaving, go, route } from './route.svelte';

/** Ends the reading that the place `lambat` does before it is shown. */
let end: () => void;
const asked: string[][] = [];

beforeArriving('lambat', (parts) => {
  asked.push(parts);
  return new Promise((done) => (end = done));
});

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  window.location.hash = '#/awal';
});

test('a place is shown once it has read what it shows first', async () => {
  const going = go('lambat/0187?x=1');
  await vi.advanceTimersByTimeAsync(100);
  expect([window.location.hash, asked]).toEqual(['#/awal', [['0187']]]);
  end();
  await going;
  expect(window.location.hash).toBe('#/lambat/0187?x=1');
});

test('the place is another at once, back leads to the one before, and going where one is leaves no trace', async () => {
  const before = window.history.length;
  await go('surat/0191');
  await go('surat/0191');
  expect([route().view, route().parts, window.history.length]).toEqual(['surat', ['0191'], before + 1]);
  vi.useRealTimers();
  const back = new Promise((done) => window.addEventListener('hashchange', done, { once: true }));
  window.history.back();
  await back;
  expect(route().view).toBe('awal');
});

test('a reading that takes long keeps nobody waiting', async () => {
  const going = go('lambat/0188');
  await vi.advanceTimersByTimeAsync(151);
  await going;
  expect(window.location.hash).toBe('#/lambat/0188');
});

test('whoever goes elsewhere meanwhile gets there, and not back', async () => {
  const slow = go('lambat/0189');
  await go('surat');
  end();
  await slow;
  expect(window.location.hash).toBe('#/surat');
});

test('what is typed is kept before the place is read', async () => {
  let keep: () => void = () => {};
  const ends = beforeLeaving(() => new Promise((done) => (keep = done)));
  const going = go('lambat/0190');
  await vi.advanceTimersByTimeAsync(1_000);
  expect([window.location.hash, asked]).toEqual(['#/awal', []]);
  keep();
  await vi.advanceTimersByTimeAsync(1);
  end();
  await going;
  ends();
  expect(window.location.hash).toBe('#/lambat/0190');
});
