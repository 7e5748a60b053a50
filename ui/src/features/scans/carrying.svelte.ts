/** A scan that is drawn from the list to where it belongs: over a case for a moment, and its places open. */

import type { Attachment } from 'svelte/attachments';
import type { ScanRowView } from '../../ipc/generated/wire';
import { drawn } from './drag';
import { type Choice, Placing } from './placing.svelte';

/** What lies under the pointer. */
export interface Under {
  x: number;
  y: number;
  /** One of the choices, or the way back to the cases. */
  at: number | 'back' | undefined;
}

/** What was let go, and on which of the choices. */
export interface Dropped {
  scan: ScanRowView;
  placing: Placing;
  choice: Choice;
}

/** Milliseconds over a case until its places open. */
const REST = 450;

export class Carrying {
  scan = $state.raw<ScanRowView>();
  placing = $state.raw<Placing>();
  under = $state.raw<Under>({ x: 0, y: 0, at: undefined });
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The case whose places are on their way. */
  #opening: Choice | undefined;

  begin(scan: ScanRowView): void {
    [this.scan, this.placing, this.under] = [scan, Placing.of(scan), { x: 0, y: 0, at: undefined }];
    this.placing.at = -1;
  }

  over(under: Under): void {
    const { placing } = this;
    const moved = under.at !== this.under.at;
    this.under = under;
    if (!placing || !moved) return;
    clearTimeout(this.#timer);
    placing.at = typeof under.at === 'number' ? under.at : -1;
    if (under.at !== undefined) this.#timer = setTimeout(() => void this.#open(), REST);
  }

  /** Ends it. Answers with what it was let go on: only where that is what was marked, as places may have come under a resting pointer. */
  end(at: Under['at']): Dropped | undefined {
    const { scan, placing } = this;
    clearTimeout(this.#timer);
    const marked = placing?.at === at ? placing?.current : undefined;
    const choice = this.#opening ?? marked;
    [this.scan, this.placing, this.#opening] = [undefined, undefined, undefined];
    return scan && placing && choice ? { scan, placing, choice } : undefined;
  }

  /** For the list that scans are drawn from. */
  from(find: (id: string) => ScanRowView | undefined, drop: (dropped: Dropped) => void): Attachment<HTMLElement> {
    return drawn<Under>({
      open: () => true,
      begin: (id) => {
        const scan = find(id);
        if (scan) this.begin(scan);
      },
      spot: under,
      over: (to) => to && this.over(to),
      drop: (to) => {
        const dropped = this.end(to?.at);
        if (dropped) drop(dropped);
      },
    });
  }

  /** Shows what is behind the place under the pointer: places of a case, or the cases again. Nothing is chosen by it. */
  async #open(): Promise<void> {
    const { placing, under } = this;
    const marked = placing?.current;
    if (!placing || (under.at !== 'back' && !marked?.case)) return;
    if (under.at === 'back') placing.back();
    else if (marked) {
      this.#opening = marked;
      await placing.open(marked);
      // Let go meanwhile, it is the dialog's.
      if (this.placing !== placing) return;
      this.#opening = undefined;
    }
    placing.at = -1;
    this.under = { ...this.under, at: undefined };
  }
}

function under({ clientX: x, clientY: y }: PointerEvent): Under {
  const at = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-board] [data-at]')?.dataset.at;
  return { x, y, at: at === undefined || at === 'back' ? at : Number(at) };
}
