/** Every file of a case, in the order of its steps: what was attached, and letters that came back signed. */

import type { CaseView } from '../../ipc/generated/wire';
import { titleOf } from '../letters/names';

export interface Paper {
  /** Document id, or letter template. */
  id: string;
  hash: string;
  /** The file's own name. */
  name: string;
  /** What it is. */
  title: string;
  step: number;
  signed: boolean;
}

export function papersOf(view: Pick<CaseView, 'steps' | 'letters'>): Paper[] {
  const attached = view.steps.flatMap(({ step, documents }) =>
    documents.map(({ document, hash, name, title }) => ({ id: document, hash, name, title, step, signed: false })));
  const returned = view.letters.flatMap((letter) =>
    letter.returned ? [{ id: letter.template, hash: letter.returned, name: titleOf(letter), title: titleOf(letter), step: letter.step, signed: true }] : []);
  return [...attached, ...returned].toSorted((one, other) => one.step - other.step);
}
