/** Every screen of an office with work in it: readable by everybody, in light and in dark, at the sizes that officers have. */

import { check, expect, LOOKS, quiet, test } from '../support/test.ts';

const SCREENS = [
  'beranda', 'permohonan', 'permohonan/baru', 'pindai', 'surat', 'pemilik', 'sop', 'sop/natuna-pencabutan', 'sop/demak-pencabutan', 'pengaturan/profil', 'pengaturan/pejabat',
  'pengaturan/penomoran', 'pengaturan/klasifikasi', 'pengaturan/kertas', 'pengaturan/kalender', 'pengaturan/perangkat', 'pengaturan/pindai', 'pengaturan/isi', 'pengaturan/cadangan', 'pengaturan/pembaruan', 'pengaturan/data',
];

for (const { name, use } of LOOKS) {
  test.describe(name, () => {
    test.use(use);
    for (const place of SCREENS) {
      test(place, async ({ practice, page }) => {
        await page.goto(`${practice.url}/#/${place}`);
        await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
        await quiet(page);
        await check(page, `${place.replaceAll('/', '-')}-${name}`);
      });
    }
  });
}
