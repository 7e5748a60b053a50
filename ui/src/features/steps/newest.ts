import type { LetterView } from '../../ipc/generated/wire';

/** The newest version of each letter, in the order in which they were first issued. */
export function newest(letters: readonly LetterView[]): LetterView[] {
  const found = new Map<string, LetterView>();
  for (const letter of letters) {
    const known = found.get(letter.letter);
    if (!known || known.version < letter.version) found.set(letter.letter, letter);
  }
  return [...found.values()];
}
