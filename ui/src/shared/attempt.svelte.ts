/** One try of something that the core may refuse: whether it is under way, and why it was refused. */

import { ApiFailure } from '../ipc/call';

export class Attempt {
  busy = $state(false);
  failure = $state.raw<ApiFailure>();

  /** Answers whether it was carried out. While one is under way, another is not begun. */
  run = async (work: () => Promise<unknown>): Promise<boolean> => {
    if (this.busy) return false;
    [this.busy, this.failure] = [true, undefined];
    try {
      await work();
      return true;
    } catch (fault) {
      if (!(fault instanceof ApiFailure)) throw fault;
      this.failure = fault;
      return false;
    } finally {
      this.busy = false;
    }
  };

  /** What was said of one field. */
  error = (field: string): string | undefined => {
    const error = this.failure?.error;
    return error?.faults.find((fault) => fault.field === field)?.text ?? (error?.field === field ? error.message : undefined);
  };
}
