/** Something that a screen shows and reads again when it has changed. */

import { ApiFailure } from './call';
import type { Topic } from './generated/wire';
import { subscribe } from './topics';

export class Resource<T> {
  value = $state.raw<T>();
  failure = $state.raw<ApiFailure>();
  loading = $state(true);
  #turn = 0;
  readonly #load: () => Promise<T>;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  /** Reads again. An answer that a later reading has overtaken is not shown. */
  refresh = async (): Promise<void> => {
    const turn = ++this.#turn;
    this.loading = true;
    try {
      const value = await this.#load();
      if (turn === this.#turn) [this.value, this.failure] = [value, undefined];
    } catch (fault) {
      if (!(fault instanceof ApiFailure)) throw fault;
      if (turn === this.#turn) this.failure = fault;
    } finally {
      if (turn === this.#turn) this.loading = false;
    }
  };

  /** Something that it shows has changed: reads again, unless the answer of the command that changed it brings the value itself. */
  stale = (): void => {
    const turn = this.#turn;
    setTimeout(() => {
      if (turn === this.#turn) void this.refresh();
    });
  };

  /** Shows nothing until it is read again. */
  clear(): void {
    this.#turn++;
    [this.value, this.failure, this.loading] = [undefined, undefined, true];
  }

  /** Shows a value that came with the answer of a command. */
  set(value: T): void {
    this.#turn++;
    [this.value, this.failure, this.loading] = [value, undefined, false];
  }
}

/**
 * A resource that lives as long as the component that asks for it. `load` is read again when a topic has changed, and when state that it reads
 * before its first `await` has. With a `first` value, read just before, the first reading is left out; `load` reads no state then.
 */
export function resource<T>(topics: readonly Topic[], load: () => Promise<T>, first?: T): Resource<T> {
  const made = new Resource(load);
  if (first !== undefined) made.set(first);
  else {
    $effect(() => {
      void made.refresh();
    });
  }
  $effect(() => subscribe(topics, made.stale));
  return made;
}
