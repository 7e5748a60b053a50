import { expect, test } from 'vitest';
import { fileName, nameOf, titleOf } from './names';

test.each([
  [{ title: 'Surat Rekomendasi', number: '000.6.5/12/Diskominfo.05', version: 1 }, 'Surat Rekomendasi 000.6.5-12-Diskominfo.05.pdf'],
  [{ title: 'Surat Rekomendasi – 12/2026', number: '12/2026', version: 1 }, 'Surat Rekomendasi 12-2026.pdf'],
  [{ title: 'Tanda terima: "berkas"', number: null, version: 2 }, 'Tanda terima- -berkas- versi 2.pdf'],
  [{ title: '', number: null, version: 1 }, 'kartu-kendali.pdf'],
])('%o', (letter, name) => expect(fileName({ template: 'kartu-kendali', ...letter })).toBe(name));

test('the last part of a path', () => {
  expect([nameOf('C:\\Surat\\a.pdf'), nameOf('/mnt/a/b.pdf'), nameOf('c.pdf')]).toEqual(['a.pdf', 'b.pdf', 'c.pdf']);
});

test('a title does not repeat the number beside it', () => {
  expect(titleOf({ title: 'Surat Rekomendasi – 12/2026', number: '12/2026' })).toBe('Surat Rekomendasi');
  expect(titleOf({ title: 'Lembar Disposisi', number: null })).toBe('Lembar Disposisi');
  expect(titleOf({ title: '', number: '12/2026' })).toBe('Judul telah dihapus');
});
