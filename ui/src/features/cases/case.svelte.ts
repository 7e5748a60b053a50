/**
 * The case that is on the screen. What changes it goes one after another, each with the revision that the one before it has left, so that leaving
 * a field and pressing a button at once do not cross each other.
 */

import type { Attachment } from 'svelte/attachments';
import { ApiFailure, call } from '../../ipc/call';
import { troubles } from '../../ipc/errors';
import type { CaseView } from '../../ipc/generated/wire';
import type { Resource } from '../../ipc/resource.svelte';
import { say } from '../../shared/toast.svelte';
import { text } from '../../text/id';

/** What most changes of a case say first. */
export interface Seen {
  case: string;
  revision: number;
}

/** The case as those who change it see it. */
export interface CasePlace {
  readonly view: CaseView;
  change(work: (seen: Seen) => Promise<CaseView>): Promise<CaseView>;
}

/** Milliseconds of rest that end a run of quick clicks. */
const REST = 700;

/** Clicks that land this near to each other, in pixels, are one run of clicks. */
const NEAR = 48;

/** Lets one completion through: the clicks that follow it quickly were meant for the step that is done already, whatever lies under them now. */
export class Gate {
  /** A completion is under way, or was just carried out. */
  shut = $state(false);
  #busy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #at = { x: 0, y: 0 };

  /** Whether a completion may begin now. */
  enter(): boolean {
    if (this.shut) {
      this.#rest();
      return false;
    }
    return (this.shut = this.#busy = true);
  }

  /** It has ended; `done` if it was carried out. */
  leave(done: boolean): void {
    this.#busy = false;
    if (done) this.#rest();
    else this.shut = false;
  }

  /** For `{@attach}`: keeps those clicks from everything within. */
  shield: Attachment<HTMLElement> = (element) => {
    // The press would take the focus from the new step's heading.
    const kinds = ['mousedown', 'click'] as const;
    for (const kind of kinds) element.addEventListener(kind, this.#clicked, { capture: true });
    return () => {
      for (const kind of kinds) element.removeEventListener(kind, this.#clicked, { capture: true });
    };
  };

  /** Each knock begins the rest anew. */
  #rest(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#busy) this.#rest();
      else this.shut = false;
    }, REST);
  }

  #clicked = (event: MouseEvent): void => {
    const { clientX: x, clientY: y } = event;
    if (!this.shut) {
      this.#at = { x, y };
    } else if (event.detail > 0 && Math.hypot(x - this.#at.x, y - this.#at.y) < NEAR) {
      event.stopPropagation();
      event.preventDefault();
      this.#rest();
    }
  };
}

export class OpenCase implements CasePlace {
  readonly gate = new Gate();
  /** Told to those who cannot see that the step has changed; the new step's heading takes the focus. */
  moved = $state('');
  /** The whole timeline is being read. */
  reading = $state(false);
  /** The step whose completion can be taken back. */
  last = $state<number>();
  readonly #shown: Resource<CaseView>;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(shown: Resource<CaseView>) {
    this.#shown = shown;
  }

  get view(): CaseView {
    const { value } = this.#shown;
    if (!value) throw new Error('the case is not there yet');
    return value;
  }

  /** Carries out a change and shows what came of it. Where the case turned out to be another than the officer saw, it is read again. */
  change = (work: (seen: Seen) => Promise<CaseView>): Promise<CaseView> => {
    const mine = this.#turn.then(() => this.#carryOut(work));
    this.#turn = mine.catch(() => undefined);
    return mine;
  };

  async #carryOut(work: (seen: Seen) => Promise<CaseView>): Promise<CaseView> {
    const { case: id, revision, step } = this.view;
    try {
      const view = await work({ case: id, revision });
      this.#shown.set(view);
      return view;
    } catch (fault) {
      if (fault instanceof ApiFailure && troubles[fault.error.code].remedy === 'reload') {
        this.#shown.set(await call('case_show', { case: id }));
        if (this.view.step !== step) say(text.cases.form.elsewhere, { tone: 'late' });
      }
      throw fault;
    }
  }
}
