/** How many requests a filter has, where the core's counts can tell. */

import type { CountView } from '../../ipc/generated/wire';
import type { Filter } from './filter';

const countable = ({ queue, assignee, text, owner }: Filter) => !queue && !assignee && !text.trim() && !owner;

const sum = (counts: CountView[]) => counts.reduce((all, count) => all + count.cases, 0);

/** Requests by standing, under `''` all; nothing where the rest of the filter is beyond counting. */
export function countsOf(counts: CountView[], filter: Filter): Record<string, number> | undefined {
  if (!countable(filter)) return undefined;
  const wanted = counts.filter((count) => !filter.service || count.service === filter.service);
  const by: Record<string, number> = { '': sum(wanted) };
  for (const { standing, cases } of wanted) by[standing] = (by[standing] ?? 0) + cases;
  return by;
}

export function total(counts: CountView[], filter: Filter): number | undefined {
  const by = countsOf(counts, filter);
  return by && (by[filter.standing] ?? 0);
}
