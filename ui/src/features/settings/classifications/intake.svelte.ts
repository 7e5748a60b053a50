/** A file on its way to become the list: what it would change, looked at before it is taken. */

import { ApiFailure, call } from '../../../ipc/call';
import type { ClassificationCheckView, ClassificationView } from '../../../ipc/generated/wire';
import type { LocalFile } from '../../../ipc/computer';

/** A code that changes; `before` is what it stood for. */
export interface Change {
  kind: 'added' | 'changed' | 'removed';
  row: ClassificationView;
  before?: string;
}

/** As many changes as are shown one by one. */
const SHOWN = 100;

export class Intake {
  readonly file: LocalFile;
  /** Codes that the file does not have go. */
  replace = $state(false);
  check = $state.raw<ClassificationCheckView>();
  failure = $state.raw<ApiFailure>();
  busy = $state(false);
  #turn = 0;

  constructor(file: LocalFile) {
    this.file = file;
  }

  /** Reads the file. What was seen before is not to be taken meanwhile. */
  look = async (): Promise<void> => {
    this.check = undefined;
    await this.#work(async (isLast) => {
      const check = await call('classification_check', { path: this.file.path, replace: this.replace });
      if (isLast()) this.check = check;
    });
  };

  /** Takes what was seen; answers whether it was. */
  take = (): Promise<boolean> => {
    const { replace, check } = this;
    return this.#work(() => call('classification_import', { path: this.file.path, replace, ...(check && { seen: check.seen }) }));
  };

  /** Only of what was begun last is told whether it is under way, and why it was refused. */
  async #work(work: (isLast: () => boolean) => Promise<unknown>): Promise<boolean> {
    const turn = ++this.#turn;
    const isLast = () => turn === this.#turn;
    [this.busy, this.failure] = [true, undefined];
    try {
      await work(isLast);
      return true;
    } catch (fault) {
      if (!(fault instanceof ApiFailure)) throw fault;
      if (isLast()) this.failure = fault;
      return false;
    } finally {
      if (isLast()) this.busy = false;
    }
  }

  /** There is something to take. */
  get ready(): boolean {
    return Boolean(this.check && !this.check.faulty && this.total);
  }

  /** How many codes change. */
  get total(): number {
    const counts = this.check?.counts;
    return counts ? counts.added + counts.changed + counts.removed : 0;
  }

  /** What changes, that which takes something away first. */
  get changes(): Change[] {
    const { check } = this;
    if (!check) return [];
    const changed = check.renamed.map(({ before, after }): Change => {
      const was = (row: ClassificationView) => (row.note ? `${row.name} (${row.note})` : row.name);
      return { kind: 'changed', row: after, before: was(before) };
    });
    const of = (kind: 'added' | 'removed') => check[kind].map((row): Change => ({ kind, row }));
    return [...of('removed'), ...changed, ...of('added')].slice(0, SHOWN);
  }
}
