/** Long work over the whole office: how far it is, and the wish that it ends. */

import { platform } from '../../../ipc/computer';
import { onProgress, type Progress } from '../../../ipc/events';
import { Attempt } from '../../../shared/attempt.svelte';

export class LongWork extends Attempt {
  progress = $state.raw<Progress>();
  /** The officer wishes that it ends; the core answers at its next step. */
  stopping = $state(false);

  /** Answers whether it was carried out to its end. That the officer ended it is no failure. */
  work = async (run: () => Promise<unknown>): Promise<boolean> => {
    [this.progress, this.stopping] = [undefined, false];
    const end = onProgress((progress) => (this.progress = progress));
    try {
      return await this.run(run);
    } finally {
      end();
      if (this.failure?.error.code === 'stopped') this.failure = undefined;
    }
  };

  stop = async (): Promise<void> => {
    this.stopping = true;
    await platform.stopWork();
  };
}
