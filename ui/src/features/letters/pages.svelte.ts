/** Rows that are read a page at a time. */

import { ApiFailure } from '../../ipc/call';

interface Row {
  cursor: number;
}

export class Pages<T extends Row> {
  rows = $state.raw<T[]>();
  failure = $state.raw<ApiFailure>();
  loading = $state(false);
  /** Whether there may be more. */
  more = $state(false);
  #turn = 0;
  readonly #read: (before: number | undefined, limit: number) => Promise<T[]>;
  readonly #size: number;

  constructor(read: (before: number | undefined, limit: number) => Promise<T[]>, size: number) {
    [this.#read, this.#size] = [read, size];
  }

  /** The first page. */
  begin = (): Promise<void> => this.#fill([], this.#size);

  /** The next page, below what is shown. */
  next = (): Promise<void> => this.#fill(this.rows ?? [], (this.rows?.length ?? 0) + this.#size);

  /** Reads again as much as is shown. */
  again = (): Promise<void> => this.#fill([], Math.max(this.#size, this.rows?.length ?? 0));

  /** Reads on from `rows` until there are `count`. An answer that a later reading has overtaken is not shown. */
  async #fill(rows: T[], count: number): Promise<void> {
    const turn = ++this.#turn;
    this.loading = true;
    try {
      let more = true;
      while (more && rows.length < count) {
        const page = await this.#read(rows.at(-1)?.cursor, this.#size);
        [rows, more] = [[...rows, ...page], page.length === this.#size];
      }
      if (turn === this.#turn) [this.rows, this.more, this.failure] = [rows, more, undefined];
    } catch (fault) {
      if (!(fault instanceof ApiFailure)) throw fault;
      if (turn === this.#turn) this.failure = fault;
    } finally {
      if (turn === this.#turn) this.loading = false;
    }
  }
}
