/** Looks codes up while one is typed. The newest answer wins. */

import { ApiFailure, call } from '../../../ipc/call';
import type { ClassificationFoundView } from '../../../ipc/generated/wire';

/** Milliseconds after the last key. */
const PAUSE = 120;
/** As many as are looked through at a glance. */
const LIMIT = 30;

export class Codes {
  found = $state.raw<ClassificationFoundView>();
  /** What `found` was asked for. */
  #asked = $state.raw<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;

  /** Asks once the typing rests. */
  soon(typed: string): void {
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    this.#timer = setTimeout(() => void this.#find(typed, turn), PAUSE);
  }

  /** Asks at once. */
  now(typed: string): Promise<void> {
    clearTimeout(this.#timer);
    return this.#find(typed, ++this.#turn);
  }

  /** Nobody looks any more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#turn++;
  }

  /** What a code stands for; `undefined` while that is not known, `null` where a list that has codes does not have it. */
  nameOf(typed: string): string | null | undefined {
    const code = typed.trim();
    if (!code || this.#asked !== code || !this.found?.codes) return undefined;
    return this.found.exact?.name ?? null;
  }

  async #find(typed: string, turn: number): Promise<void> {
    try {
      const found = await call('classification_find', { text: typed, limit: LIMIT });
      if (turn === this.#turn) [this.found, this.#asked] = [found, typed.trim()];
    } catch (fault) {
      // Without the list the code is typed as before.
      if (!(fault instanceof ApiFailure)) throw fault;
      if (turn === this.#turn) [this.found, this.#asked] = [undefined, undefined];
    }
  }
}
