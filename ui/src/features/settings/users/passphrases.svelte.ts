/** A new passphrase for somebody, and the own one of whoever sets it: what only the window can know of them. */

import { Attempt } from '../../../shared/attempt.svelte';
import { text } from '../../../text/id';

/** Refusals of the core that are about one field. */
const ABOUT: Record<string, string> = { 'wrong-passphrase': 'own', 'passphrase-too-short': 'passphrase', conflict: 'user' };

export class Passphrases {
  passphrase = $state('');
  again = $state('');
  own = $state('');
  #tried = $state(false);
  readonly #attempt = new Attempt();
  readonly #others: () => Record<string, string>;

  /** `others` tells what is wrong with fields beside the passphrases; empty texts are no faults. */
  constructor(others: () => Record<string, string> = () => ({})) {
    this.#others = others;
  }

  get busy(): boolean { return this.#attempt.busy; }
  get failure() { return this.#attempt.failure; }

  /** What is wrong with a field, once somebody has tried. */
  error = (field: string): string | undefined => {
    const error = this.#attempt.failure?.error;
    const told = error && ABOUT[error.code] === field ? error.message : this.#attempt.error(field);
    return (this.#tried && this.#wrong()[field]) || told || undefined;
  };

  run = async (work: () => Promise<unknown>): Promise<boolean> => {
    this.#tried = true;
    return !Object.values(this.#wrong()).some(Boolean) && (await this.#attempt.run(work));
  };

  #wrong(): Record<string, string> {
    return {
      ...this.#others(), passphrase: this.passphrase ? '' : text.start.passphraseNeeded, again: this.passphrase === this.again ? '' : text.start.differ,
      own: this.own ? '' : text.start.passphraseNeeded,
    };
  }
}
