/** A letter template that is being written: as its parts or as text, what the core says of it, how it looks, and the draft that keeps the typing. */

import { getContext, setContext } from 'svelte';
import { ApiFailure, call } from '../../../../ipc/call';
import type { NameView, RowSetView, TemplateFaultView, TemplateTextView } from '../../../../ipc/generated/wire';
import { type Draft, draft } from '../../../../shared/drafts.svelte';
import { cleaned, type LetterForm } from './form';

export type Mode = 'bagian' | 'teks';

/** What is meant now: the text where nothing but text was typed, else the parts. */
type Source = { text: string } | { form: LetterForm };

interface Typed {
  mode: Mode;
  text: string;
  form: LetterForm | null;
  /** Text of which the parts were read, and those parts as JSON. */
  base: { text: string; form: string };
  /** Hash of the text that the typing began with. */
  seen: string;
}

export interface Names {
  values: NameView[];
  sets: RowSetView[];
}

const KEY = Symbol('letter');

export const provideEditor = (editor: LetterEditor): LetterEditor => setContext(KEY, editor);
export const editing = (): LetterEditor => getContext(KEY);

export class LetterEditor {
  mode = $state<Mode>('bagian');
  text = $state('');
  form = $state<LetterForm | null>(null);
  faults = $state.raw<TemplateFaultView[]>([]);
  /** The letter as it looks, base 64. */
  pdf = $state.raw<string>();
  /** Why there is no newer picture, where it is nothing of the faults. */
  failure = $state.raw<ApiFailure>();
  /** Whose values the picture shows; fictitious ones where none is chosen. */
  perkara = $state('');
  checking = $state(false);
  ready = $state(false);
  /** Typing from before was found and put back. */
  recovered = $state(false);
  readonly template: string;
  readonly names: Names;
  readonly draft: Draft<Typed>;
  #held = $state.raw() as TemplateTextView;
  #base = $state.raw({ text: '', form: '' });
  #seen = $state('');
  /** What the last picture was to be made of. */
  #tried = $state('');
  #kept = '';

  constructor(held: TemplateTextView, names: Names, makeDraft: (key: string, body: () => Typed) => Draft<Typed>) {
    [this.template, this.names] = [held.template, names];
    this.draft = makeDraft(`pengaturan/isi/${held.template}`, () => this.#typed());
    this.hold(held);
  }

  /** The text that holds now. */
  get held(): TemplateTextView {
    return this.#held;
  }

  get seen(): string {
    return this.#seen;
  }

  get source(): Source {
    if (this.mode === 'teks' || !this.form) return { text: this.text };
    const form = cleaned($state.snapshot(this.form) as LetterForm);
    return JSON.stringify(form) === this.#base.form ? { text: this.#base.text } : { form };
  }

  /** Whether what is typed differs from what holds. */
  get dirty(): boolean {
    const source = this.source;
    return 'form' in source || source.text !== this.#held.text;
  }

  /** What the picture is made of, as one text. */
  get wish(): string {
    return JSON.stringify([this.source, this.perkara]);
  }

  /** Whether the picture is not that of what is typed. */
  get old(): boolean {
    return this.#tried !== this.wish || this.checking;
  }

  /** What holds is shown, and nothing is typed. */
  hold(held: TemplateTextView): void {
    this.#held = held;
    this.#seen = held.hash;
    this.show(held.text, held.form as LetterForm | null);
    this.#kept = this.wish;
    this.recovered = false;
  }

  /** Puts a text in the place of what is typed. Without parts it can be written as text only. */
  show(text: string, form: LetterForm | null): void {
    this.text = text;
    this.#read(text, form);
    if (!form) this.mode = 'teks';
  }

  /** Puts typing from before back. */
  restore = async (): Promise<void> => {
    try {
      const kept = await this.draft.load();
      if (kept) [this.mode, this.text, this.form, this.#base, this.#seen] = [kept.mode, kept.text, kept.form, kept.base, kept.seen];
    } catch {
      // A draft that cannot be read any more is no reason to refuse the letter.
    }
    this.#kept = this.wish;
    [this.recovered, this.ready] = [this.dirty, true];
  };

  /** Keeps what is typed as a draft, when it changed. */
  keep = (): void => {
    const now = this.wish;
    if (!this.ready || now === this.#kept) return;
    this.#kept = now;
    if (this.dirty) this.draft.touch();
    else void this.draft.discard();
  };

  /** Has what is typed checked and drawn. One at a time; what is typed meanwhile is drawn next. */
  look = async (): Promise<void> => {
    if (this.checking || !this.ready || this.#tried === this.wish) return;
    this.checking = true;
    const [source, perkara] = [this.source, this.perkara];
    this.#tried = this.wish;
    try {
      const check = await call('template_check', { template: this.template, ...source });
      this.faults = check.faults;
      const { pdf } = await call('template_preview', { template: this.template, ...source, ...(perkara && { case: perkara }) });
      [this.pdf, this.failure] = [pdf, undefined];
    } catch (fault) {
      if (!(fault instanceof ApiFailure)) throw fault;
      this.failure = fault;
    } finally {
      this.checking = false;
    }
  };

  /** Goes on with the parts or with the text. Answers whether that can be: a text that is not shaped like a letter has no parts. */
  turn = async (to: Mode): Promise<boolean> => {
    if (to === this.mode) return true;
    const { text, form } = await call('template_check', { template: this.template, ...this.source });
    if (to === 'bagian' && !form) return false;
    this.text = text;
    this.#read(text, form as LetterForm | null);
    this.mode = to;
    return true;
  };

  /** Records what is typed as the office's version. */
  save = async (): Promise<void> => {
    const held = await call('template_save', { template: this.template, seen: this.#seen, ...this.source });
    await this.#settle(held);
  };

  /** Gives the office's version up. */
  reset = async (): Promise<void> => {
    const held = await call('template_reset', { template: this.template });
    await this.#settle(held);
  };

  /** Takes everything back to what holds. Answers with a function that brings the typing back. */
  discard = async (): Promise<() => void> => {
    const typed = this.#typed();
    this.hold(this.#held);
    await this.draft.discard();
    return () => ([this.mode, this.text, this.form, this.#base, this.#seen] = [typed.mode, typed.text, typed.form, typed.base, typed.seen]);
  };

  async #settle(held: TemplateTextView): Promise<void> {
    this.hold(held);
    await this.draft.discard();
  }

  #read(text: string, form: LetterForm | null): void {
    this.form = form && structuredClone(form);
    // As it is sent, so that a form that nobody touched is known by it.
    this.#base = { text, form: form ? JSON.stringify(cleaned(form)) : '' };
  }

  #typed(): Typed {
    return { mode: this.mode, text: this.text, form: $state.snapshot(this.form) as LetterForm | null, base: this.#base, seen: this.#seen };
  }
}

/** An editor that lives as long as the component that asks for it. */
export function letterEditor(held: TemplateTextView, names: Names): LetterEditor {
  const made = new LetterEditor(held, names, (key, body) => draft(key, body));
  void made.restore();
  $effect(made.keep);
  return made;
}
