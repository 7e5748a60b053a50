/** Every screen of an office with work in it: readable by everybody, in light and in dark, at the sizes that officers have. */

import { accessible, expect, screen, test } from '../support/test.ts';

const SCREENS = [
  'beranda', 'permohonan', 'permohonan/baru', 'surat', 'pemilik', 'sop', 'sop/natuna-pencabutan', 'sop/demak-pencabutan', 'pengaturan/profil', 'pengaturan/pejabat',
  'pengaturan/penomoran', 'pengaturan/kertas', 'pengaturan/kalender', 'pengaturan/perangkat', 'pengaturan/isi', 'pengaturan/data',
];

/** 1366 × 768 at 100, 125 and 150 %. */
const SIZES = [
  { width: 1366, height: 768, scale: 1 }, { width: 1093, height: 614, scale: 1.25 }, { width: 911, height: 512, scale: 1.5 },
];

for (const place of SCREENS) {
  for (const theme of ['light', 'dark'] as const) {
    test(`${place}, ${theme}`, async ({ practice, page }) => {
      await page.emulateMedia({ colorScheme: theme });
      await page.goto(`${practice.url}/#/${place}`);
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
      await page.waitForLoadState('networkidle');
      await screen(page, `${place.replaceAll('/', '-')}-${theme}`);
      await accessible(page);
    });
  }

  for (const { width, height, scale } of SIZES.slice(1)) {
    test(`${place}, at ${scale * 100} %`, async ({ practice, browser }) => {
      const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
      const page = await context.newPage();
      await page.goto(`${practice.url}/#/${place}`);
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
      await page.waitForLoadState('networkidle');
      await screen(page, `${place.replaceAll('/', '-')}-${scale * 100}`);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(wider, 'the window itself never scrolls sideways').toBeLessThanOrEqual(0);
      await context.close();
    });
  }
}
