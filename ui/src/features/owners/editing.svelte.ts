/** A form of the register: what is recorded, the typing of before over it, and its recording. */

import type { Fault } from '../../ipc/generated/wire';
import { Attempt } from '../../shared/attempt.svelte';
import { type Draft, type DraftSubject, draft } from '../../shared/drafts.svelte';
import { go } from '../../shared/route.svelte';
import { say } from '../../shared/toast.svelte';

export class Editing<T extends object> extends Attempt {
  typed = $state() as T;
  ready = $state(false);
  /** The form shows typing of before. */
  restored = $state(false);
  readonly kept: Draft<T>;
  readonly #read: (before: Partial<T> | null) => Promise<T>;

  /** `read` lays typing of before over what is recorded. */
  constructor(first: T, key: string, subject: DraftSubject, read: (before: Partial<T> | null) => Promise<T>) {
    super();
    [this.typed, this.#read] = [first, read];
    this.kept = draft(key, () => this.typed, subject);
  }

  /** What is wrong with single fields. */
  get faults(): Fault[] {
    const error = this.failure?.error;
    if (!error) return [];
    return error.faults.length || !error.field ? error.faults : [{ field: error.field, text: error.message }];
  }

  begin = (withDraft = true): Promise<boolean> =>
    this.run(async () => {
      const before = withDraft ? await this.kept.load() : null;
      this.typed = await this.#read(before);
      [this.restored, this.ready] = [before !== null, true];
    });

  /** Gives up what was typed. */
  forget = async (): Promise<void> => {
    await this.kept.discard();
    await this.begin(false);
  };

  /** Records; what was typed is a fact then. `record` answers with the place to go to. */
  save = (record: () => Promise<string>, done: string): Promise<boolean> =>
    this.run(async () => {
      const place = await record();
      await this.kept.discard();
      say(done);
      await go(place);
    });
}
