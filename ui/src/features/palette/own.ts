/** The commands and places that the palette offers besides what it finds. */

import { lock } from '../../shared/lock.svelte';
import type { Route } from '../../shared/route.svelte';
import { text } from '../../text/id';
import type { Entry } from './finder.svelte';

/** `note` opens the note of a case. */
export function own(route: Route, note: () => void): Entry[] {
  const { actions } = text.palette;
  const action = (id: string, title: string, does: Pick<Entry, 'path' | 'run'>): Entry => ({ id, group: 'action', title, detail: '', ...does });
  return [
    action('new-case', actions.newCase, { path: 'permohonan/baru' }),
    ...(caseHere(route) ? [action('note', actions.note, { run: note })] : []),
    action('new-owner', actions.newOwner, { path: 'pemilik/baru' }),
    action('overdue', actions.overdue, { path: 'permohonan?antrean=overdue' }),
    action('waiting', actions.waiting, { path: 'permohonan?keadaan=waiting' }),
    action('lock', actions.lock, { run: lock }),
    ...Object.entries(text.shell.places).map(([path, title]): Entry => ({ id: `place-${path}`, group: 'place', title, detail: '', path })),
  ];
}

/** The case that is on the screen. */
export function caseHere({ view, parts }: Route): string | undefined {
  return view === 'permohonan' && parts[0] !== 'baru' ? parts[0] : undefined;
}
