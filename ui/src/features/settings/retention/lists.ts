/** The lists of files, in the order in which time leads through them. */

import type { RetentionCountsView, RetentionListWord } from '../../../ipc/generated/wire';

export const LISTS = ['running', 'active', 'inactive', 'destroy', 'review', 'keep', 'held'] as const satisfies readonly RetentionListWord[];

/** What each list is painted with: in the bar and beside its name. */
export const PAINT: Record<RetentionListWord, string> = {
  running: 'var(--brand)', active: 'var(--done)', inactive: 'var(--wait)', destroy: 'var(--late)', review: 'var(--due)', keep: 'var(--ink-2)', held: 'var(--line-strong)',
};

/** The list of an address; the one that asks for something where it names none. */
export function listOf(word: string | undefined, counts: RetentionCountsView): RetentionListWord {
  return LISTS.find((list) => list === word) ?? (counts.destroy ? 'destroy' : counts.inactive ? 'inactive' : 'active');
}

/** Parts of the bar, in percent of all files; those that are held back stand in another part already. */
export function parts(counts: RetentionCountsView): { list: RetentionListWord; share: number }[] {
  const shown = LISTS.filter((list) => list !== 'held' && counts[list] > 0);
  const all = shown.reduce((sum, list) => sum + counts[list], 0);
  return shown.map((list) => ({ list, share: (counts[list] / all) * 100 }));
}
