/** Addresses within the tray: `pindai`, `pindai?rak=tersimpan`, `pindai/<scan>?rak=tersimpan`. */

import type { ScanShelf } from '../../ipc/generated/wire';
import type { Route } from '../../shared/route.svelte';

const SHELVES: readonly ScanShelf[] = ['kotak', 'tersimpan', 'disisihkan'];

export function placeOf(shelf: ScanShelf, scan?: string): string {
  return `pindai${scan ? `/${scan}` : ''}${shelf === 'kotak' ? '' : `?rak=${shelf}`}`;
}

/** The shelf at an address; what waits if it names none. */
export function shelfAt({ query }: Pick<Route, 'query'>): ScanShelf {
  return SHELVES.find((shelf) => shelf === query.get('rak')) ?? 'kotak';
}
