import { expect, test } from 'vitest';
import { Pages } from './pages.svelte';

const all = Array.from({ length: 7 }, (_, at) => ({ cursor: 7 - at }));
const from = (before: number | undefined, limit: number) => all.filter(({ cursor }) => before === undefined || cursor < before).slice(0, limit);

test('pages follow each other, and are read again as far as they were shown', async () => {
  const asked: (number | undefined)[] = [];
  const pages = new Pages(async (before, limit) => {
    asked.push(before);
    return from(before, limit);
  }, 3);
  await pages.begin();
  expect([pages.rows?.length, pages.more]).toEqual([3, true]);
  await pages.next();
  expect(pages.rows?.map(({ cursor }) => cursor)).toEqual([7, 6, 5, 4, 3, 2]);
  await pages.again();
  expect(pages.rows).toHaveLength(6);
  await pages.next();
  expect([pages.rows?.length, pages.more]).toEqual([7, false]);
  expect(asked).toEqual([undefined, 5, undefined, 5, 2]);
});

test('an answer that came too late is not shown', async () => {
  let slow: (rows: { cursor: number }[]) => void = () => {};
  const answers = [new Promise<{ cursor: number }[]>((resolve) => (slow = resolve)), Promise.resolve([{ cursor: 9 }])];
  const pages = new Pages(() => answers.shift() ?? Promise.resolve([]), 3);
  const late = pages.begin();
  await pages.begin();
  slow([{ cursor: 1 }]);
  await late;
  expect(pages.rows).toEqual([{ cursor: 9 }]);
});
