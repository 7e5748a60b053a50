/** Chapters on a new office: made, described, set up for its letters, locked and opened. */

import { officials, PASSPHRASE, profile, USER } from '../support/samples.ts';
import { expect, open, picture, test } from './book.ts';

test('kantor baru', async ({ host, page }) => {
  await page.goto(host.url);
  const section = page.getByRole('region', { name: 'Pengaturan' });
  const card = page.getByRole('main').locator('section').first();
  await picture(page, 'mulai', { of: page.getByRole('main').locator('> div') });

  await page.getByRole('button', { name: /^Buat kantor/ }).click();
  await page.locator('#user').fill(USER);
  await page.locator('#passphrase').fill(PASSPHRASE);
  await page.locator('#again').fill(PASSPHRASE);
  await page.locator('#understood').check();
  await picture(page, 'buat-kantor', { of: card });
  await page.getByRole('button', { name: 'Buat kantor' }).click();
  await expect(page.getByRole('heading', { name: 'Siapkan kantor' })).toBeVisible();

  await host.call('office_record', profile);
  await open(page, host, 'pengaturan/mulai/profil');
  await picture(page, 'siapkan-kantor');
  for (const details of officials) await host.call('official_record', { details });
  await open(page, host, 'pengaturan/mulai/kepala');
  await picture(page, 'kepala-dinas', { of: section, margin: 0 });

  for (const [place, name] of [['penomoran', 'penomoran'], ['kertas', 'kertas'], ['kalender', 'kalender'], ['perangkat', 'folder-printer']] as const) {
    await open(page, host, `pengaturan/${place}`);
    await picture(page, name, { of: section, margin: 0 });
  }

  await open(page, host, 'pengaturan/data');
  await page.getByRole('button', { name: 'Tutup kantor' }).click();
  await expect(page.getByRole('heading', { name: 'Buka kantor' })).toBeVisible();
  await picture(page, 'buka-kantor', { of: page.getByRole('main').locator('> div') });
});
