/** The number that a register would give next, written as its settings are being typed. The newest answer wins. */

import { ApiFailure, call } from '../../../ipc/call';
import type { RegisterFields } from '../../../ipc/generated/wire';

/** Milliseconds after the last key. */
const PAUSE = 200;

export class NextNumber {
  /** The number; none while it is not known or cannot be written. */
  text = $state<string | null>(null);
  /** Why it cannot be written. */
  fault = $state<string | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  /** Asks at once. */
  async now(register: string, fields: RegisterFields): Promise<void> {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    const { text, fault } = await this.#answer(register, fields);
    if (turn === this.#turn) [this.text, this.fault] = [text, fault];
  }

  /** Asks once the typing rests. */
  soon(register: string, fields: RegisterFields): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.now(register, fields), PAUSE);
  }

  /** Nobody looks any more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#turn++;
  }

  async #answer(register: string, fields: RegisterFields): Promise<{ text: string | null; fault: string | null }> {
    try {
      return await call('number_next', { register, fields });
    } catch (failure) {
      if (!(failure instanceof ApiFailure)) throw failure;
      return { text: null, fault: failure.error.message };
    }
  }
}
