/** Arrangements that were begun and not saved: they wait while the officer looks at another scan. */

import type { ScanView } from '../../ipc/generated/wire';
import { Arrangement } from './arrangement.svelte';
import { pagesOf } from './plan';

export interface Bench {
  arrangement: Arrangement;
  /** Scans whose pages were put in from elsewhere. */
  inserted: ScanView[];
}

const kept = new Map<string, Bench>();

const nameOf = (views: readonly ScanView[]) => views.map(({ row }) => row.id).join(' ');

/** The arrangement of these scans as it was left, or a new one. Several are begun as one document, in their order. */
export function benchOf(views: readonly ScanView[]): Bench {
  const count = views.reduce((sum, { pages }) => sum + pages.length, 0);
  const before = kept.get(nameOf(views));
  if (before && before.arrangement.begunWith === count) return before;
  const pages = views.flatMap(({ row, pages }) => pagesOf(row.id, pages.length));
  const bench = { arrangement: new Arrangement(pages.length ? [pages] : [], views.length > 1), inserted: [] };
  kept.set(nameOf(views), bench);
  return bench;
}

/** It was saved, or given up. */
export function forget(views: readonly ScanView[]): void {
  kept.delete(nameOf(views));
}
