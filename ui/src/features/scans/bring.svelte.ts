/** Files that an officer brings into the tray by hand: each goes its own way, and a refused one keeps no other from coming. */

import { ApiFailure, call } from '../../ipc/call';
import type { LocalFile } from '../../ipc/computer';

export interface Refused {
  name: string;
  why: string;
}

export class Bringing {
  busy = $state(false);
  refused = $state.raw<Refused[]>([]);

  /** Answers with the ids of those that came in. */
  async take(files: readonly LocalFile[]): Promise<string[]> {
    const came: string[] = [];
    const refused: Refused[] = [];
    [this.busy, this.refused] = [true, []];
    try {
      for (const { name, path } of files) {
        try {
          came.push(await call('scan_bring', { path }));
        } catch (fault) {
          if (!(fault instanceof ApiFailure)) throw fault;
          refused.push({ name, why: fault.error.message });
        }
      }
    } finally {
      [this.busy, this.refused] = [false, refused];
    }
    return came;
  }
}
