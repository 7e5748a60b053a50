/** What wants doing today, read once for the first page and for the figures beside the places. */

import { call } from '../ipc/call';
import { Resource } from '../ipc/resource.svelte';
import { type Topic, subscribe } from '../ipc/topics';

export const home = new Resource(() => call('home_show', {}));

/** Reads it, and again whenever one of the topics changes. Answers with a function that ends it. */
export function followHome(topics: readonly Topic[]): () => void {
  void home.refresh();
  return subscribe(topics, home.stale);
}
