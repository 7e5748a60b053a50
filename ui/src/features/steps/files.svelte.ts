/** Attaching files to a step and taking them off again. */

import { call } from '../../ipc/call';
import { platform, type LocalFile } from '../../ipc/computer';
import type { AttachedView, CaseView } from '../../ipc/generated/wire';
import { say as tell } from '../../shared/toast.svelte';
import { text } from '../../text/id';
import { Attempt } from '../../shared/attempt.svelte';
import type { CasePlace } from '../cases/case.svelte';

const say = text.cases.documents;

/** A file of the case, as it is shown and copied out. */
export type Stored = Pick<AttachedView, 'hash' | 'name'>;

export class StepFiles extends Attempt {
  /** What is being attached now. */
  progress = $state('');
  readonly #place: CasePlace;
  /** Where a file of this visit came from, by document and hash: what it takes to put it back. */
  readonly #from = new Map<string, LocalFile>();

  constructor(place: CasePlace) {
    super();
    this.#place = place;
  }

  /** Attaches one after another; the first refusal ends it. */
  async attach(document: string, files: readonly LocalFile[]): Promise<void> {
    await this.run(async () => {
      for (const [at, file] of files.entries()) {
        this.progress = say.attaching(at + 1, files.length, file.name);
        await this.#one(document, file);
      }
    });
    this.progress = '';
  }

  /** Whether the file can be put back after it was taken off. */
  known(file: AttachedView): boolean {
    return this.#from.has(key(file.document, file.hash));
  }

  async detach({ document, hash, name }: AttachedView): Promise<boolean> {
    const step = this.#place.view.step;
    const from = this.#from.get(key(document, hash));
    const done = await this.run(() => this.#place.change((seen) => call('case_detach', { ...seen, step, document, hash })));
    const undo = from && { label: say.undo, run: () => void this.attach(document, [from]) };
    if (done) tell(say.detached(name), undo ? { undo } : {});
    return done;
  }

  /** Copies a file to a place of the officer's choice. */
  async save({ hash, name }: Stored): Promise<void> {
    const path = await platform.pickSave(say.save, name);
    if (!path) return;
    const id = this.#place.view.case;
    if (await this.run(() => call('document_save', { case: id, hash, path }))) tell(say.saved);
  }

  async #one(document: string, file: LocalFile): Promise<void> {
    const before = held(this.#place.view, document);
    const view = await this.#place.change((seen) => call('case_attach', { ...seen, step: this.#place.view.step, document, path: file.path }));
    for (const hash of held(view, document)) if (!before.has(hash)) this.#from.set(key(document, hash), file);
  }
}

const key = (document: string, hash: string) => `${document}/${hash}`;

function held(view: CaseView, document: string): Set<string> {
  const step = view.steps.find((step) => step.step === view.step);
  return new Set(step?.documents.filter((file) => file.document === document).map((file) => file.hash));
}
