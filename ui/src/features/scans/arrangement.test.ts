import { beforeEach, expect, test } from 'vitest';
import { Arrangement } from './arrangement.svelte';
import { pagesOf } from './plan';

let made: Arrangement;
const told = () => made.plan.map((pages) => pages.map(({ page, turns }) => page + (turns ? `r${turns}` : '')).join(',')).join(' | ');
const chosen = () => [...made.chosen].map((key) => Number(key.split('/')[1]));
const key = (page: number) => `s/${page}`;

beforeEach(() => {
  made = new Arrangement([pagesOf('s', 5)]);
});

test('pages are chosen alone, together, and up to one', () => {
  made.choose(key(2), 'alone');
  made.choose(key(4), 'also');
  expect(chosen()).toEqual([2, 4]);
  made.choose(key(2), 'up-to');
  expect(chosen()).toEqual([2, 3, 4]);
  made.choose(key(1), 'up-to');
  expect(chosen()).toEqual([1, 2, 3, 4]);
  made.choose(key(4), 'also');
  expect(chosen()).not.toContain(4);
  made.all();
  expect(chosen()).toHaveLength(5);
});

test('the keys go from page to page, and choose what lies between', () => {
  made.choose(key(2), 'alone');
  expect(made.step(2)).toBe(key(4));
  expect(chosen()).toEqual([2]);
  made.step(-1, true);
  expect(chosen()).toEqual([2, 3]);
  expect(made.step(99)).toBe(key(5));
});

test('each step has its way back, in the order in which they were made', () => {
  expect(made.dirty).toBe(false);
  made.choose(key(1), 'alone');
  made.turn(1);
  made.choose(key(2), 'alone');
  made.choose(key(3), 'also');
  made.split();
  made.leaveOut(new Set([key(5)]));
  expect(told()).toBe('1r1,4 | 2,3');
  made.undo();
  expect(told()).toBe('1r1,4,5 | 2,3');
  made.undo();
  expect(told()).toBe('1r1,2,3,4,5');
  expect(chosen()).toEqual([2, 3]);
  made.undo();
  expect([told(), made.dirty, made.undoable]).toEqual(['1,2,3,4,5', false, false]);
});

test('what changes nothing is no step', () => {
  made.all();
  made.split();
  made.leaveOut();
  made.shift(1);
  expect(made.undoable).toBe(false);
});

test('without a choice the page at the keys is meant', () => {
  made.step(1);
  made.turn(-1);
  made.shift(1);
  expect(told()).toBe('1,3,2r3,4,5');
});

test('the keys stay at the place of a page that was left out', () => {
  made.choose(key(3), 'alone');
  made.leaveOut();
  expect([made.at, chosen()]).toEqual([key(4), []]);
});

test('everything is given up in one step, which can be taken back too', () => {
  made.choose(key(2), 'alone');
  made.turn(1);
  made.split();
  made.reset();
  expect([told(), made.dirty]).toEqual(['1,2,3,4,5', false]);
  made.undo();
  expect(told()).toBe('1,3,4,5 | 2r1');
});

test('pages of another scan come behind the chosen ones, and are chosen then', () => {
  made.choose(key(2), 'alone');
  made.insert(pagesOf('t', 2));
  expect(made.pages.map(({ key }) => key)).toEqual(['s/1', 's/2', 't/1', 't/2', 's/3', 's/4', 's/5']);
  expect([...made.chosen]).toEqual(['t/1', 't/2']);
});

test('several scans that become one are something to save from the start', () => {
  const merged = new Arrangement([[...pagesOf('s', 1), ...pagesOf('t', 1)]], true);
  expect([merged.dirty, merged.undoable]).toEqual([true, false]);
});
