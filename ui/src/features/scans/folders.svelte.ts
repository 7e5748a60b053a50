/** The watched folders as they were found last, and the scan that is being read. */

import { call } from '../../ipc/call';
import type { ScanFoldersView, WaitingFileView } from '../../ipc/generated/wire';
import { type Resource, resource } from '../../ipc/resource.svelte';

/** Milliseconds between two looks at how far a reading is, of which no event tells. */
const LOOK = 700;

/** Lives as long as the component that asks for it. */
export function watchedFolders(): Resource<ScanFoldersView> {
  const folders = resource(['scans', 'desk'], () => call('scan_folders', {}));
  $effect(() => {
    if (!folders.value?.reading) return;
    const timer = setTimeout(() => void folders.refresh(), LOOK);
    return () => clearTimeout(timer);
  });
  return folders;
}

/** Files that only come, and files that something is wrong with. */
export function sorted(waiting: readonly WaitingFileView[]): { coming: WaitingFileView[]; stuck: WaitingFileView[] } {
  return { coming: waiting.filter(({ usual }) => usual), stuck: waiting.filter(({ usual }) => !usual) };
}
