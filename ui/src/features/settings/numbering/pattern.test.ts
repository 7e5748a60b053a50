import { expect, test } from 'vitest';
import { tokensOf } from './pattern';

test('a pattern asks for the parts that it names', () => {
  expect(tokensOf('{urut:3}/{unit}/x')).toEqual(['urut', 'unit']);
  expect(tokensOf('urut')).toEqual([]);
});
