/** Who shows what: after a change, the screens that show it read again. */

import type { Topic } from './generated/wire';

type Listener = { topics: readonly Topic[]; run: () => void };

const listeners = new Set<Listener>();

/** Calls `run` whenever one of the topics has changed. Answers with a function that ends it. */
export function subscribe(topics: readonly Topic[], run: () => void): () => void {
  const listener = { topics, run };
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells everybody who shows one of the topics. */
export function publish(changed: readonly Topic[]): void {
  for (const { topics, run } of listeners) {
    if (topics.some((topic) => changed.includes(topic))) run();
  }
}

export type { Topic };
