/** How many scans wait, for the places outside the tray, with the first of them. */

import { call } from '../../ipc/call';
import { Resource } from '../../ipc/resource.svelte';
import { subscribe } from '../../ipc/topics';
import { oncePainted } from '../../shared/painted';

/** Rows that the first page shows. */
const FIRST = 3;

export const waiting = new Resource(() => call('scan_list', { shelf: 'kotak', limit: FIRST }));

/** Scans that want an officer, or are still to be read. */
export function waitingCount(): number {
  const counts = waiting.value?.counts;
  return counts ? counts.tray + counts.waiting : 0;
}

/** Keeps the number current while an office is open; the first picture does not wait for it. Answers with a function that ends it. */
export function followWaiting(): () => void {
  const calledOff = oncePainted(() => void waiting.refresh());
  const ended = subscribe(['scans'], waiting.stale);
  return () => {
    calledOff();
    ended();
    waiting.clear();
  };
}
