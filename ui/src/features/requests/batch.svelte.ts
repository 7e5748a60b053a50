/** Letters for many requests: what the officer says about them, whether each request can get its letter, and what came of it. */

import { call } from '../../ipc/call';
import type { BatchCheckView, BatchDoneView, BatchLineView, BatchShapeName, LetterBatchArgs, PaperName, SigningName } from '../../ipc/generated/wire';
import { LongWork } from '../settings/data/long.svelte';

export class Batch extends LongWork {
  template = $state('');
  shape = $state<BatchShapeName>('satuan');
  dated = $state('');
  signatory = $state('');
  paper = $state('');
  signing = $state('');
  values = $state<Record<string, string>>({});
  /** What is under way. */
  doing = $state<'check' | 'issue'>('check');
  check = $state.raw<BatchCheckView>();
  done = $state.raw<BatchDoneView>();
  readonly cases: readonly string[];
  /** What was checked. */
  #checked = $state('');

  constructor(cases: readonly string[], dated: string) {
    super();
    [this.cases, this.dated] = [cases, dated];
  }

  /** Something was typed since the check. */
  get changed(): boolean {
    return this.check !== undefined && this.#checked !== JSON.stringify(this.#args());
  }

  get ready(): boolean {
    return !this.done && !this.changed && this.check?.ready === true;
  }

  get lines(): BatchLineView[] {
    return this.done?.lines ?? this.check?.lines ?? [];
  }

  /** Requests that nothing stands in the way of. */
  get free(): number {
    return this.lines.filter((line) => !line.why.length).length;
  }

  /** Every letter that was issued, once. */
  get letters(): string[] {
    return [...new Set(this.done?.lines.flatMap((line) => line.issued?.letter ?? []))];
  }

  look = (): Promise<boolean> => {
    this.doing = 'check';
    const args = this.#args();
    return this.work(async () => {
      [this.check, this.#checked] = [await call('letter_batch_check', args), JSON.stringify(args)];
    });
  };

  /** Issues what was checked, and nothing else. */
  issue = async (): Promise<boolean> => {
    if (!this.ready) return false;
    this.doing = 'issue';
    const args = this.#args();
    return this.work(async () => (this.done = await call('letter_batch', args)));
  };

  #args(): LetterBatchArgs {
    const { template, shape, dated, signatory, paper, signing } = this;
    const values = Object.fromEntries(Object.entries(this.values).filter(([, value]) => value.trim()));
    return {
      cases: [...this.cases],
      shape,
      template,
      values,
      ...(dated && { dated }),
      ...(signatory && { signatory }),
      ...(paper && { paper: paper as PaperName }),
      ...(signing && { signing: signing as SigningName }),
    };
  }
}
