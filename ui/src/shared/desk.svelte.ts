/** What this computer has open, and its settings: every screen may ask. */

import { call } from '../ipc/call';
import { platform } from '../ipc/computer';
import type { DeskView } from '../ipc/generated/wire';
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

// The page's first picture shows what the shell handed over; it is read again all the same, for a page that was loaded anew.
if (platform.handed !== undefined) desk.set(JSON.parse(platform.handed) as DeskView);
subscribe(['desk', 'office'], desk.stale);

/** The office's today, `2026-11-21`. */
export function today(): string {
  return desk.value?.today ?? '';
}
