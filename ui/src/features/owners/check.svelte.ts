/** What the core says of an owner's form while it is typed. Faults are shown of fields that the officer has left or had refused; the newest answer wins. */

import { ApiFailure, call } from '../../ipc/call';
import type { Fault, OwnerFields, WarningView } from '../../ipc/generated/wire';

/** Milliseconds after the last key. */
const PAUSE = 250;

export class OwnerCheck {
  warnings = $state.raw<WarningView[]>([]);
  #faults = $state.raw<Fault[]>([]);
  #left = $state.raw<ReadonlySet<string>>(new Set());
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  /** The fault to be shown at a field. */
  fault(field: string): string | undefined {
    return this.#left.has(field) ? this.#faults.find((fault) => fault.field === field)?.text : undefined;
  }

  /** The officer left a field. */
  leave(field: string, details: OwnerFields): void {
    this.#left = new Set([...this.#left, field]);
    void this.now(details);
  }

  /** A key was typed. */
  soon(details: OwnerFields): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.now(details), PAUSE);
  }

  async now(details: OwnerFields): Promise<void> {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    try {
      const { warnings } = await call('owner_check', { ...details });
      if (turn === this.#turn) [this.warnings, this.#faults] = [warnings, []];
    } catch (fault) {
      if (!(fault instanceof ApiFailure)) throw fault;
      if (turn === this.#turn) [this.warnings, this.#faults] = [[], fault.error.faults];
    }
  }

  /** The core refused the form: every fault is shown. Of warnings that wait for a reason, the newest check tells. */
  refused(faults: Fault[], details: OwnerFields): void {
    this.#left = new Set([...this.#left, ...faults.map((fault) => fault.field)]);
    void this.now(details);
  }
}
