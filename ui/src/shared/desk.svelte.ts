/** What this computer has open, and its settings: every screen may ask. */

import { call } from '../ipc/call';
import { Resource } from '../ipc/resource.svelte';
import { subscribe } from '../ipc/topics';

export const desk = new Resource(() => call('desk_show', {}));

subscribe(['desk', 'office'], desk.stale);

/** The office's today, `2026-11-21`. */
export function today(): string {
  return desk.value?.today ?? '';
}
