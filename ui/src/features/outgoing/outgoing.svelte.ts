/** Letters on their way to a printer or into the outgoing folder: one list for every screen, and a word to the officer when one has left or was refused. */

import { call } from '../../ipc/call';
import type { LetterView, OutgoingView } from '../../ipc/generated/wire';
import { Resource } from '../../ipc/resource.svelte';
import { subscribe } from '../../ipc/topics';
import { platform } from '../../ipc/computer';
import { say as tell } from '../../shared/toast.svelte';
import { text } from '../../text/id';
import { fileName } from '../letters/names';

export const outgoing = new Resource(() => call('outgoing_list', {}));

/** Taken out by the officer: that they are gone is no news. */
const dropped = new Set<string>();

/** Followed where they were sent, which tells what becomes of them. */
const followed = new Set<string>();

/** What the officer was last told of. */
let before: readonly OutgoingView[] = [];

/** A letter was put into the queue just now. It may have left before the list is read again. */
export function sent(one: OutgoingView): void {
  before = [...before, one];
}

/** Keeps the list current while an office is open, and tells what became of letters. Answers with a function that ends it. */
export function follow(): () => void {
  const look = async () => {
    await outgoing.refresh();
    const now = outgoing.value ?? [];
    const untold = ({ id }: OutgoingView) => !followed.has(id);
    news(before.filter(untold), now.filter(untold), dropped).forEach(({ told, tone }) => tell(told, { tone }));
    before = now;
  };
  void outgoing.refresh().then(() => (before = outgoing.value ?? []));
  return subscribe(['outgoing'], () => void look());
}

/** Keeps quiet about letters whose ends are told elsewhere. Answers with a function that ends it. */
export function followElsewhere(ids: readonly string[]): () => void {
  ids.forEach((id) => followed.add(id));
  return () => ids.forEach((id) => followed.delete(id));
}

/** What is to be said when the list has changed. */
export function news(before: readonly OutgoingView[], now: readonly OutgoingView[], taken: ReadonlySet<string>): { told: string; tone: 'done' | 'late' }[] {
  const say = text.outgoing;
  const left = before.filter(({ id }) => !taken.has(id) && !now.some((one) => one.id === id));
  const refused = now.filter((one) => one.problem && before.find(({ id }) => id === one.id)?.tries !== one.tries && one.state !== 'dikirim');
  return [
    ...left.map((one) => ({ told: say.left(one.title, one.copies, one.way), tone: 'done' as const })),
    ...refused.map((one) => ({ told: say.refused(one.title, one.problem ?? ''), tone: 'late' as const })),
  ];
}

export async function retry(id: string): Promise<void> {
  await call('outgoing_retry', { id });
}

export async function drop(id: string): Promise<void> {
  dropped.add(id);
  await call('outgoing_drop', { id });
}

/** Shows a copy in the program that the computer has for PDF files, from where it can be printed too. */
export async function openElsewhere(letter: LetterView): Promise<void> {
  const path = await platform.viewPlace(fileName(letter));
  await call('letter_save', { letter: letter.letter, version: letter.version, path });
  await platform.openWithViewer(path);
}

/** Keeps a copy where the officer wants it; answers with its place, or nothing when they changed their mind. */
export async function saveCopy(letter: LetterView): Promise<string | null> {
  const path = await platform.pickSave(text.outgoing.saveTitle, fileName(letter));
  if (path) await call('letter_save', { letter: letter.letter, version: letter.version, path });
  return path;
}
