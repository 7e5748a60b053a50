/** A letter that is being composed: what the officer says about it, its draft and its issue. */

import { call } from '../../ipc/call';
import type { IssuedView, LetterArgs, LetterFilledView, LetterView, PaperName, SigningName, TemplateView } from '../../ipc/generated/wire';
import { Attempt } from '../../shared/attempt.svelte';
import type { CasePlace } from '../cases/case.svelte';

/** A letter to be corrected, and what was said of it when it was issued. */
export interface Correction {
  letter: LetterView;
  filled: LetterFilledView;
}

export class LetterDraft extends Attempt {
  dated = $state('');
  signatory = $state('');
  paper = $state('');
  signing = $state('');
  /** A number that was left free; the next one if none. */
  sequence = $state('');
  /** The draft as it looks, base 64. */
  pdf = $state.raw<string>();
  /** Making a draft; what it lacks while it is being filled in is no refusal. */
  readonly previewing = new Attempt();
  /** What the draft was made of. */
  #shown = $state('');
  /** What the last draft was to be made of. */
  #tried = $state('');
  readonly template: TemplateView;
  /** The letter that this one corrects. */
  readonly corrects: LetterView | undefined;
  readonly #place: CasePlace;
  readonly #values: () => Record<string, string>;

  constructor(place: CasePlace, template: TemplateView, values: () => Record<string, string>, dated: string, old?: Correction) {
    super();
    [this.#place, this.template, this.#values, this.dated, this.corrects] = [place, template, values, dated, old?.letter];
    const { signatory, paper, signing } = old?.filled ?? {};
    [this.signatory, this.paper, this.signing] = [signatory ?? '', paper ?? '', signing ?? ''];
  }

  /** What was typed since the draft was made. */
  get changed(): boolean {
    return this.pdf !== undefined && this.#shown !== JSON.stringify(this.#args());
  }

  /** Whether another draft is to be made. */
  get wanting(): boolean {
    return !this.previewing.busy && this.#tried !== JSON.stringify(this.#args());
  }

  preview = (): Promise<boolean> =>
    this.previewing.run(async () => {
      const args = this.#args();
      this.#tried = JSON.stringify(args);
      const { pdf } = await call('letter_preview', args);
      [this.pdf, this.#shown] = [pdf, this.#tried];
    });

  /** Issues the letter; nothing where it was refused. */
  async issue(): Promise<IssuedView | undefined> {
    let issued: IssuedView | undefined;
    await this.run(() => this.#place.change(async ({ revision }) => {
      const step = this.corrects?.step ?? this.#place.view.step;
      issued = await call('letter_issue', { revision, step, letter: this.#args() });
      return issued.case;
    }));
    return issued;
  }

  #args(): LetterArgs {
    const { dated, signatory, paper, signing, sequence } = this;
    const values = Object.fromEntries(Object.entries(this.#values()).filter(([, value]) => value.trim()));
    return {
      case: this.#place.view.case,
      template: this.template.template,
      values,
      ...(this.corrects && { corrects: this.corrects.letter }),
      ...(dated && { dated }),
      ...(signatory && { signatory }),
      ...(paper && { paper: paper as PaperName }),
      ...(signing && { signing: signing as SigningName }),
      ...(sequence && { sequence: Number(sequence) }),
    };
  }
}
