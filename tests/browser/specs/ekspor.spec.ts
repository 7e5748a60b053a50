/** The office in open formats: written after a warning, and a new office made of it on another computer. */

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { openCase } from '../support/opening.ts';
import { Host } from '../support/host.ts';
import { PASSPHRASE, USER } from '../support/samples.ts';
import { check, expect, test } from '../support/test.ts';

test('an office leaves in open formats and comes back on another computer', async ({ host, page }) => {
  const old = await Host.start();
  try {
    await old.setClock('2026-11-20T02:00:00Z');
    await old.call('desk_practice', { user: USER });
    const zip = join(host.data, 'ekspor.zip');
    await old.call('office_export', { path: zip });
    const before = await old.call('case_counts', {});

    await page.goto(host.url);
    await page.getByRole('button', { name: 'Impor dari ekspor terbuka …' }).click();
    await check(page, 'impor');
    await page.getByRole('button', { name: 'Impor kantor' }).click();
    await expect(page.getByRole('alert').getByText('Pilih berkas ekspornya.')).toBeVisible();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Pilih berkas …' }).click();
    await (await chooser).setFiles(zip);
    await expect(page.getByText('ekspor.zip')).toBeVisible();
    await page.locator('#user').fill(USER);
    await page.locator('#passphrase').fill(PASSPHRASE);
    await page.locator('#again').fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Impor kantor' }).click();
    await expect(page.getByText(/^Kantor diimpor dan diperiksa: \d+ catatan, \d+ berkas/)).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('navigation', { name: 'Utama' })).toBeVisible();
    expect(await host.call('case_counts', {})).toEqual(before);
    expect((await host.call('store_verify', {})).sound).toBe(true);
  } finally {
    await old.stop();
  }
});

test('an export is written only after its warning', async ({ office, page }) => {
  await openCase(office, 'natuna-pencabutan');
  await office.call('draft_save', { key: 'uji', body: 'ketikan' });
  await page.goto(`${office.url}/#/pengaturan/cadangan`);
  await page.getByRole('button', { name: 'Ekspor …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ekspor tanpa enkripsi?' });
  await expect(dialog.getByText(/TIDAK terenkripsi/)).toBeVisible();
  await check(page, 'ekspor-peringatan');
  const to = join(office.data, 'ekspor.zip');
  page.once('dialog', (asked) => void asked.accept(to));
  await dialog.getByRole('button', { name: 'Saya mengerti, pilih tempat' }).click();
  await expect(page.getByText(/^Kantor diekspor: \d+ catatan/)).toBeVisible();
  await expect(page.getByText(/^Tidak ikut: 1 ketikan/)).toBeVisible();
  await check(page, 'ekspor');
  const names = execFileSync('python3', ['-m', 'zipfile', '-l', to], { encoding: 'utf8' });
  for (const name of ['jurnal.jsonl', 'tabel/pemilik.csv', 'kantor.json']) expect(names).toContain(name);
});
