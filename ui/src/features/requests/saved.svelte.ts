/** Filters that the officer kept under a name. They belong to this computer, not to the office. */

import type { Filter } from './filter';
import { EVERYTHING } from './filter';

export interface SavedView {
  name: string;
  filter: Filter;
}

const KEY = 'sandika.permohonan.tampilan';
const VERSION = 1;

export class SavedViews {
  list = $state.raw<SavedView[]>(read());

  /** Keeps a filter; a view of the same name is replaced. */
  keep(name: string, filter: Filter): void {
    this.#write([...this.list.filter((view) => view.name !== name), { name, filter }].sort((a, b) => a.name.localeCompare(b.name, 'id')));
  }

  remove(name: string): void {
    this.#write(this.list.filter((view) => view.name !== name));
  }

  #write(list: SavedView[]): void {
    this.list = list;
    localStorage.setItem(KEY, JSON.stringify({ version: VERSION, list }));
  }
}

/** What another version of the program wrote, or somebody by hand, is not trusted. */
function read(): SavedView[] {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as { version?: unknown; list?: unknown } | null;
    if (kept?.version !== VERSION || !Array.isArray(kept.list)) return [];
    return kept.list.filter(isView).map(({ name, filter }) => ({ name, filter: { ...EVERYTHING, ...filter } }));
  } catch {
    return [];
  }
}

function isView(view: unknown): view is SavedView {
  if (typeof view !== 'object' || view === null || !('name' in view) || !('filter' in view)) return false;
  const { name, filter } = view;
  return typeof name === 'string' && typeof filter === 'object' && filter !== null && Object.values(filter).every((part) => typeof part === 'string');
}
