/** Where a scan is to go: a letter that its codes name, or a case that is searched for, and one of its places. */

import { ApiFailure, call } from '../../ipc/call';
import type { ScanLetterView, ScanPlaceView, ScanRowView, ScanTargetArgs } from '../../ipc/generated/wire';
import { text } from '../../text/id';
import { whoseOf } from './words';

/** One of the choices: a place, or a case whose places follow. */
export interface Choice {
  id: string;
  group: string;
  title: string;
  detail: string;
  /** What is to be known before it is chosen. */
  marks: string[];
  /** Where it goes; none for a case. */
  to?: ScanTargetArgs;
  /** The case whose places follow. */
  case?: string;
}

/** Milliseconds after the last key. */
const PAUSE = 120;
const MOST = 8;
const say = text.scans.place;

export class Placing {
  typed = $state('');
  at = $state(0);
  failure = $state.raw<ApiFailure>();
  /** The case that was chosen. */
  chosen = $state.raw<{ case: string; title: string }>();
  #found = $state.raw<Choice[]>();
  #places = $state.raw<Choice[]>();
  #guessed = $state.raw<Choice[]>([]);
  #running = $state.raw<Choice[]>([]);
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #coded: Choice[];

  constructor(scan: Pick<ScanRowView, 'letters'>) {
    this.#coded = coded(scan.letters);
  }

  /** With everything that can be known of where it may belong. */
  static of(scan: ScanRowView): Placing {
    const placing = new Placing(scan);
    void placing.guess(scan.id);
    void placing.latest();
    return placing;
  }

  get choices(): Choice[] {
    if (this.chosen) return this.#places ?? [];
    if (this.typed.trim()) return this.#found ?? [];
    const likely = [...this.#coded, ...this.#guessed];
    const known = new Set(likely.map((choice) => choice.case));
    return [...likely, ...this.#running.filter((choice) => !known.has(choice.case))];
  }

  /** Something was asked for and is not there. */
  get nothing(): boolean {
    return this.choices.length === 0 && (this.chosen ? this.#places !== undefined : this.#found !== undefined && this.typed.trim() !== '');
  }

  get current(): Choice | undefined {
    return this.choices[this.at];
  }

  /** Asks for the cases that were opened last. Only a hint. */
  async latest(): Promise<void> {
    const rows = await call('case_list', { standings: ['open', 'waiting'], limit: MOST }).catch(() => []);
    this.#running = rows.map((row) => ({
      id: `berjalan-${row.case}`, group: say.running, title: row.owner_name || say.erased, case: row.case, marks: [],
      detail: [text.scans.agenda(row.agenda), row.activity].join(' · '),
    }));
  }

  /** Asks whose it may be by the names in its text. Only a hint: without one, and where it cannot be read, the officer searches. */
  async guess(id: string): Promise<void> {
    const guesses = await call('scan_guesses', { id }).catch(() => []);
    const known = new Set(this.#coded.map((choice) => choice.case));
    this.#guessed = guesses.filter((guess) => !known.has(guess.case)).map((guess) => ({
      id: `duga-${guess.case}`, group: say.guessed, title: guess.owner_name, case: guess.case,
      detail: [text.scans.agenda(guess.agenda), guess.by_nip ? say.byNip : say.byName].join(' · '), marks: [],
    }));
  }

  step(by: number): void {
    const count = this.choices.length;
    if (count) this.at = (this.at + by + count) % count;
  }

  type(text: string): void {
    [this.typed, this.at] = [text, 0];
    clearTimeout(this.#timer);
    const turn = ++this.#turn;
    if (!text.trim()) this.#found = undefined;
    else this.#timer = setTimeout(() => void this.#search(text, turn), PAUSE);
  }

  /** Opens a case; its places are the choices now. */
  async open(choice: Choice): Promise<void> {
    if (!choice.case) return;
    const turn = ++this.#turn;
    [this.chosen, this.#places, this.at] = [{ case: choice.case, title: choice.case && [choice.title, choice.detail].filter(Boolean).join(' · ') }, undefined, 0];
    const { case: id } = choice;
    await this.#ask(async () => {
      const places = await call('scan_places', { case: id });
      if (turn !== this.#turn) return;
      this.#places = places.map((place) => placeChoice(id, place));
      // What is asked for is the likeliest.
      this.at = Math.max(0, this.#places.findIndex(({ marks }) => marks.includes(say.awaited) || marks.includes(say.required)));
    });
  }

  /** Back to the cases. */
  back(): void {
    this.#turn++;
    [this.chosen, this.#places, this.at] = [undefined, undefined, 0];
  }

  async #search(text: string, turn: number): Promise<void> {
    await this.#ask(async () => {
      const hits = await call('search', { text, kind: 'case', limit: MOST });
      if (turn !== this.#turn) return;
      this.#found = hits.map(({ id, title, detail }) => ({ id, group: say.cases, title: title || say.erased, detail, marks: [], case: id }));
      this.at = 0;
    });
  }

  async #ask(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.failure = undefined;
    } catch (fault) {
      if (!(fault instanceof ApiFailure)) throw fault;
      this.failure = fault;
    }
  }
}

/** Letters of this office that the codes name, as they hold now, and other places of their cases. */
function coded(letters: readonly ScanLetterView[]): Choice[] {
  const direct = letters.flatMap((one): Choice[] => {
    if (!one.letter || !one.case || one.version !== one.newest) return [];
    const to: ScanTargetArgs = { as: 'letter', letter: one.letter, version: one.version };
    return [{ id: `surat-${one.letter}`, group: say.byCode, title: one.title, detail: [say.asLetter, whoseOf(one)].join(' · '), marks: [], to }];
  });
  const cases = new Map(letters.filter((one) => one.case).map((one) => [one.case as string, one]));
  const others = [...cases].map(([id, { agenda, owner_name }]): Choice => ({
    id: `perkara-${id}`, group: say.byCode, title: say.otherPlace, marks: [], case: id,
    detail: [agenda && text.scans.agenda(agenda), owner_name].filter(Boolean).join(' · '),
  }));
  return [...direct, ...others];
}

function placeChoice(id: string, place: ScanPlaceView): Choice {
  if (place.as === 'letter') {
    const { letter, version, title, number, awaited, returned } = place;
    const marks = [awaited && say.awaited, returned && say.returned].filter((mark) => mark !== false);
    return { id: `surat-${letter}`, group: say.letters, title, detail: number, marks, to: { as: 'letter', letter, version } };
  }
  const { step, document, name, present, required } = place;
  const marks = [required && !present && say.required, present && say.present].filter((mark) => mark !== false);
  return { id: `berkas-${step}-${document}`, group: say.documents(step), title: name, detail: '', marks, to: { as: 'document', case: id, step, document } };
}
