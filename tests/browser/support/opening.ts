/** A request that is there already, for tests that begin later. */

import type { Host } from './host.ts';
import { certificate, owner } from './samples.ts';

/** Opens a case of an SOP; a revocation because somebody retired. */
export async function openCase(host: Host, sop: string): Promise<{ id: string; owner: string }> {
  const person = await host.call('owner_record', { details: owner });
  const held = await host.call('certificate_record', { owner: person, details: certificate });
  const opened = await host.call('case_open', {
    sop, owner: person, certificate: held, received_on: '2026-11-19', channel: 'surat', sender: 'Dinas Kesehatan Kabupaten Contoh', letter_number: '800/15/Dinkes',
    letter_date: '2026-11-18', reason: 'pensiun', reason_text: 'Permohonan telah diketahui atasan langsung.', effective_on: '2026-12-01',
    legal_number: '882/15/BKPSDM', legal_date: '2026-11-02',
  });
  return { id: opened.case, owner: person };
}
