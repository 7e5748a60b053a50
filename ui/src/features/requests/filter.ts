/** Which requests the list shows. The filter stands in the address, so that it can be gone back to, linked from elsewhere, and kept as a view. */

import type { CaseListArgs, QueueWord } from '../../ipc/generated/wire';

export interface Filter {
  queue: string;
  standing: string;
  service: string;
  assignee: string;
  text: string;
  owner: string;
}

/** Each part's word in the address, in the order in which it is written. */
const WORDS: Record<keyof Filter, string> = {
  queue: 'antrean', standing: 'keadaan', service: 'layanan', assignee: 'petugas', text: 'cari', owner: 'pemilik',
};
const PARTS = Object.keys(WORDS) as (keyof Filter)[];

export const EVERYTHING: Filter = { queue: '', standing: '', service: '', assignee: '', text: '', owner: '' };

export function fromQuery(query: URLSearchParams): Filter {
  const filter = { ...EVERYTHING };
  for (const part of PARTS) filter[part] = query.get(WORDS[part]) ?? '';
  return filter;
}

/** The place that shows this filter, such as `permohonan?keadaan=open`. */
export function toPath(filter: Filter): string {
  const query = new URLSearchParams();
  for (const part of PARTS) if (filter[part].trim()) query.set(WORDS[part], filter[part].trim());
  return query.size ? `permohonan?${query}` : 'permohonan';
}

/** What the core is asked for, page and size apart. */
export function toArgs(filter: Filter): CaseListArgs {
  const { queue, standing, service, assignee, text, owner } = filter;
  return {
    ...(queue && { queue: queue as QueueWord }),
    ...(standing && { standings: [standing] }),
    ...(service && { service }),
    ...(assignee && { assignee }),
    ...(text.trim() && { text: text.trim() }),
    ...(owner && { owner }),
  };
}

export function isEverything(filter: Filter): boolean {
  return PARTS.every((part) => !filter[part].trim());
}
