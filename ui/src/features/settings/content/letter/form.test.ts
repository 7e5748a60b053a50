import { describe, expect, it } from 'vitest';
import { cleaned, freshPart, move, readTest, writeTest, type LetterForm } from './form';

describe('parts of a letter', () => {
  it('reads and writes conditions, also those that the list of choices cannot say', () => {
    for (const [values, how, words] of [
      [['*'], 'filled', []],
      [[''], 'empty', []],
      [['pensiun', 'mutasi'], 'any', ['pensiun', 'mutasi']],
      [['!lainnya'], 'none', ['lainnya']],
      [['*', '!pensiun'], 'other', ['*', '!pensiun']],
      [['', 'x'], 'other', ['', 'x']],
      [['x', '!y'], 'other', ['x', '!y']],
      [[], 'any', []],
    ] as const) {
      const read = readTest(values);
      expect(read).toEqual({ how, words });
      expect(writeTest(read)).toEqual(values);
    }
  });

  it('leaves empty lines out, and the cells of a table where they are', () => {
    const form: LetterForm = {
      format: 1, id: 'x', nama: 'X', bentuk: 'judul', kop: 'kantor', kepala: { judul: ['SURAT', '', ' '] },
      bagian: [{ jenis: 'tabel', baris: [{ sel: ['', 'a'] }] }, { jenis: 'lembar', baris: [{ sel: [{ label: 'L', teks: ['a', ''], pilihan: [''] }] }] }],
      tanda_tangan: [{ nama: '{penandatangan.nama}', atas: ['', 'Mengetahui,'] }],
    };
    const sent = cleaned(form);
    expect(sent.kepala).toEqual({ judul: ['SURAT'] });
    expect(sent.bagian[0]?.baris?.[0]?.sel).toEqual(['', 'a']);
    expect(sent.bagian[1]?.baris?.[0]?.sel).toEqual([{ label: 'L', teks: ['a'], pilihan: [] }]);
    expect(sent.tanda_tangan?.[0]?.atas).toEqual(['Mengetahui,']);
    expect(form.kepala.judul).toHaveLength(3);
  });

  it('moves within the list only, and begins every kind with what it must have', () => {
    const list = ['a', 'b', 'c'];
    move(list, 0, -1);
    move(list, 2, 1);
    expect(list).toEqual(['a', 'b', 'c']);
    move(list, 0, 1);
    expect(list).toEqual(['b', 'a', 'c']);
    expect(freshPart('tabel').baris?.[0]?.sel).toHaveLength(freshPart('tabel').kolom?.length ?? 0);
    expect(freshPart('identitas').baris).toHaveLength(1);
  });
});
