/** The parts that a pattern of letter numbers may name. The core judges patterns and writes the numbers. */

export const TOKENS = ['klasifikasi', 'urut', 'unit', 'bidang', 'register', 'bulan_romawi', 'bulan', 'tahun'] as const;
export type Token = (typeof TOKENS)[number];

/** Which parts a pattern names. */
export function tokensOf(pattern: string): Token[] {
  return TOKENS.filter((token) => new RegExp(`\\{${token}(:\\d+)?\\}`).test(pattern));
}
