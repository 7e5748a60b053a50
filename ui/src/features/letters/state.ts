/** What became of a letter, in the chips that lists and screens show. */

import type { LetterView } from '../../ipc/generated/wire';
import { text } from '../../text/id';

export interface Mark {
  text: string;
  tone: 'plain' | 'done' | 'wait' | 'late';
}

/** `newest` is the newest version of the letter, where it is known. */
export function marks(letter: LetterView, newest = letter.version): Mark[] {
  const say = text.letters.states;
  const out: Mark[] = [{ tone: 'plain', text: letter.printed ? say.printed(letter.printed) : say.issued }];
  if (letter.voided_at) out.push({ tone: 'late', text: say.voided });
  else if (letter.returned) out.push({ tone: 'done', text: say.returned });
  else if (newest > letter.version) out.push({ tone: 'plain', text: say.replaced(newest) });
  else if (letter.awaited) out.push({ tone: 'wait', text: say.waiting });
  return out;
}
