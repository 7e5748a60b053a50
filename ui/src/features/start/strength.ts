/** How hard a passphrase is to guess, in words. A help while choosing; what is accepted, the core decides. */

/** Fewest characters that the core takes. */
const LEAST = 10;

export type Strength = 'short' | 'weak' | 'fair' | 'strong';

/** What is tried first by whoever guesses. */
const COMMON = [
  'password', 'passphrase', 'sandika', 'sandi', 'rahasia', 'admin', 'indonesia', 'merdeka', 'bismillah', 'diskominfo',
  'kominfo', 'dinas', 'kantor', 'qwerty', 'asdf', 'abcd', '1234', '4321', '1945', '2024', '2025', '2026',
];

/** The strength of a passphrase whose owner is called `user`. */
export function strength(passphrase: string, user = ''): Strength {
  const characters = [...passphrase.normalize('NFC')];
  if (characters.length < LEAST) return 'short';
  const worth = unlikely(passphrase, user);
  if (worth < 10) return 'weak';
  return worth < 16 ? 'fair' : 'strong';
}

/** Characters that are missing for the shortest that is taken. */
export function missing(passphrase: string): number {
  return Math.max(0, LEAST - [...passphrase.normalize('NFC')].length);
}

/** Characters that a guesser would have to find out: what is common, repeated, a run like `abc`, or the user's own name counts for one. */
function unlikely(passphrase: string, user: string): number {
  let rest = passphrase.toLowerCase();
  const names = user.toLowerCase().split(/\s+/).filter((name) => name.length > 2);
  for (const word of [...COMMON, ...names]) rest = rest.replaceAll(word, '\u0000');
  const codes = [...rest].map((character) => character.codePointAt(0) ?? 0);
  const fresh = codes.filter((code, at) => {
    const step = code - (codes[at - 1] ?? Number.NaN);
    return Number.isNaN(step) || Math.abs(step) > 1;
  });
  return Math.min(fresh.length, 2 * new Set(codes).size) + variety(passphrase);
}

/** Kinds of characters beside the first: letters small and large, digits, signs. */
function variety(passphrase: string): number {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}\s]/u].filter((kind) => kind.test(passphrase)).length;
  return Math.max(0, kinds - 1);
}
