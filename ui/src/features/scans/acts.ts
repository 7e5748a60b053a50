/** What an officer does with scans: each is told in a word, with the way back where there is one. */

import { ApiFailure, call } from '../../ipc/call';
import { platform } from '../../ipc/computer';
import type { ScanRowView, ScanTargetArgs } from '../../ipc/generated/wire';
import { go } from '../../shared/route.svelte';
import { say as tell } from '../../shared/toast.svelte';
import { text } from '../../text/id';
import { fitName, nameOf } from '../letters/names';
import type { Plan } from './plan';
import { pieces } from './plan';

const say = text.scans.do;

type Named = Pick<ScanRowView, 'id' | 'name'>;

/** A way back that may be closed meanwhile: then the core's sentence says why. */
function undo(work: () => Promise<unknown>) {
  const run = async () => {
    try {
      await work();
    } catch (fault) {
      if (!(fault instanceof ApiFailure)) throw fault;
      tell(fault.error.message, { tone: 'late' });
    }
  };
  return { label: say.undo, run: () => void run() };
}

/** Sends a scan where it belongs. What a letter has come back with stays; a document can be taken back. */
export async function place({ id }: Named, to: ScanTargetArgs): Promise<void> {
  const filed = (await call('scan_file', { id, to })).row.place;
  if (!filed) return;
  const unfile = undo(async () => {
    await call('scan_unfile', { id });
    tell(say.unplaced);
    await go(`pindai/${id}`);
  });
  tell(say.placedAs(filed.what), { ...(filed.letter ? {} : { undo: unfile }), go: { label: say.toCase, run: () => void go(`permohonan/${filed.case}`) } });
}

export async function unplace({ id }: Named): Promise<void> {
  await call('scan_unfile', { id });
  tell(say.unplaced);
}

export async function discard({ id, name }: Named): Promise<void> {
  await call('scan_discard', { id });
  tell(say.discarded(name), { undo: undo(() => call('scan_restore', { id })) });
}

export async function restore({ id, name }: Named): Promise<void> {
  await call('scan_restore', { id });
  tell(say.restored(name));
}

export async function retry({ id, name }: Named): Promise<void> {
  await call('scan_retry', { id });
  tell(say.retried(name));
}

/** Makes scans of a plan; answers with the first of them. */
export async function compose(plan: Plan, back: () => void): Promise<string | undefined> {
  const made = await call('scan_compose', { pieces: pieces(plan), instead: true });
  const takeBack = async () => {
    await uncompose(made);
    back();
  };
  tell(say.composed(made.length), { undo: undo(takeBack) });
  return made[0];
}

/** Puts away what was made. The scans that it was made of come back with the last of them. */
export async function uncompose(made: readonly string[]): Promise<void> {
  await allRead(made);
  for (const id of made) await call('scan_compose_undo', { id });
  tell(made.length > 1 ? say.uncomposed : say.uncomposedPart);
}

/** Milliseconds between two looks at whether a scan has been read. */
const LOOK = 200;

/** Waits until each of these has been read: what is taken from under the reader would keep it from everything that comes after. */
async function allRead(scans: readonly string[]): Promise<void> {
  for (const id of scans) {
    while ((await call('scan_show', { id })).row.state === 'menunggu') await new Promise((again) => setTimeout(again, LOOK));
  }
}

/** Shows a copy in the program that the computer has for such files. */
export async function openElsewhere({ id, name }: Named): Promise<void> {
  const path = await platform.viewPlace(fitName(name));
  await call('scan_save', { id, path });
  await platform.openWithViewer(path);
}

/** Keeps a copy where the officer wants it. */
export async function saveCopy({ id, name }: Named): Promise<void> {
  const path = await platform.pickSave(say.saveTitle, fitName(name));
  if (!path) return;
  await call('scan_save', { id, path });
  tell(say.saved(nameOf(path)), { undo: { label: say.openSaved, run: () => void platform.openWithViewer(path) } });
}
