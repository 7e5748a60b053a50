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

/** Milliseconds for which it holds: the way from the reading to the screen. */
const FRESH = 1000;
/** The form of a new request stands among the cases. */
const NO_CASE = 'baru';

let ready: (Ahead & { at: number }) | undefined;
let changes = 0;

// What has changed since it was read is read again by the screen itself.
subscribe(['cases', 'letters', 'owners', 'office'], () => {
  changes++;
  ready = undefined;
});

beforeArriving('permohonan', async ([id]) => {
  if (!id || id === NO_CASE) return;
  const before = changes;
  try {
    const [view, timeline] = await Promise.all([call('case_show', { case: id }), call('case_timeline', { case: id }), templates.value ?? templates.refresh()]);
    if (before === changes) ready = { id, view, timeline, at: performance.now() };
  } catch (fault) {
    // The screen asks again by itself, and says why it cannot be shown.
    if (!(fault instanceof ApiFailure)) throw fault;
  }
});

/** What was read of this case on the way to it, once. */
export function readAhead(id: string): Ahead | undefined {
  const found = ready;
  ready = undefined;
  return found?.id === id && performance.now() - found.at < FRESH ? found : undefined;
}
