/**
 * What is being typed, kept within a second of the last key, when a field is left, when the place changes and when the window closes. A draft is
 * never judged: it may be as wrong as typing is.
 */

import { call } from '../ipc/call';
import { platform } from '../ipc/computer';
import { beforeLeaving } from './route.svelte';

/** Milliseconds after the last key. */
const PAUSE = 600;
/** Milliseconds after a draft that could not be kept: a full disk is made free, a virus scanner lets go. */
const AGAIN = 4_000;

export type DraftState = 'none' | 'saving' | 'saved' | 'failed';

export interface DraftSubject {
  case?: string;
  person?: string;
}

export class Draft<T> {
  state = $state<DraftState>('none');
  /** When it was last kept, by this computer's clock. */
  savedAt = $state.raw<Date>();
  readonly key: string;
  readonly #subject: DraftSubject;
  readonly #body: () => T;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = false;
  #over = false;
  #busy: Promise<void> = Promise.resolve();

  constructor(key: string, body: () => T, subject: DraftSubject = {}) {
    [this.key, this.#body, this.#subject] = [key, body, subject];
  }

  /** What was typed here before, if anything was. */
  async load(): Promise<T | null> {
    const kept = await call('draft_load', { key: this.key });
    return kept && (JSON.parse(kept.body) as T);
  }

  /** Something was typed. */
  touch = (): void => {
    this.#due = true;
    this.state = 'saving';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), PAUSE);
  };

  /** Keeps what is typed now; waits until it is kept. One writing at a time, so that an older text never overtakes a newer one. */
  flush = (): Promise<void> => {
    clearTimeout(this.#timer);
    this.#busy = this.#busy.then(() => this.#write());
    return this.#busy;
  };

  /** The typing has become a fact, or was given up: nothing of it is kept any more. */
  discard = async (): Promise<void> => {
    clearTimeout(this.#timer);
    this.#due = false;
    this.#busy = this.#busy.then(async () => void (await call('draft_discard', { key: this.key })));
    await this.#busy;
    this.state = 'none';
  };

  /** Whoever typed has gone: what is typed is kept a last time. Later tries could overwrite what is typed elsewhere under the same key. */
  end = (): void => {
    this.#over = true;
    void this.flush();
  };

  async #write(): Promise<void> {
    if (!this.#due) return;
    this.#due = false;
    try {
      await call('draft_save', { key: this.key, body: JSON.stringify(this.#body()), ...this.#subject });
      if (!this.#due) [this.state, this.savedAt] = ['saved', new Date()];
    } catch {
      // The screen says so; a while, the next key, or leaving tries again.
      [this.state, this.#due] = ['failed', true];
      clearTimeout(this.#timer);
      if (!this.#over) this.#timer = setTimeout(() => void this.flush(), AGAIN);
    }
  }
}

/** A draft that lives as long as the component that asks for it, and is kept when the officer leaves. */
export function draft<T>(key: string, body: () => T, subject?: DraftSubject): Draft<T> {
  const made = new Draft(key, body, subject);
  $effect(() => beforeLeaving(made.flush));
  $effect(() => platform.onClose(made.flush));
  $effect(() => made.end);
  return made;
}
