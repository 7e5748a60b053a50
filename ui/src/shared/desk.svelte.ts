/** What this computer has open, and its settings: every screen may ask. */

import { call } from '../ipc/call';
import { Resource } from '../ipc/resource.svelte';
import { subscribe } from '../ipc/topics';
import { home } from './home.svelte';

/** The folder of the office whose work is shown. */
let office: string | undefined;

export const desk = new Resource(async () => {
  const shown = await call('desk_show', {});
  const open = shown.state === 'open' ? shown.folder : undefined;
  if (open !== office) {
    // Another office is other work; it comes with its first page, in one picture.
    office = open;
    home.clear();
    if (open !== undefined) await home.refresh();
  }
  return shown;
});

subscribe(['desk', 'office'], desk.stale);

/** The office's today, `2026-11-21`. */
export function today(): string {
  return desk.value?.today ?? '';
}
