/** The chapter on scans: a letter of two pages came back with one of them, and the papers of another case wait to be placed. */

import { officials, PASSPHRASE, profile, USER } from '../support/samples.ts';
import { asPdf, brought, lettered, pagesOf, sheet, watched } from '../support/scans.ts';
import { expect, open, picture, test } from './book.ts';

/** Codes of letters are new each time, and pictures of pages with them. */
const CODES = { allow: 4_000 };

test('kotak pindai', async ({ host, page }) => {
  await host.call('desk_create', { passphrase: PASSPHRASE, user: USER });
  await host.call('office_record', profile);
  for (const details of officials) await host.call('official_record', { details });
  await watched(host, 'Hasil Pindai');
  await open(page, host, 'pengaturan/pindai');
  await picture(page, 'folder-pindai', { of: page.getByRole('region', { name: 'Pengaturan' }), margin: 0 });
  const { letter } = await lettered(host, true);
  const [first] = await pagesOf(host, letter);
  await brought(host, 'SK Pensiun.pdf', asPdf([await sheet(host, 'Surat Keputusan Pensiun'), await sheet(host, '')]));
  const half = await brought(host, 'SCAN0042.pdf', asPdf([first ?? Buffer.alloc(0)]));
  await open(page, host, `pindai/${half}`);
  await expect(page.getByText(/^Halaman 2 dari 2 tidak ada/).first()).toBeVisible();
  await picture(page, 'kotak-pindai', CODES);
});
