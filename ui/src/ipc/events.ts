/** What happens behind the screens: changes that no screen made, and how far long work is. */

import { platform } from '../platform';
import type { Events } from './generated/wire';
import { publish } from './topics';

type Progress = Events['progress'];

const watchers = new Set<(progress: Progress) => void>();
const guards = new Set<() => void>();

/** Hears from now on. Answers with a function that ends it. */
export function listen(): () => void {
  return platform.onEvent((name, payload) => {
    if (name === 'changed') publish(payload as Events['changed']);
    else if (name === 'progress') watchers.forEach((watcher) => watcher(payload as Progress));
    else if (name === 'system-locked') guards.forEach((guard) => guard());
  });
}

/** Calls `watcher` with the progress of long work. Answers with a function that ends it. */
export function onProgress(watcher: (progress: Progress) => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Calls `guard` when the computer's own screen is locked. Answers with a function that ends it. */
export function onSystemLocked(guard: () => void): () => void {
  guards.add(guard);
  return () => guards.delete(guard);
}

export type { Progress };
