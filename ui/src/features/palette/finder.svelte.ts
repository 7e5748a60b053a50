/** What the palette offers for a text: hits of the core, and the commands and places whose name holds every word. The newest answer wins. */

import { ApiFailure, call } from '../../ipc/call';
import type { CaseSummaryView, HitView, SearchKind } from '../../ipc/generated/wire';
import { text as words } from '../../text/id';
import { serviceAlong } from '../requests/service';

export type Group = keyof typeof words.palette.groups;

export interface Entry {
  id: string;
  group: Group;
  title: string;
  detail: string;
  /** The place it opens; a command does something instead. */
  path?: string;
  run?: () => void | Promise<void>;
}

/** Milliseconds after the last key. */
const PAUSE = 120;
const MOST = 6;
const KINDS: SearchKind[] = ['case', 'owner', 'letter'];
const PATHS: Record<SearchKind, string> = { case: 'permohonan', owner: 'pemilik', letter: 'surat' };

export class Finder {
  text = $state('');
  searching = $state(false);
  failure = $state.raw<ApiFailure>();
  #hits = $state.raw<Entry[]>([]);
  #recent = $state.raw<Entry[]>([]);
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #own: () => Entry[];

  /** `own` are the commands and places of the window. */
  constructor(own: () => Entry[]) {
    this.#own = own;
  }

  /** Everything that is offered now, group after group. */
  get entries(): Entry[] {
    const own = matching(this.#own(), this.text);
    if (!this.text.trim()) return [...this.#recent, ...own];
    const commands = own.filter((entry) => entry.group === 'action');
    return [...commands, ...this.#hits, ...own.filter((entry) => entry.group === 'place')];
  }

  /** Begins anew, with the newest cases. */
  async begin(): Promise<void> {
    this.type('');
    await this.#ask(async () => {
      this.#recent = (await call('case_list', { limit: MOST })).map(recent);
    });
  }

  type(text: string): void {
    this.text = text;
    clearTimeout(this.#timer);
    this.#turn++;
    this.searching = Boolean(text.trim());
    if (!this.searching) this.#hits = [];
    else this.#timer = setTimeout(() => void this.#search(text), PAUSE);
  }

  async #search(text: string): Promise<void> {
    const turn = ++this.#turn;
    await this.#ask(async () => {
      const found = await Promise.all(KINDS.map((kind) => call('search', { text, kind, limit: MOST })));
      if (turn === this.#turn) this.#hits = found.flat().map(hit);
    });
    if (turn === this.#turn) this.searching = false;
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

function matching(entries: Entry[], text: string): Entry[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(({ title }) => wanted.every((word) => title.toLowerCase().includes(word)));
}

function hit({ kind, id, title, detail }: HitView): Entry {
  const group = kind as SearchKind;
  return { id: `${kind}-${id}`, group, title: title || words.requests.erased, detail, path: `${PATHS[group]}/${id}` };
}

function recent(row: CaseSummaryView): Entry {
  const detail = [row.agenda, serviceAlong(row), row.activity].filter(Boolean).join(' · ');
  return { id: `recent-${row.case}`, group: 'recent', title: row.owner_name || words.requests.erased, detail, path: `permohonan/${row.case}` };
}
