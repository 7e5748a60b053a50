/** What wants doing today, read once for the first page and for the figures beside the places. */

import { call } from '../ipc/call';
import { Resource } from '../ipc/resource.svelte';
import { type Topic, subscribe } from '../ipc/topics';

/** Milliseconds for which a reading needs no other: the first page opens with what was read for it on the way. */
const FRESH = 1000;

let readAt = -FRESH;

export const home = new Resource(async () => {
  const shown = await call('home_show', {});
  readAt = performance.now();
  return shown;
});

/** Reads it unless it was read just now, and again whenever one of the topics changes. Answers with a function that ends it. */
export function followHome(topics: readonly Topic[]): () => void {
  if (!home.value || performance.now() - readAt > FRESH) void home.refresh();
  return subscribe(topics, home.stale);
}
