/** What the screen of a case shows first, read before the screen is there, so that its first picture is whole. */

import { ApiFailure, call } from '../../ipc/call';
import type { CaseView, EntryView } from '../../ipc/generated/wire';
import { subscribe } from '../../ipc/topics';
import { beforeArriving } from '../../shared/route.svelte';
import { templates } from '../steps/templates';

export interface Ahead {
  id: string;
  view: CaseView;
  timeline: EntryView[];
}

/** Milliseconds for which it holds; only the time used goes on while nothing changes, and that by the minute. */
const FRESH = 5000;
/** The form of a new request stands among the cases. */
const NO_CASE = 'baru';

let ready: (Ahead & { at: number }) | undefined;
let reading: { id: string; done: Promise<void> } | undefined;
let changes = 0;

// What has changed since it was read is read again by the screen itself.
subscribe(['cases', 'letters', 'owners', 'office'], () => {
  changes++;
  ready = undefined;
});

/** Reads a case that the officer is about to open, unless it is there or on its way already. */
export function readSoon(id: string): Promise<void> {
  if (id === NO_CASE || isReady(id)) return Promise.resolve();
  if (reading?.id !== id) {
    const mine = { id, done: read(id).finally(() => reading === mine && (reading = undefined)) };
    reading = mine;
  }
  return reading.done;
}

async function read(id: string): Promise<void> {
  const before = changes;
  try {
    const [view, timeline] = await Promise.all([call('case_show', { case: id }), call('case_timeline', { case: id }), templates.value ?? templates.refresh()]);
    if (before === changes) ready = { id, view, timeline, at: performance.now() };
  } catch (fault) {
    // The screen asks again by itself, and says why it cannot be shown.
    if (!(fault instanceof ApiFailure)) throw fault;
  }
}

const isReady = (id: string): boolean => ready?.id === id && performance.now() - ready.at < FRESH;

beforeArriving('permohonan', async ([id]) => {
  if (id) await readSoon(id);
});

/** What was read of this case on the way to it, once. */
export function readAhead(id: string): Ahead | undefined {
  const found = isReady(id) ? ready : undefined;
  ready = undefined;
  return found;
}
