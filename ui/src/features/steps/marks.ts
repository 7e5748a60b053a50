/** Which characters differ between what the register says and what AMS shows. */

export interface Piece {
  text: string;
  differs: boolean;
}

/** Longer texts are marked as a whole. */
const MOST = 600;

/**
 * Both texts in pieces. Texts of one length that agree for the most part differ place by place, as mistyped numbers do; of others, the longest run of
 * characters that stand in both in the same order is what they have in common.
 */
export function marks(register: string, shown: string): { register: Piece[]; shown: Piece[] } {
  const [left, right] = [[...register], [...shown]];
  if (register === shown || left.length > MOST || right.length > MOST) {
    const differs = register !== shown;
    return { register: whole(register, differs), shown: whole(shown, differs) };
  }
  const apart = left.filter((character, place) => character !== right[place]).length;
  if (left.length === right.length && apart * 3 <= left.length) {
    const same = new Set([...left.keys()].filter((place) => left[place] === right[place]));
    return { register: pieces(left, same), shown: pieces(right, same) };
  }
  const common = lengths(left, right);
  const [inLeft, inRight] = [new Set<number>(), new Set<number>()];
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) [inLeft.add(i++), inRight.add(j++)];
    else if (at(common, i + 1, j) >= at(common, i, j + 1)) i++;
    else j++;
  }
  return { register: pieces(left, inLeft), shown: pieces(right, inRight) };
}

const whole = (text: string, differs: boolean): Piece[] => (text ? [{ text, differs }] : []);

const at = (table: Uint16Array[], i: number, j: number): number => table[i]?.[j] ?? 0;

/** How long the longest common run is from each pair of places on. */
function lengths(left: string[], right: string[]): Uint16Array[] {
  const table = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const row = table[i];
      if (row) row[j] = left[i] === right[j] ? at(table, i + 1, j + 1) + 1 : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}

function pieces(characters: string[], common: Set<number>): Piece[] {
  const found: Piece[] = [];
  characters.forEach((character, place) => {
    const differs = !common.has(place);
    const last = found.at(-1);
    if (last?.differs === differs) last.text += character;
    else found.push({ text: character, differs });
  });
  return found;
}
