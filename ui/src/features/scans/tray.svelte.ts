/** The tray's list: one shelf of it, read a page at a time, and the scans that are marked to become one document. */

import { ApiFailure, call } from '../../ipc/call';
import type { ScanCountsView, ScanRowView, ScanShelf } from '../../ipc/generated/wire';

const PAGE = 50;

export class Tray {
  shelf = $state<ScanShelf>('kotak');
  rows = $state.raw<ScanRowView[]>();
  counts = $state.raw<ScanCountsView>();
  failure = $state.raw<ApiFailure>();
  loading = $state(false);
  /** Whether there may be more below. */
  more = $state(false);
  /** Ids of scans that are marked. */
  marked = $state.raw<readonly string[]>([]);
  #turn = 0;

  /** Shows a shelf from its beginning. */
  open = (shelf: ScanShelf): Promise<void> => {
    if (shelf !== this.shelf) [this.shelf, this.rows, this.marked] = [shelf, undefined, []];
    return this.#read([], PAGE);
  };

  /** Reads again as much as is shown. */
  again = (): Promise<void> => this.#read([], Math.max(PAGE, this.rows?.length ?? 0));

  /** The next page, below what is shown. */
  next = (): Promise<void> => this.#read(this.rows ?? [], (this.rows?.length ?? 0) + PAGE);

  mark(id: string, on: boolean): void {
    const others = this.marked.filter((other) => other !== id);
    this.marked = on ? [...others, id] : others;
  }

  /** Marked scans as they stand in the list, from above. */
  get together(): string[] {
    return (this.rows ?? []).filter((row) => mergeable(row) && this.marked.includes(row.id)).map(({ id }) => id);
  }

  /** The row that takes the place of one that goes: the one below it, or above at the end. */
  beside(id: string): string | undefined {
    const rows = this.rows ?? [];
    const at = rows.findIndex((row) => row.id === id);
    return at < 0 ? rows[0]?.id : (rows[at + 1] ?? rows[at - 1])?.id;
  }

  /** Shows a scan no more that has left; the next reading says the same. */
  drop(id: string): void {
    this.rows = this.rows?.filter((row) => row.id !== id);
  }

  /** An answer that a later reading has overtaken is not shown. */
  async #read(rows: ScanRowView[], count: number): Promise<void> {
    const turn = ++this.#turn;
    this.loading = true;
    try {
      let [more, counts] = [true, this.counts];
      while (more && rows.length < count) {
        const page = await call('scan_list', { shelf: this.shelf, before: rows.at(-1)?.id, limit: PAGE });
        [rows, more, counts] = [[...rows, ...page.rows], page.rows.length === PAGE, page.counts];
      }
      if (turn === this.#turn) [this.rows, this.more, this.counts, this.failure] = [rows, more, counts, undefined];
    } catch (fault) {
      if (!(fault instanceof ApiFailure)) throw fault;
      if (turn === this.#turn) this.failure = fault;
    } finally {
      if (turn === this.#turn) this.loading = false;
    }
  }
}

/** Whether a scan may be sent where it belongs: it waits for an officer. */
export function placeable({ state }: Pick<ScanRowView, 'state'>): boolean {
  return state === 'kotak' || state === 'gagal';
}

/** Whether pages of a scan may be put together with others: it waits for an officer, was read, and is no signed PDF. */
export function mergeable(scan: Pick<ScanRowView, 'state' | 'signed' | 'pages'>): boolean {
  return placeable(scan) && !scan.signed && scan.pages > 0;
}
