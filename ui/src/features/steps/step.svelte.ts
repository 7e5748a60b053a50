/**
 * The work on one step: what is typed and not yet recorded, and its completion. What is typed is shown over what is recorded; leaving a field
 * records it, so that the core says what is missing and what differs. What the core does not take stays as typed.
 */

import { ApiFailure, call } from '../../ipc/call';
import type { CaseView, Fault, FieldView, OutcomeView } from '../../ipc/generated/wire';
import type { Draft } from '../../shared/drafts.svelte';
import type { CasePlace, Gate } from '../cases/case.svelte';

/** What is kept of unfinished work. */
export interface Typing {
  /** Fields whose text is not recorded. */
  answers: Record<string, string>;
  /** Remark, or what is missing. */
  note: string;
  /** When the step was really done; empty for now. */
  doneAt: string;
  /** Warning code → why the officer goes on. */
  why: Record<string, string>;
  /** Letter template → values that the officer gives. */
  letters: Record<string, Record<string, string>>;
}

type Kept = Pick<Draft<Typing>, 'load' | 'touch' | 'flush' | 'discard'>;

export class StepWork {
  answers = $state<Record<string, string>>({});
  note = $state('');
  doneAt = $state('');
  why = $state<Record<string, string>>({});
  letters = $state<Record<string, Record<string, string>>>({});
  /** Faults of single fields, until they are typed in again. */
  faults = $state.raw<Fault[]>([]);
  /** What a refused completion said; it takes the focus. */
  refusal = $state.raw<Fault[]>([]);
  /** What it said as a whole, where that says more than its single parts. */
  refusedBecause = $state('');
  failure = $state.raw<ApiFailure>();
  busy = $state(false);
  /** Typing of an earlier visit is shown. */
  restored = $state(false);
  /** When a field was last recorded, by this computer's clock. */
  recordedAt = $state.raw<Date>();
  readonly step: number;
  readonly #place: CasePlace;
  readonly #kept: Kept;
  readonly #gate: Gate;

  constructor(place: CasePlace, gate: Gate, kept: Kept) {
    [this.#place, this.#gate, this.#kept, this.step] = [place, gate, kept, place.view.step];
  }

  /** What is kept while it is not recorded. */
  body = (): Typing => {
    const { answers, note, doneAt, why, letters } = this;
    return $state.snapshot({ answers, note, doneAt, why, letters });
  };

  /** Brings back what was typed here before. What is typed meanwhile, or was recorded since, goes before. */
  async restore(): Promise<void> {
    // What an older version kept may lack parts.
    const kept: Partial<Typing> | null = await this.#kept.load();
    if (!kept) return;
    const known = new Map(this.#fields().map((field) => [field.id, field.value]));
    const open = Object.entries(kept.answers ?? {}).filter(([id, value]) => known.has(id) && known.get(id) !== value);
    this.answers = { ...Object.fromEntries(open), ...this.answers };
    this.why = { ...kept.why, ...this.why };
    this.letters = { ...kept.letters, ...this.letters };
    this.note ||= kept.note ?? '';
    this.doneAt ||= kept.doneAt ?? '';
    this.restored = open.length > 0 || Boolean(kept.note || kept.doneAt);
  }

  value(field: FieldView): string {
    return this.answers[field.id] ?? field.value;
  }

  fault(field: string): string | null {
    return this.faults.find((fault) => fault.field === field)?.text ?? null;
  }

  type(field: string, value: string): void {
    this.answers[field] = value;
    this.faults = this.faults.filter((fault) => fault.field !== field);
    this.#kept.touch();
  }

  /** Something beside the fields was typed. */
  touch = (): void => this.#kept.touch();

  /** The officer left a field: its text is recorded. */
  async leave(field: string): Promise<void> {
    const value = this.answers[field];
    if (value === undefined) return;
    if (value === this.#recorded(field)) return this.#settle({ [field]: value });
    try {
      await this.#place.change((seen) => call('case_fill', { ...seen, step: this.step, answers: { [field]: value } }));
      await this.#settle({ [field]: value });
      [this.recordedAt, this.failure] = [new Date(), undefined];
    } catch (fault) {
      this.#refused(fault);
    }
  }

  /** Completes the step; answers whether it was. Quick clicks after the first do nothing. */
  async complete(outcome?: OutcomeView): Promise<boolean> {
    if (!this.#gate.enter()) return false;
    this.busy = true;
    [this.refusal, this.failure] = [[], undefined];
    let done = false;
    try {
      await this.#place.change((seen) => this.#send(seen, outcome));
      done = true;
    } catch (fault) {
      this.#refused(fault, true);
    } finally {
      this.busy = false;
      this.#gate.leave(done);
    }
    if (done) await this.#forget();
    return done;
  }

  #send(seen: { case: string; revision: number }, outcome: OutcomeView | undefined): Promise<CaseView> {
    const { answers, note, doneAt, why } = this.body();
    const confirmed = Object.fromEntries(Object.entries(why).filter(([, reason]) => reason.trim()));
    const args = { ...seen, step: this.step, answers, outcome: outcome?.name, note, done_at: doneAt || undefined, confirmed };
    return call(this.#isLast() ? 'case_close' : 'case_complete', args);
  }

  #isLast(): boolean {
    return this.#place.view.steps.some((step) => step.step === this.step && step.symbol === 'selesai');
  }

  #fields(): FieldView[] {
    return this.#place.view.form?.fields ?? [];
  }

  #recorded(field: string): string | undefined {
    return this.#fields().find((known) => known.id === field)?.value;
  }

  /** What is recorded is no longer typing, unless it was typed on meanwhile. */
  async #settle(recorded: Record<string, string>): Promise<void> {
    for (const [field, value] of Object.entries(recorded)) {
      if (this.answers[field] === value) delete this.answers[field];
    }
    if (this.#isEmpty()) await this.#kept.discard();
    else this.#kept.touch();
  }

  #isEmpty(): boolean {
    const { answers, note, doneAt, why, letters } = this;
    return !note && !doneAt && [answers, why, letters].every((part) => Object.keys(part).length === 0);
  }

  async #forget(): Promise<void> {
    [this.answers, this.why, this.letters, this.note, this.doneAt] = [{}, {}, {}, '', ''];
    await this.#kept.discard();
  }

  #refused(fault: unknown, completing = false): void {
    if (!(fault instanceof ApiFailure)) throw fault;
    const { code, faults } = fault.error;
    const aboutFields = code === 'invalid-fields' && faults.length > 0;
    if (aboutFields) this.faults = [...this.faults.filter((old) => !faults.some((now) => now.field === old.field)), ...faults];
    if (completing && faults.length) [this.refusal, this.refusedBecause] = [faults, code === 'incomplete' ? '' : fault.error.message];
    else if (!aboutFields) this.failure = fault;
  }
}
