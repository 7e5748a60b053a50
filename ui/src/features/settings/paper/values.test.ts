import { expect, test } from 'vitest';
import { Unreadable } from '../faults';
import { firstOffice } from '../office';
import { read, toPart, toValues } from './values';

test.each([['20', 20], ['27,5', 27.5], [' 27.5 ', 27.5], ['', undefined], ['20 mm', undefined], ['-3', undefined]])('%j is read as %s', (typed, expected) => {
  expect(read(typed)).toBe(expected);
});

test('what the core holds comes back unchanged', () => {
  const office = { ...firstOffice(), font_size: 11.5, margins: [20, 20, 38, 27.5] as [number, number, number, number],
    own_face: { family: 'Contoh', regular: 'ab', bold: null, italic: 'cd' } };
  const { paper, typeface, own_face, font_size, margins } = office;
  expect(toPart(toValues(office))).toEqual({ paper, typeface, own_face, font_size, margins });
});

test('every text that is no number is told', () => {
  const values = { ...toValues(firstOffice()), font_size: 'sebelas', margins: ['20', 'x', '38', ''] as [string, string, string, string] };
  expect(() => toPart(values)).toThrow(Unreadable);
  try {
    toPart(values);
  } catch (fault) {
    expect((fault as Unreadable).faults.map(({ field }) => field)).toEqual(['font_size', 'margins-1', 'margins-3']);
  }
});
