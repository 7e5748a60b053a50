/** What a pattern of letter numbers would write, with sample values. The core judges patterns; this only shows what one looks like. */

import type { RegisterFields } from '../../../ipc/generated/wire';

/** One piece of the sample. */
export interface Piece {
  text: string;
  /** `sample` stands for a part; `missing` is a part without a value; `stranger` is a name that is no part. */
  kind: 'literal' | 'sample' | 'missing' | 'stranger';
  token?: string;
}

export const TOKENS = ['klasifikasi', 'urut', 'unit', 'bidang', 'register', 'bulan_romawi', 'bulan', 'tahun'] as const;
export type Token = (typeof TOKENS)[number];

const SEQUENCE = '12';
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** The sample of a pattern in a register, on a day `YYYY-MM-DD`. */
export function sample(id: string, register: RegisterFields, day: string): Piece[] {
  const pieces = register.pattern.trim().split(/(\{[^{}]*\})/).filter(Boolean);
  return pieces.map((piece) => {
    const part = /^\{([^{}:]*)(?::(\d+))?\}$/.exec(piece);
    return part ? written(part[1] ?? '', part[2], id, register, day) : { text: piece, kind: 'literal' };
  });
}

/** Which parts a pattern names. */
export function tokensOf(pattern: string): Token[] {
  return TOKENS.filter((token) => new RegExp(`\\{${token}(:\\d+)?\\}`).test(pattern));
}

function written(token: string, width: string | undefined, id: string, register: RegisterFields, day: string): Piece {
  const [year = '', month = ''] = day.split('-');
  const values: Record<Token, string> = {
    klasifikasi: register.classification.trim(), urut: SEQUENCE.padStart(Number(width ?? 1), '0'), unit: register.unit.trim(), bidang: register.section.trim(),
    register: id, bulan_romawi: ROMAN[Number(month) - 1] ?? '', bulan: month, tahun: year,
  };
  const value = (values as Record<string, string | undefined>)[token];
  if (value === undefined || (width && token !== 'urut')) return { text: `{${token}}`, kind: 'stranger', token };
  return value ? { text: value, kind: 'sample', token } : { text: `{${token}}`, kind: 'missing', token };
}
