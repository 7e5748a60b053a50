import { expect, test } from 'vitest';
import type { OfficialFields } from '../../../ipc/generated/wire';
import { rankChoices, standing, toFields, toValues } from './values';

const official = (more: Partial<OfficialFields>): OfficialFields => ({
  role: 'kepala-dinas', name: 'Contoh', nip: '', rank: '', grade: '', post: 'Kepala Dinas', acting: 'holder', on_behalf_of: [], from: null, until: null, ...more,
});

test.each([
  official({}),
  official({ role: 'sekretaris', acting: 'plt', from: '2026-01-01', until: '2026-12-31' }),
  official({ acting: 'atas-nama', on_behalf_of: ['Bupati'] }),
  official({ acting: 'untuk-beliau', on_behalf_of: ['Bupati', 'Sekretaris Daerah'], rank: 'Pembina', grade: 'IV/a' }),
])('%j comes back unchanged', (details) => expect(toFields(toValues(details))).toEqual(details));

test('posts that a capacity does not sign for are not sent', () => {
  const values = { ...toValues(official({ acting: 'untuk-beliau', on_behalf_of: ['Bupati', 'Sekda'] })), acting: 'plh' };
  expect(toFields(values).on_behalf_of).toEqual([]);
});

test('a rank that is not listed any more stays choosable', () => {
  const ranks = [{ name: 'Pembina', grade: 'IV/a' }, { name: null, grade: 'IX' }];
  const labels = (more: Partial<OfficialFields>) => rankChoices(ranks, toValues(official(more))).map(({ label }) => label);
  expect(labels({})).toEqual(['Pembina (IV/a)', 'Golongan IX (PPPK)']);
  expect(labels({ rank: 'Lama', grade: 'V/z' })).toEqual(['Lama (V/z)', 'Pembina (IV/a)', 'Golongan IX (PPPK)']);
});

test.each([
  [null, null, 'now'], ['2026-11-21', '2026-11-21', 'now'], ['2026-11-22', null, 'later'], [null, '2026-11-20', 'over'],
])('from %s until %s: %s', (from, until, expected) => {
  expect(standing(official({ from, until }), '2026-11-21')).toBe(expected);
});
