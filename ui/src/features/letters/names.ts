/** What letters are called on the screen and as files. */

import type { LetterView } from '../../ipc/generated/wire';
import { text } from '../../text/id';

/** The title without the number at its end, which is shown beside it. */
export function titleOf(letter: Pick<LetterView, 'title' | 'number'>): string {
  const ending = ` – ${letter.number}`;
  const title = letter.number && letter.title.endsWith(ending) ? letter.title.slice(0, -ending.length) : letter.title;
  return title || text.letters.erased;
}

/** What may not stand in a file's name on Windows, or would hide the file. */
const UNFIT = /[\\/:*?"<>|\u0000-\u001f]+|^\.+/g;

/** A name that every system takes: the title and the number of the letter. */
export function fileName(letter: Pick<LetterView, 'title' | 'number' | 'version' | 'template'>): string {
  const version = letter.version > 1 ? `versi ${letter.version}` : '';
  const words = [letter.title ? titleOf(letter) : letter.template, letter.number ?? '', version].filter(Boolean).join(' ');
  return `${words.replace(UNFIT, '-').slice(0, 120).trim()}.pdf`;
}

/** A file's own name, as every system takes it. */
export function fitName(name: string): string {
  return name.replace(UNFIT, '-').trim();
}

/** The last part of a path, on any system. */
export function nameOf(path: string): string {
  return path.split(/[\\/]/).pop() || path;
}
