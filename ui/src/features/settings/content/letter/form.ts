/** A letter template as its parts, under the keys of its file (docs of the format: `crates/domain/src/letter/parse.rs`). */

/** Names, each with the values that it may have. */
export type Condition = Record<string, string[]>;

export interface Item {
  teks: string;
  bila?: Condition;
}

export interface SheetCell {
  lebar?: number;
  label?: string;
  teks?: string[];
  pilihan?: string[];
  centang?: string;
}

export interface Row {
  label?: string;
  teks?: string;
  tinggi?: number;
  bila?: Condition;
  sel?: (string | SheetCell)[];
}

export interface Column {
  judul: string;
  lebar: number;
  rata?: string;
}

export interface Part {
  jenis: string;
  teks?: string;
  rata?: string;
  tebal?: boolean;
  mm?: number;
  untuk_setiap?: string;
  boleh_kosong?: boolean;
  bila?: Condition;
  kolom?: Column[];
  butir?: Item[];
  baris?: Row[];
}

export interface Signature {
  atas?: string[];
  jabatan?: string[];
  nama: string;
  bawah?: string[];
  bila?: Condition;
}

/** Pages of their own behind the letter. */
export interface Attachment {
  /** `tegak` or `mendatar`; upright if none. */
  arah?: string;
  judul?: string[];
  tanda_tangan?: boolean;
  bila?: Condition;
  bagian: Part[];
}

export interface Head {
  tempat_tanggal?: string;
  judul?: string[];
  nomor?: string;
  sifat?: string;
  lampiran?: string;
  hal?: string;
  kepada?: string[];
  di?: string;
}

export interface LetterForm {
  format: number;
  id: string;
  nama: string;
  bentuk: string;
  kop: string;
  di_semua_langkah?: boolean;
  register?: string;
  klasifikasi?: string;
  tte?: boolean;
  kaki?: string;
  kaki_tte?: string;
  kepala: Head;
  bagian: Part[];
  tanda_tangan?: Signature[];
  tembusan?: Item[];
  lampiran?: Attachment[];
}

/** A new part of the body, ready to be filled in. */
export function freshPart(jenis: string): Part {
  switch (jenis) {
    case 'identitas':
      return { jenis, baris: [freshRow('identitas', 0)] };
    case 'butir':
      return { jenis, butir: [{ teks: '' }] };
    case 'tabel':
      return { jenis, kolom: [{ judul: '', lebar: 1 }, { judul: '', lebar: 1 }], baris: [freshRow('tabel', 2)] };
    case 'lembar':
      return { jenis, baris: [freshRow('lembar', 0)] };
    case 'jarak':
      return { jenis, mm: 5 };
    default:
      return { jenis, teks: '' };
  }
}

/** A new row of a part; `columns` of a table. */
export function freshRow(jenis: string, columns: number): Row {
  if (jenis === 'tabel') return { sel: Array.from({ length: columns }, () => '') };
  if (jenis === 'lembar') return { tinggi: 10, sel: [{ label: '', teks: [] }] };
  return { label: '', teks: '' };
}

/** The same without lines that are empty: an empty line is where the cursor is, not something that a letter says. */
export function cleaned(form: LetterForm): LetterForm {
  const lines = (list: string[] | undefined) => list?.filter((line) => line.trim());
  const head = form.kepala;
  return {
    ...form,
    kepala: { ...head, ...(head.judul && { judul: lines(head.judul) }), ...(head.kepada && { kepada: lines(head.kepada) }) } as Head,
    bagian: form.bagian.map(cleanedPart),
    ...(form.lampiran && {
      lampiran: form.lampiran.map((sheet) => ({ ...sheet, ...(sheet.judul && { judul: lines(sheet.judul) ?? [] }), bagian: sheet.bagian.map(cleanedPart) })),
    }),
    ...(form.tanda_tangan && {
      tanda_tangan: form.tanda_tangan.map((signature) => ({
        ...signature, atas: lines(signature.atas) ?? [], jabatan: lines(signature.jabatan) ?? [], bawah: lines(signature.bawah) ?? [],
      })),
    }),
  };

  function cleanedPart(part: Part): Part {
    return { ...part, ...(part.baris && { baris: part.baris.map(cleanedRow) }) };
  }

  function cleanedRow(row: Row): Row {
    if (!row.sel) return row;
    return {
      ...row,
      sel: row.sel.map((cell) => (typeof cell === 'string' ? cell : { ...cell, teks: lines(cell.teks) ?? [], pilihan: lines(cell.pilihan) ?? [] })),
    };
  }
}

/** Moves an element of a list by one place; at an end it stays. */
export function move<T>(list: T[], from: number, by: number): void {
  const to = from + by;
  if (to < 0 || to >= list.length) return;
  list.splice(to, 0, ...list.splice(from, 1));
}

/** How a condition compares: one of some words, none of them, anything, nothing; `other` for what the list of choices cannot say. */
export type How = 'any' | 'none' | 'filled' | 'empty' | 'other';

export interface Test {
  how: How;
  words: string[];
}

export function readTest(values: readonly string[]): Test {
  if (values.length === 1 && values[0] === '*') return { how: 'filled', words: [] };
  if (values.length === 1 && values[0] === '') return { how: 'empty', words: [] };
  if (values.some((value) => ['*', '', '!*', '!'].includes(value))) return { how: 'other', words: [...values] };
  if (values.length && values.every((value) => value.startsWith('!'))) return { how: 'none', words: values.map((value) => value.slice(1)) };
  if (values.some((value) => value.startsWith('!'))) return { how: 'other', words: [...values] };
  return { how: 'any', words: [...values] };
}

export function writeTest({ how, words }: Test): string[] {
  switch (how) {
    case 'filled':
      return ['*'];
    case 'empty':
      return [''];
    case 'none':
      return words.map((word) => `!${word}`);
    default:
      return [...words];
  }
}
