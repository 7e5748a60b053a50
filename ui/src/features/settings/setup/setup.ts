/** How far the guide has come. */

import type { OfficeFields, OfficialView } from '../../../ipc/generated/wire';

export interface Setup {
  profile: boolean;
  /** The head of the office, once recorded. */
  head: OfficialView | undefined;
  done: number;
  next: 'profil' | 'kepala' | 'siap';
}

export function setupOf(office: OfficeFields | null, officials: OfficialView[]): Setup {
  const profile = office !== null;
  const head = officials.find(({ details }) => details?.role === 'kepala-dinas');
  const next = !profile ? 'profil' : !head ? 'kepala' : 'siap';
  return { profile, head, done: 1 + Number(profile) + Number(Boolean(head)), next };
}
