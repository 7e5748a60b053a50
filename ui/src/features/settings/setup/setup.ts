/** How far the guide has come. */

import type { OfficeFields, OfficialView } from '../../../ipc/generated/wire';

export interface Setup {
  /** There is a recovery sheet. */
  recovery: boolean;
  profile: boolean;
  /** The head of the office, once recorded. */
  head: OfficialView | undefined;
  done: number;
  next: 'pemulihan' | 'profil' | 'kepala' | 'siap';
}

/** The sheet is asked for first, but an office that has described itself without one is no new office: its settings ask for it. */
export function setupOf(office: OfficeFields | null, officials: OfficialView[], recovery: boolean): Setup {
  const profile = office !== null;
  const head = officials.find(({ details }) => details?.role === 'kepala-dinas');
  const next = !recovery && !profile ? 'pemulihan' : !profile ? 'profil' : !head ? 'kepala' : 'siap';
  return { recovery, profile, head, done: 1 + Number(recovery) + Number(profile) + Number(Boolean(head)), next };
}
