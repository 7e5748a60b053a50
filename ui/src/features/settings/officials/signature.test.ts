import { expect, test } from 'vitest';
import { type Signer, belowLines, postLines, spaced } from './signature';

const signer = (more: Partial<Signer>): Signer => ({ name: 'Contoh', nip: '', rank: '', post: 'Sekretaris', acting: 'holder', on_behalf_of: [], ...more });

test.each<[string, string[], string[]]>([
  ['holder', [], ['Sekretaris,']],
  ['plt', [], ['Plt. Sekretaris,']],
  ['plh', [], ['Plh. Sekretaris,']],
  ['atas-nama', ['Kepala Dinas'], ['a.n. Kepala Dinas', 'Sekretaris,']],
  ['untuk-beliau', ['Bupati', 'Kepala Dinas'], ['a.n. Bupati', 'u.b. Kepala Dinas', 'Sekretaris,']],
  ['untuk-beliau', ['Bupati'], ['a.n. Bupati', 'u.b.', 'Sekretaris,']],
  ['holder', ['Kepala Dinas'], ['Sekretaris,']],
])('%s on behalf of %j', (acting, on_behalf_of, expected) => {
  expect(postLines(signer({ acting, on_behalf_of }))).toEqual(expected);
});

test('below the name stand rank and NIP, where they are known', () => {
  expect(belowLines(signer({ rank: 'Pembina Utama Muda', nip: '197001011996012001' }))).toEqual(['Pembina Utama Muda', 'NIP 19700101 199601 2 001']);
  expect(belowLines(signer({}))).toEqual([]);
});

test.each([
  ['197001011996012001', '19700101 199601 2 001'],
  ['19700101 199601 2 001', '19700101 199601 2 001'],
  ['1970', '1970'],
  ['', ''],
])('NIP %s is shown as %s', (typed, expected) => expect(spaced(typed)).toBe(expected));
