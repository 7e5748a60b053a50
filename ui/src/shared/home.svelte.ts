/** What wants doing today, read once for the first page and for the figures beside the places. */

import { call } from '../ipc/call';
import type { HomeView } from '../ipc/generated/wire';
import { Resource } from '../ipc/resource.svelte';
import { type Topic, subscribe } from '../ipc/topics';

/** Milliseconds for which a reading needs no other while nothing changes: the first page opens with what was read for it on the way. */
const FRESH = 1000;

/** When it was last read; long ago as soon as anything in it has changed. */
let readAt = -FRESH;

/** Asked for while its office was still being opened. */
let asked: Promise<HomeView> | undefined;

const ask = () => call('home_show', {});

export const home = new Resource(() => {
  readAt = performance.now();
  const early = asked?.catch(ask) ?? ask();
  asked = undefined;
  return early;
});

/** Milliseconds after which an opening has its turn before whatever is asked then; trying a passphrase takes several times as long. */
const BEHIND = 25;

/** Asks for it behind a command that opens an office: the core answers one after the other, and this one at once when it may. */
export function askBehind(opening: Promise<unknown>): void {
  let refused = false;
  const mine = new Promise((turn) => setTimeout(turn, BEHIND)).then(() => (refused ? Promise.reject(new Error('the office stayed shut')) : ask()));
  asked = mine;
  mine.catch(() => undefined);
  opening.catch(() => {
    refused = true;
    if (asked === mine) asked = undefined;
  });
}

subscribe(['cases', 'letters', 'drafts', 'owners', 'office'], () => (readAt = -FRESH));

/** Whether there is something to show: the work of an office that is open, or why it cannot be read. */
export const isHomeKnown = (): boolean => home.value !== undefined || home.failure !== undefined;

/** Reads it unless it is being read or was just now, and again whenever one of the topics changes. Answers with a function that ends it. */
export function followHome(topics: readonly Topic[]): () => void {
  if (!home.loading && performance.now() - readAt >= FRESH) void home.refresh();
  return subscribe(topics, home.stale);
}
