/**
 * Rows of a list that is read page by page with the cursor of its last row. What was read stays, so that scrolling back never waits; after a change
 * the rows are read again behind those that are shown.
 */

import { ApiFailure } from '../../ipc/call';

/** Rows of the first page: what a window shows, and a little more. */
const FIRST = 60;
/** Rows of a later page: the most that the core gives. */
const LATER = 200;

export type Load<Row> = (before: number | undefined, limit: number) => Promise<Row[]>;

export class Pages<Row extends { cursor: number }> {
  rows = $state.raw<Row[]>([]);
  /** Everything has been read. */
  done = $state(false);
  /** The first page is on its way. */
  starting = $state(true);
  failure = $state.raw<ApiFailure>();
  #load: Load<Row>;
  #turn = 0;
  #busy = false;

  constructor(load: Load<Row>) {
    this.#load = load;
  }

  /** Shows another list. What an older one still answers is not shown. */
  async restart(load: Load<Row>): Promise<void> {
    this.#load = load;
    [this.starting, this.#busy] = [true, false];
    const turn = ++this.#turn;
    await this.#ask(turn, async () => {
      const rows = await load(undefined, FIRST);
      if (turn === this.#turn) [this.rows, this.done] = [rows, rows.length < FIRST];
    });
    if (turn === this.#turn) this.starting = false;
  }

  /** Shows a list whose rows are known from before, and reads it again behind them. */
  async resume(load: Load<Row>): Promise<void> {
    this.#load = load;
    this.starting = false;
    await this.refresh();
  }

  /** Reads the next page, unless one is on its way or there is none. */
  async more(): Promise<void> {
    if (this.#busy || this.done || this.starting || this.failure) return;
    this.#busy = true;
    const turn = this.#turn;
    await this.#ask(turn, async () => {
      const next = await this.#load(this.rows.at(-1)?.cursor, LATER);
      if (turn === this.#turn) [this.rows, this.done] = [[...this.rows, ...next], next.length < LATER];
    });
    if (turn === this.#turn) this.#busy = false;
  }

  /** Reads again as far as was read, and shows it in one go. */
  async refresh(): Promise<void> {
    const turn = ++this.#turn;
    const wanted = Math.max(this.rows.length, FIRST);
    this.#busy = true;
    await this.#ask(turn, async () => {
      const rows: Row[] = [];
      for (let ended = false; !ended && rows.length < wanted; ) {
        const limit = Math.min(LATER, wanted - rows.length);
        const next = await this.#load(rows.at(-1)?.cursor, limit);
        if (turn !== this.#turn) return;
        rows.push(...next);
        ended = next.length < limit;
        if (ended || rows.length >= wanted) [this.rows, this.done] = [rows, ended];
      }
    });
    if (turn === this.#turn) [this.#busy, this.starting] = [false, false];
  }

  async #ask(turn: number, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      if (turn === this.#turn) this.failure = undefined;
    } catch (fault) {
      if (!(fault instanceof ApiFailure)) throw fault;
      if (turn === this.#turn) this.failure = fault;
    }
  }
}
