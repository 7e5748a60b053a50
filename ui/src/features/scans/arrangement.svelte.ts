/** The pages of one document or several under work: which are chosen, what was done to them, and the way back step by step. */

import * as plans from './plan';
import type { Plan, PlanPage } from './plan';

interface Step {
  plan: Plan;
  chosen: ReadonlySet<string>;
}

/** How a page is chosen: alone, together with others, or up to it. */
export type Way = 'alone' | 'also' | 'up-to';

export class Arrangement {
  plan = $state.raw<Plan>([]);
  chosen = $state.raw<ReadonlySet<string>>(new Set());
  /** The page that the keys are at. */
  at = $state('');
  #anchor = '';
  #past = $state.raw<Step[]>([]);
  readonly #begun: Plan;
  /** What it was begun with is news already: several scans that are to become one. */
  readonly #fresh: boolean;

  constructor(begun: Plan, fresh = false) {
    [this.#begun, this.#fresh, this.plan] = [begun, fresh, begun];
    this.at = this.#anchor = begun[0]?.[0]?.key ?? '';
  }

  /** How many pages it was begun with. */
  get begunWith(): number {
    return this.#begun.flat().length;
  }

  get pages(): PlanPage[] {
    return this.plan.flat();
  }

  /** Whether there is something to be made. */
  get dirty(): boolean {
    return this.#fresh || !plans.same(this.plan, this.#begun);
  }

  get undoable(): boolean {
    return this.#past.length > 0;
  }

  choose(key: string, way: Way): void {
    if (way === 'up-to') this.chosen = this.#between(this.#anchor, key);
    else if (way === 'alone') this.chosen = new Set([key]);
    else {
      const next = new Set(this.chosen);
      if (!next.delete(key)) next.add(key);
      this.chosen = next;
    }
    if (way !== 'up-to') this.#anchor = key;
    this.at = key;
  }

  all(): void {
    this.chosen = new Set(this.pages.map(({ key }) => key));
  }

  none(): void {
    this.chosen = new Set();
  }

  /** Moves the keys' place; with `extend` everything between is chosen. Answers where it is now. */
  step(by: number, extend = false): string {
    const all = this.pages;
    const now = all.findIndex(({ key }) => key === this.at);
    const next = all[Math.min(all.length - 1, Math.max(0, now + by))];
    if (!next) return this.at;
    this.at = next.key;
    if (extend) this.chosen = this.#between(this.#anchor, next.key);
    return next.key;
  }

  split = (): void => this.#do((plan) => plans.split(plan, this.#meant()));
  join = (document: number): void => this.#do((plan) => plans.join(plan, document));
  shift = (by: 1 | -1): void => this.#do((plan) => plans.shift(plan, this.#meant(), by));
  turn = (quarters: number): void => this.#do((plan) => plans.turn(plan, this.#meant(), quarters));

  move(beside: string, side: 'before' | 'behind'): void {
    this.#do((plan) => plans.move(plan, this.#meant(), beside, side));
  }

  leaveOut(keys: ReadonlySet<string> = this.#meant()): void {
    const all = this.pages;
    const at = all.findIndex(({ key }) => key === this.at);
    this.#do((plan) => plans.leaveOut(plan, keys));
    this.chosen = new Set([...this.chosen].filter((key) => this.#has(key)));
    // The keys stay where they were, on the next page that is left.
    if (!this.#has(this.at)) {
      const left = all.slice(at).find(({ key }) => this.#has(key)) ?? this.pages.at(-1);
      this.at = this.#anchor = left?.key ?? '';
    }
  }

  insert(fresh: readonly PlanPage[]): void {
    const last = this.pages.filter(({ key }) => this.chosen.has(key)).at(-1)?.key;
    this.#do((plan) => plans.insert(plan, fresh, last));
    this.chosen = new Set(fresh.map(({ key }) => key).filter((key) => this.#has(key)));
    this.at = this.#anchor = fresh[0]?.key ?? this.at;
  }

  /** Takes back the last step. */
  undo = (): void => {
    const before = this.#past.at(-1);
    if (!before) return;
    this.#past = this.#past.slice(0, -1);
    [this.plan, this.chosen] = [before.plan, before.chosen];
    if (!this.#has(this.at)) this.at = this.#anchor = this.pages[0]?.key ?? '';
  };

  /** Takes back every step, as one. */
  reset = (): void => this.#do(() => this.#begun);

  /** What a button is about: the chosen pages, or the one that the keys are at. */
  #meant(): ReadonlySet<string> {
    return this.chosen.size ? this.chosen : new Set([this.at]);
  }

  #do(work: (plan: Plan) => Plan): void {
    const next = work(this.plan);
    if (plans.same(next, this.plan)) return;
    this.#past = [...this.#past, { plan: this.plan, chosen: this.chosen }];
    this.plan = next;
  }

  #between(one: string, other: string): ReadonlySet<string> {
    const keys = this.pages.map(({ key }) => key);
    const [from, to] = [keys.indexOf(one), keys.indexOf(other)].sort((a, b) => a - b) as [number, number];
    return new Set(keys.slice(Math.max(0, from), to + 1));
  }

  #has(key: string): boolean {
    return this.pages.some((page) => page.key === key);
  }
}
