/** What this computer has open, and its settings: every screen may ask. */

import { call } from '../ipc/call';
import type { DeskView } from '../ipc/generated/wire';
import { Resource } from '../ipc/resource.svelte';
import { subscribe } from '../ipc/topics';
import { text } from '../text/id';
import { askBehind, home } from './home.svelte';

/** The folder of the office whose work is shown. */
let office: string | undefined;

export const desk = new Resource(async () => {
  const shown = await call('desk_show', {});
  void follow(shown);
  return shown;
});

subscribe(['desk', 'office'], desk.stale);

/** Shows the office that a command opens; done when its work has been read. */
export async function enterOffice(opening: Promise<DeskView>): Promise<void> {
  askBehind(opening);
  const shown = await opening;
  const read = follow(shown);
  desk.set(shown);
  await read;
}

/** Another office is other work, which is read at once. */
async function follow(shown: DeskView): Promise<void> {
  const open = shown.state === 'open' ? shown.folder : undefined;
  if (open === office) return;
  office = open;
  home.clear();
  if (open !== undefined) await home.refresh();
}

/** The office's today, `2026-11-21`. */
export function today(): string {
  return desk.value?.today ?? '';
}

/** Whether the role of the one who works allows something; before anybody works nothing is forbidden yet. */
export function may(right: string): boolean {
  return !desk.value?.role || desk.value.may.includes(right);
}

/** What stands in the place of a button that the role of the one who works does not allow. */
export function readOnly(): string {
  return text.users.readOnly(text.users.roles[desk.value?.role ?? ''] ?? '');
}
