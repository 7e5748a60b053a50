/** What the screen needs of an SOP file: who takes part, and what fields are called. */

import { call } from '../../ipc/call';

export interface Definition {
  pelaksana?: { id: string; nama: string; pihak: string }[];
  langkah?: { nomor: number; isian?: { id: string; label: string; jenis: string }[]; berkas?: { id: string; nama: string }[] }[];
}

/** The definition; empty where the office no longer has the SOP. */
export async function definitionOf(sop: string): Promise<Definition> {
  try {
    return (await call('sop_show', { sop })).definition as Definition;
  } catch {
    return {};
  }
}

/** Somebody who takes part. */
export interface Party {
  id: string;
  name: string;
  /** Not of the office. */
  outside: boolean;
}

export function parties({ pelaksana = [] }: Definition): Party[] {
  return pelaksana.map(({ id, nama, pihak }) => ({ id, name: nama, outside: pihak === 'luar' }));
}
