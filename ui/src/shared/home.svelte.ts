/** What wants doing today, read once for the first page and for the figures beside the places. */

import { call } from '../ipc/call';
import { Resource } from '../ipc/resource.svelte';
import { type Topic, subscribe } from '../ipc/topics';

/** Milliseconds for which a reading needs no other while nothing changes: the first page opens with what was read for it on the way. */
const FRESH = 1000;

/** When it was last read; long ago as soon as anything in it has changed. */
let readAt = -FRESH;

export const home = new Resource(() => {
  readAt = performance.now();
  return call('home_show', {});
});

subscribe(['cases', 'letters', 'drafts', 'owners', 'office'], () => (readAt = -FRESH));

/** Reads it unless it was read just now, and again whenever one of the topics changes. Answers with a function that ends it. */
export function followHome(topics: readonly Topic[]): () => void {
  if (!home.value || performance.now() - readAt >= FRESH) void home.refresh();
  return subscribe(topics, home.stale);
}
