/** Every file of a case, in the order of its steps: what was attached, and letters that came back signed. */

import type { CaseView } from '../../ipc/generated/wire';
import { text } from '../../text/id';
import { titleOf } from '../letters/names';
import type { Definition } from './definition';

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

export function papersOf(view: Pick<CaseView, 'steps' | 'letters' | 'evidence'>, definition: Definition): Paper[] {
  const names = new Map(view.evidence.map(({ id, name }) => [id, name]));
  for (const step of definition.langkah ?? []) for (const { id, nama } of step.berkas ?? []) names.set(id, nama);
  const attached = view.steps.flatMap(({ step, documents }) =>
    documents.map(({ document, hash, name }) => ({ id: document, hash, name, title: names.get(document) ?? text.cases.documents.other, step, signed: false })));
  const returned = view.letters.flatMap((letter) =>
    letter.returned ? [{ id: letter.template, hash: letter.returned, name: titleOf(letter), title: titleOf(letter), step: letter.step, signed: true }] : []);
  return [...attached, ...returned].toSorted((one, other) => one.step - other.step);
}
