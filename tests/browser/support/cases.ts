/** Cases as they stand at the beginning of a test, opened beside the window. */

import type { Page } from '@playwright/test';
import type { CaseOpenArgs } from '../../../ui/src/ipc/generated/wire.ts';
import type { Host } from './host.ts';
import { Officer } from './officer.ts';
import { certificate, owner } from './samples.ts';

/** Opens a revocation, at Natuna unless another SOP is named, and shows it. */
export function revocation(host: Host, page: Page, sop = 'natuna-pencabutan'): Promise<Officer> {
  return opened(host, page, { sop, reason: 'pensiun', effective_on: '2026-12-01' });
}

/** Opens a renewal at Natuna and shows it. */
export function renewal(host: Host, page: Page): Promise<Officer> {
  return opened(host, page, { sop: 'natuna-pembaruan' });
}

async function opened(host: Host, page: Page, request: Partial<CaseOpenArgs>): Promise<Officer> {
  const person = await host.call('owner_record', { details: owner });
  const held = await host.call('certificate_record', { owner: person, details: certificate });
  const arrival = { owner: person, certificate: held, channel: 'sitante', sender: 'Dinas Kesehatan Kabupaten Contoh', received_on: '2026-11-19' };
  const opened = await host.call('case_open', { ...arrival, ...request });
  await page.goto(`${host.url}/#/permohonan/${opened.case}`);
  await page.getByText('Langkah 1 dari').waitFor();
  return new Officer(page, host, opened.case);
}
