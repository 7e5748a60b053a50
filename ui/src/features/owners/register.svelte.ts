/** Owners by name, page after page, from a letter of the alphabet on. */

import { ApiFailure, call } from '../../ipc/call';
import type { OwnerListArgs, OwnerSummary } from '../../ipc/generated/wire';

const PAGE = 50;
/** Most rows that the core gives at once. */
const MOST = 200;

export class Register {
  rows = $state.raw<OwnerSummary[]>([]);
  done = $state(false);
  busy = $state(true);
  failure = $state.raw<ApiFailure>();
  #letter = '';
  #turn = 0;

  /** Begins with the first name at or after the letter; everything if it is empty. */
  async start(letter: string): Promise<void> {
    this.#letter = letter;
    await this.#read([], PAGE);
  }

  async more(): Promise<void> {
    if (!this.busy && !this.done) await this.#read(this.rows, PAGE);
  }

  /** Reads again as many as were shown. */
  async refresh(): Promise<void> {
    await this.#read([], Math.min(MOST, Math.max(PAGE, this.rows.length)));
  }

  async #read(before: OwnerSummary[], limit: number): Promise<void> {
    const turn = ++this.#turn;
    this.busy = true;
    try {
      const next = await call('owner_list', { ...this.#after(before.at(-1)), limit });
      if (turn === this.#turn) [this.rows, this.done, this.failure] = [[...before, ...next], next.length < limit, undefined];
    } catch (fault) {
      if (!(fault instanceof ApiFailure)) throw fault;
      if (turn === this.#turn) this.failure = fault;
    } finally {
      if (turn === this.#turn) this.busy = false;
    }
  }

  /** Every cursor is greater than -1, so that a name that is the letter itself is there too. */
  #after(last: OwnerSummary | undefined): Pick<OwnerListArgs, 'after'> {
    if (last) return { after: [last.name, last.cursor] };
    return this.#letter ? { after: [this.#letter, -1] } : {};
  }
}
