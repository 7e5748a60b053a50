/** A form of the settings: what is typed, what the core holds, and the draft between the two. */

import { ApiFailure } from '../../ipc/call';
import type { Fault } from '../../ipc/generated/wire';
import { type Draft, type DraftSubject, draft } from '../../shared/drafts.svelte';
import { Unreadable, faultsOf } from './faults';

export type Record<T> = (values: T) => Promise<void>;

export class Form<T extends object> {
  values = $state() as T;
  faults = $state.raw<Fault[]>([]);
  /** A failure that is about no single field. */
  failure = $state.raw<ApiFailure>();
  busy = $state(false);
  /** Typing from before was found and put back. */
  recovered = $state(false);
  /** The draft was asked for: typing can begin. */
  ready = $state(false);
  #held = $state.raw('');
  #seen = '';
  readonly #draft: Draft<T>;
  readonly #record: Record<T>;

  constructor(initial: T, record: Record<T>, key: string, makeDraft: (key: string, body: () => T) => Draft<T>) {
    [this.values, this.#held, this.#record] = [structuredClone(initial), JSON.stringify(initial), record];
    this.#seen = this.#held;
    this.#draft = makeDraft(key, () => $state.snapshot(this.values) as T);
  }

  /** Whether what is typed differs from what the core holds. */
  get dirty(): boolean {
    return JSON.stringify(this.values) !== this.#held;
  }

  get draft(): Draft<unknown> {
    return this.#draft as Draft<unknown>;
  }

  /** What the core says of a field. */
  error = (field: string): string | undefined => this.faults.find((fault) => fault.field === field)?.text;

  /** Takes back what was said of these fields: something else was chosen, of which nothing wrong is known yet. */
  mended = (...fields: string[]): void => {
    this.faults = this.faults.filter(({ field }) => !fields.includes(field));
  };

  /** Puts typing from before back. */
  restore = async (): Promise<void> => {
    try {
      const kept = await this.#draft.load();
      if (kept && !this.dirty) this.values = { ...this.values, ...kept };
    } catch {
      // A draft that cannot be read any more is no reason to refuse the form.
    }
    this.#seen = JSON.stringify(this.values);
    [this.recovered, this.ready] = [this.dirty, true];
  };

  /** The core holds something else now. What is being typed stays. */
  renew = (initial: T): void => {
    const [held, clean] = [JSON.stringify(initial), !this.dirty];
    if (held === this.#held) return;
    this.#held = held;
    if (clean) this.#show(structuredClone(initial));
  };

  /** Keeps what is typed as a draft, when it changed. */
  keep = (now: string): void => {
    if (!this.ready || now === this.#seen) return;
    this.#seen = now;
    if (now === this.#held) void this.#draft.discard();
    else this.#draft.touch();
  };

  /** Takes everything back to what the core holds. Answers with a function that brings the typing back. */
  discard = async (): Promise<() => void> => {
    const typed = $state.snapshot(this.values) as T;
    this.#show(JSON.parse(this.#held) as T);
    [this.faults, this.failure, this.recovered] = [[], undefined, false];
    await this.#draft.discard();
    return () => (this.values = typed);
  };

  /** Records what is typed; answers whether it was. */
  submit = async (): Promise<boolean> => {
    if (this.busy) return false;
    this.busy = true;
    [this.faults, this.failure] = [[], undefined];
    const sent = $state.snapshot(this.values) as T;
    try {
      await this.#record(sent);
      await this.#accepted(sent);
      return true;
    } catch (fault) {
      this.#refused(fault);
      return false;
    } finally {
      this.busy = false;
    }
  };

  async #accepted(sent: T): Promise<void> {
    this.#held = JSON.stringify(sent);
    this.recovered = false;
    await this.#draft.discard();
    if (this.dirty) this.#draft.touch();
  }

  #refused(fault: unknown): void {
    if (fault instanceof Unreadable) this.faults = fault.faults;
    else if (!(fault instanceof ApiFailure)) throw fault;
    else if (faultsOf(fault).length) this.faults = faultsOf(fault);
    else this.failure = fault;
  }

  #show(values: T): void {
    this.values = values;
    this.#seen = JSON.stringify(values);
  }
}

/** A form that lives as long as the component that asks for it. `initial` is what the core holds. */
export function form<T extends object>(key: string, initial: () => T, record: Record<T>, subject?: DraftSubject): Form<T> {
  const made = new Form(initial(), record, `pengaturan/${key}`, (name, body) => draft(name, body, subject));
  void made.restore();
  $effect(() => made.renew(initial()));
  $effect(() => made.keep(JSON.stringify(made.values)));
  return made;
}
