/**
 * How pages are to lie together: documents, each with its pages in order. A plan is only looked at and changed; the core makes new scans of it,
 * and the files that the pages are of keep every byte.
 */

import type { PagePickArgs } from '../../ipc/generated/wire';

/** A page under work. */
export interface PlanPage {
  /** Its own name within the plan. */
  key: string;
  /** Id of its scan. */
  scan: string;
  /** Which page of that scan, from 1. */
  page: number;
  /** Quarter turns to the right, 0 to 3. */
  turns: number;
}

/** Documents that are to be made, none of them empty. */
export type Plan = readonly (readonly PlanPage[])[];

type Chosen = ReadonlySet<string>;

/** All pages of a scan, as they came. */
export function pagesOf(scan: string, count: number): PlanPage[] {
  return Array.from({ length: count }, (_, at) => ({ key: `${scan}/${at + 1}`, scan, page: at + 1, turns: 0 }));
}

/** The chosen pages become a document of their own, behind the one that the first of them is of. All pages of a document cannot leave it. */
export function split(plan: Plan, chosen: Chosen): Plan {
  const taken = plan.flat().filter(({ key }) => chosen.has(key));
  const at = plan.findIndex((pages) => pages.some(({ key }) => chosen.has(key)));
  // A document by itself already.
  const alone = plan[at]?.length === taken.length && plan[at].every(({ key }) => chosen.has(key));
  if (!taken.length || alone) return plan;
  const rest = plan.map((pages) => pages.filter(({ key }) => !chosen.has(key)));
  return full([...rest.slice(0, at + 1), taken, ...rest.slice(at + 1)]);
}

/** A document goes on where the one before it ends. */
export function join(plan: Plan, document: number): Plan {
  const [before, own] = [plan[document - 1], plan[document]];
  if (!before || !own) return plan;
  return [...plan.slice(0, document - 1), [...before, ...own], ...plan.slice(document + 1)];
}

/** The chosen pages come to stand before another page, or behind it. */
export function move(plan: Plan, chosen: Chosen, beside: string, side: 'before' | 'behind'): Plan {
  if (chosen.has(beside)) return plan;
  const taken = plan.flat().filter(({ key }) => chosen.has(key));
  const put = (page: PlanPage) => (side === 'before' ? [...taken, page] : [page, ...taken]);
  return full(plan.map((pages) => pages.filter(({ key }) => !chosen.has(key)).flatMap((page) => (page.key === beside ? put(page) : [page]))));
}

/** The chosen pages change places with their neighbour: one step ahead or back, also into the next document. */
export function shift(plan: Plan, chosen: Chosen, by: 1 | -1): Plan {
  const all = plan.flat();
  const places = all.map(({ key }, at) => (chosen.has(key) ? at : -1)).filter((at) => at >= 0);
  const at = by < 0 ? Math.min(...places) - 1 : Math.max(...places) + 1;
  const beside = all[at];
  if (!places.length || !beside) return plan;
  const [first] = chosen;
  const apart = documentOf(plan, beside.key) !== documentOf(plan, first ?? '');
  // The first step out of a document only crosses its border.
  const side = by < 0 ? (apart ? 'behind' : 'before') : apart ? 'before' : 'behind';
  return move(plan, chosen, beside.key, side);
}

/** The chosen pages are turned by quarters to the right. */
export function turn(plan: Plan, chosen: Chosen, quarters: number): Plan {
  return plan.map((pages) => pages.map((page) => (chosen.has(page.key) ? { ...page, turns: (page.turns + quarters + 4) % 4 } : page)));
}

/** The plan without the chosen pages; one page at least stays. */
export function leaveOut(plan: Plan, chosen: Chosen): Plan {
  const rest = full(plan.map((pages) => pages.filter(({ key }) => !chosen.has(key))));
  return rest.length ? rest : plan;
}

/** Pages of another scan, behind a page of the plan or at its end. What is there already is not put in twice. */
export function insert(plan: Plan, fresh: readonly PlanPage[], behind: string | undefined): Plan {
  const there = new Set(plan.flat().map(({ key }) => key));
  const added = fresh.filter(({ key }) => !there.has(key));
  const last = behind !== undefined && there.has(behind) ? behind : plan.flat().at(-1)?.key;
  return plan.map((pages) => pages.flatMap((page) => (page.key === last ? [page, ...added] : [page])));
}

/** Which document a page is in. */
export function documentOf(plan: Plan, key: string): number {
  return plan.findIndex((pages) => pages.some((page) => page.key === key));
}

/** Whether two plans make the same. */
export function same(one: Plan, other: Plan): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** As the core takes it. */
export function pieces(plan: Plan): PagePickArgs[][] {
  return plan.map((pages) => pages.map(({ scan, page, turns }) => ({ id: scan, page, turns })));
}

function full(plan: PlanPage[][]): Plan {
  return plan.filter((pages) => pages.length > 0);
}
