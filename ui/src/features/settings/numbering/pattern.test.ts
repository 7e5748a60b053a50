import { describe, expect, test } from 'vitest';
import { sample, tokensOf } from './pattern';

const register = (pattern: string, more = {}) => ({ pattern, classification: '000.6.5', unit: 'Diskominfo', section: '05', ...more });
const shown = (pattern: string, more = {}) => sample('keluar', register(pattern, more), '2026-06-05').map((piece) => piece.text).join('');
const kinds = (pattern: string, more = {}) => sample('keluar', register(pattern, more), '2026-06-05').map((piece) => piece.kind);

describe('numbers met at offices', () => {
  test.each([
    ['{klasifikasi}/{urut}/{unit}.{bidang}', '000.6.5/12/Diskominfo.05'],
    ['{unit}/ {urut} / {bidang} / {klasifikasi}', 'Diskominfo/ 12 / 05 / 000.6.5'],
    ['{urut:3}/SOP-{unit}/{bulan_romawi}/{tahun}', '012/SOP-Diskominfo/VI/2026'],
    ['{register}-{urut}/{bulan}/{tahun}', 'keluar-12/06/2026'],
    ['  {urut}  ', '12'],
  ])('%s', (pattern, expected) => expect(shown(pattern)).toBe(expected));
});

test('a part without a value and a name that is no part are told apart', () => {
  expect(kinds('{urut}/{unit}', { unit: ' ' })).toEqual(['sample', 'literal', 'missing']);
  expect(kinds('{urut}/{hari}')).toEqual(['sample', 'literal', 'stranger']);
  expect(kinds('{urut}/{unit:3}')).toEqual(['sample', 'literal', 'stranger']);
  expect(kinds('{urut')).toEqual(['literal']);
  expect(kinds('')).toEqual([]);
});

test('a pattern asks for the parts that it names', () => {
  expect(tokensOf('{urut:3}/{unit}/x')).toEqual(['urut', 'unit']);
  expect(tokensOf('urut')).toEqual([]);
});
