/** Cases as they stand at the beginning of a test, opened beside the window. */

import type { Page } from '@playwright/test';
import type { Host } from './host.ts';
import { Officer } from './officer.ts';
import { certificate, owner } from './samples.ts';

/** Opens a revocation at Natuna and shows it. */
export async function revocation(host: Host, page: Page): Promise<Officer> {
  const person = await host.call('owner_record', { details: owner });
  const held = await host.call('certificate_record', { owner: person, details: certificate });
  const opened = await host.call('case_open', {
    sop: 'natuna-pencabutan', owner: person, certificate: held, channel: 'sitante', sender: 'Dinas Kesehatan Kabupaten Contoh', received_on: '2026-11-19', reason: 'pensiun',
    effective_on: '2026-12-01',
  });
  await page.goto(`${host.url}/#/permohonan/${opened.case}`);
  await page.getByText('Langkah 1 dari').waitFor();
  return new Officer(page, host, opened.case);
}
