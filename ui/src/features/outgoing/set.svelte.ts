/** A print set: which papers of a case go out together and how often, and what becomes of each of them. */

import { ApiFailure, call } from '../../ipc/call';
import type { OutgoingView, PrintLogView, SetItemArgs, SetLineView, SetPaperView } from '../../ipc/generated/wire';
import { subscribe } from '../../ipc/topics';
import { drop, retry } from './outgoing.svelte';
import type { Sending } from './sending.svelte';

/** A paper that can be chosen. */
export class SetRow {
  ticked = $state(false);
  copies = $state('1');
  /** A companion is made anew before it is printed. */
  renew = $state(false);
  readonly paper: SetPaperView;

  constructor(paper: SetPaperView) {
    [this.paper, this.ticked] = [paper, paper.suggested && this.#possible(paper)];
  }

  get possible(): boolean {
    return this.#possible(this.paper);
  }

  get wrong(): boolean {
    const count = Number(this.copies);
    return this.ticked && (!Number.isInteger(count) || count < 1 || count > 99);
  }

  /** It was printed before: the core asks why it goes out again. A paper that is made anew was not. */
  get asksWhy(): boolean {
    return this.ticked && this.paper.reason_needed && !this.renew;
  }

  get item(): SetItemArgs {
    const { template, letter, version } = this.paper;
    return { template, copies: Number(this.copies), ...(letter && { letter, version }), ...(this.renew && { renew: true }) };
  }

  #possible({ why }: SetPaperView): boolean {
    return why.length === 0;
  }
}

/** What is chosen. */
export class PrintSet {
  rows = $state.raw<SetRow[]>();
  readonly #case: string;

  constructor(id: string) {
    this.#case = id;
  }

  read = async (): Promise<void> => {
    this.rows = (await call('print_set_show', { case: this.#case })).map((paper) => new SetRow(paper));
  };

  get chosen(): SetRow[] {
    return (this.rows ?? []).filter(({ ticked }) => ticked);
  }

  get asksWhy(): boolean {
    return this.chosen.some((row) => row.asksWhy);
  }

  get wrong(): boolean {
    return this.chosen.length === 0 || this.chosen.some((row) => row.wrong);
  }

  /** What is to be said of the papers on the printer that would take them, each once. */
  warnings(sending: Sending): string[] {
    return [...new Set(this.chosen.flatMap(({ paper }) => sending.warningOf(paper.paper) ?? []))];
  }

  /** The same number of copies of every paper. */
  setAll(copies: string): void {
    for (const row of this.rows ?? []) row.copies = copies;
  }

  /** Sends what is chosen; answers with its way to follow. */
  async send(sending: Sending): Promise<SetRun> {
    const run = new SetRun(this.#case, sending.wish);
    await run.send(this.chosen.map(({ item }) => item));
    return run;
  }
}

/** Where a paper stands: in the queue, or how it ended. `ditolak` never came into the queue. */
export type Standing = OutgoingView['state'] | PrintLogView['result'] | 'ditolak';

export interface RunLine {
  title: string;
  item: SetItemArgs;
  standing: Standing;
  /** Its place in the queue, while it has one. */
  id: string | null;
  letter: string | null;
  version: number;
  /** Why it did not come out; empty where it did, or may still. */
  why: string;
}

/** What became of what was sent, as the queue and the print log tell it. */
export class SetRun {
  lines = $state.raw<RunLine[]>([]);
  /** Every place in the queue that its papers have had. */
  ids = $state.raw<string[]>([]);
  readonly #case: string;
  readonly #wish: Sending['wish'];
  #turn: Promise<unknown> = Promise.resolve();

  constructor(id: string, wish: Sending['wish']) {
    [this.#case, this.#wish] = [id, wish];
  }

  get way(): 'printer' | 'folder' {
    return this.#wish.way;
  }

  get underway(): RunLine[] {
    return this.lines.filter(({ standing }) => standing === 'menunggu' || standing === 'dikirim');
  }

  get failed(): RunLine[] {
    return this.lines.filter(({ standing }) => standing === 'gagal' || standing === 'ditolak');
  }

  get out(): RunLine[] {
    return this.lines.filter(({ standing }) => standing === 'tercetak');
  }

  /** Puts papers into the queue; those of an earlier try take their old place in the list. */
  async send(items: SetItemArgs[], places: readonly RunLine[] = []): Promise<void> {
    const told = await call('print_set_send', { case: this.#case, papers: items, ...this.#wish });
    const lines = told.map((line, at) => lineOf(line, items[at] as SetItemArgs));
    this.ids = [...this.ids, ...lines.flatMap(({ id }) => id ?? [])];
    const again = new Map(places.map((place, at) => [place, lines[at]]));
    this.lines = places.length ? this.lines.map((line) => again.get(line) ?? line) : lines;
    await this.look();
  }

  /** Reads again whenever something has left, and once now: what left before anybody listened is told to nobody. Answers with a function that ends it. */
  follow(): () => void {
    const end = subscribe(['outgoing', 'letters'], () => void this.look());
    void this.look();
    return end;
  }

  /** Reads where everything stands. One look after another: a later one knows more. */
  look = (): Promise<void> => {
    const mine = this.#turn.then(this.#look);
    this.#turn = mine.catch(() => undefined);
    return mine;
  };

  #look = async (): Promise<void> => {
    if (!this.lines.some(({ id }) => id)) return;
    const queue = await call('outgoing_list', {});
    const now = await Promise.all(this.lines.map((line) => this.#now(line, queue)));
    this.lines = now;
  };

  /** What has left the queue is told by the print log, never guessed. */
  async #now(line: RunLine, queue: readonly OutgoingView[]): Promise<RunLine> {
    if (!line.id || !line.letter) return line;
    const held = queue.find(({ id }) => id === line.id);
    if (held) return { ...line, standing: held.state, why: held.problem ?? '' };
    const log = await call('print_log', { letter: line.letter, limit: 10 });
    const end = log.find(({ version }) => version === line.version);
    return end ? { ...line, id: null, standing: end.result, why: end.why } : line;
  }

  /** Takes out what has not left yet, the last first: nothing more begins meanwhile. */
  async stop(): Promise<void> {
    for (const { id } of this.underway.toReversed()) {
      if (id) await drop(id).catch(leftMeanwhile);
    }
    await this.look();
  }

  /** Tries again what failed, and nothing else. */
  async again(): Promise<void> {
    const failed = this.failed;
    for (const { id } of failed) {
      if (id) await retry(id).catch(leftMeanwhile);
    }
    const refused = failed.filter(({ id }) => !id);
    if (refused.length) await this.send(refused.map(anew), refused);
    else await this.look();
  }
}

function lineOf(line: SetLineView, item: SetItemArgs): RunLine {
  const { title, letter, version, queued, why } = line;
  return { title, item, letter, version, id: queued?.id ?? null, standing: queued ? queued.state : 'ditolak', why: why.join(' ') };
}

/** What was made already is not made a second time. */
function anew({ item, letter, version }: RunLine): SetItemArgs {
  return letter && version ? { template: item.template, copies: item.copies, letter, version, ...(item.renew && version === item.version && { renew: true }) } : item;
}

/** It left between the look and the command: the next look tells how. */
function leftMeanwhile(fault: unknown): void {
  if (!(fault instanceof ApiFailure)) throw fault;
}
