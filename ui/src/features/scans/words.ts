/** What scans are called on the screen. */

import type { ScanLetterView, ScanReadingView, ScanRowView, ScanStateView } from '../../ipc/generated/wire';
import { bytes, near } from '../../shared/format';
import { today } from '../../shared/desk.svelte';
import { text } from '../../text/id';

/** Colour only with a meaning: filed is done, what could not be read is wrong. */
export const tones: Record<ScanStateView, 'plain' | 'done' | 'late'> = {
  menunggu: 'plain', kotak: 'plain', gagal: 'late', tersimpan: 'done', dipisah: 'plain', disisihkan: 'plain',
};

/** How far a scan is; of one that is being read, at which page. */
export function stateOf(row: Pick<ScanRowView, 'id' | 'state'>, reading: ScanReadingView | null | undefined): string {
  return reading?.id === row.id && row.state === 'menunggu' ? text.scans.reading(reading.pages + 1) : text.scans.states[row.state];
}

/** Pages, kind, size, when and how it came. */
export function factsOf(row: ScanRowView): string {
  const say = text.scans;
  const kind = say.kinds[row.media] ?? row.media;
  const came = row.folder ? say.fromFolder(folderName(row.folder)) : say.byHand;
  return [row.pages && say.pages(row.pages), kind, bytes(row.size), say.came(near(row.received_at, today())), came].filter(Boolean).join(' · ');
}

/** The last part of a folder's path. */
export function folderName(path: string): string {
  return path.split(/[\\/]/).filter(Boolean).pop() ?? path;
}

/** "1 dan 3". */
export function listed(pages: readonly number[]): string {
  return pages.length < 2 ? pages.join('') : `${pages.slice(0, -1).join(', ')} dan ${pages.at(-1)}`;
}

/** Number, agenda and owner of a letter that codes name. */
export function whoseOf({ number, agenda, owner_name }: ScanLetterView): string {
  return [number, agenda && text.scans.agenda(agenda), owner_name].filter(Boolean).join(' · ');
}
