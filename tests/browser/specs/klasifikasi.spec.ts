/** The list of classification codes: a faulty file is refused with its lines, a sound one is taken, a code is found by words, the list is given back. */

import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accessible, check, expect, test } from '../support/test.ts';

const FAULTY = 'kode;uraian\r\n000.1;Ketatausahaan\r\n;Tanpa kode\r\n5 5;Pos\r\n000.1;Kerumahtanggaan\r\n';
const SOUND = 'KODE,URAIAN,KETERANGAN\r\n000.1.2,"Contoh perjalanan dinas, dalam negeri",\r\n000.10,Contoh humas,\r\n555.4,Contoh telekomunikasi,lama\r\n';
const OTHER = '555.4;Contoh pos dan telekomunikasi\r\n555.5;Contoh radio\r\n';

async function choose(page: Page, name: string, text: string) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Impor CSV …' }).click();
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

test('a list is imported, used, changed and given back', async ({ office, page }) => {
  test.setTimeout(120_000);
  await page.goto(`${office.url}/#/pengaturan/klasifikasi`);
  await expect(page.getByRole('heading', { name: 'Daftar klasifikasi masih kosong' })).toBeVisible();
  await check(page, 'klasifikasi-kosong');

  // Every fault is named with its line, and nothing can be taken.
  await choose(page, 'salah.csv', FAULTY);
  const dialog = page.getByRole('dialog', { name: 'Impor daftar klasifikasi' });
  await expect(dialog.getByRole('heading', { name: '3 kesalahan pada berkas' })).toBeVisible();
  const faults = dialog.getByRole('table', { name: 'Kesalahan pada berkas' });
  await expect(faults.getByRole('row')).toHaveText([/^Baris 3 ?Kode kosong/, /^Baris 4 ?Kode “5 5” tidak dapat dipakai/, /^Baris 5 ?Kode “000\.1” sudah ada pada baris 2/]);
  await expect(dialog.getByRole('button', { name: 'Ambil daftar' })).toBeDisabled();
  await check(page, 'klasifikasi-salah');
  await dialog.getByRole('button', { name: 'Batal' }).click();
  expect((await office.call('classification_list')).current).toBeNull();

  await choose(page, 'daftar.csv', SOUND);
  const changes = dialog.getByRole('table', { name: 'Yang berubah' });
  await expect(changes.getByRole('row')).toHaveCount(3);
  await dialog.getByRole('button', { name: 'Ambil daftar' }).click();
  await expect(dialog).toBeHidden();
  const list = page.getByRole('table', { name: 'Daftar klasifikasi' });
  await expect(list.getByRole('row').nth(1)).toHaveText(/000\.1\.2 ?Contoh perjalanan dinas, dalam negeri/);
  await expect(page.getByText('3 kode, berlaku sejak 20 November 2026')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Cari kode atau uraian' }).fill('humas');
  await expect(list.getByRole('row')).toHaveCount(2);
  await page.getByRole('searchbox').fill('');
  await check(page, 'klasifikasi-daftar');

  // The list as a file.
  const to = join(office.data, 'simpan.csv');
  page.once('dialog', (asked) => void asked.accept(to));
  await page.getByRole('button', { name: 'Simpan daftar …' }).click();
  await expect(page.getByText('Daftar klasifikasi disimpan')).toBeVisible();
  expect(await readFile(to, 'utf8')).toContain('000.10;Contoh humas;\r\n');

  // What replacing would take away is told before.
  await choose(page, 'lain.csv', OTHER);
  await dialog.getByRole('radio', { name: /ganti seluruh daftar/ }).check();
  await expect(changes.getByRole('row')).toHaveText([/^Dihapus ?000\.1\.2/, /^Dihapus ?000\.10/, /^Berubah ?555\.4.*semula: Contoh telekomunikasi \(lama\)/, /^Baru ?555\.5/]);
  await check(page, 'klasifikasi-ganti');
  await dialog.getByRole('button', { name: 'Ambil daftar' }).click();
  await expect(list.getByRole('row')).toHaveCount(3);
  await page.getByRole('button', { name: 'Kembalikan daftar sebelumnya …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kembalikan', exact: true }).click();
  await expect(list.getByRole('row')).toHaveCount(4);

  // Where the office numbers, a code is found by words.
  await page.getByRole('link', { name: 'Penomoran' }).click();
  const code = page.getByRole('combobox', { name: 'Klasifikasi' }).first();
  await expect(code).toHaveValue('000.6.5');
  await expect(page.getByText('Kode ini tidak ada di daftar klasifikasi.').first()).toBeVisible();
  await code.fill('humas');
  await expect(page.getByRole('option')).toHaveText([/000\.10 ?Contoh humas/]);
  await check(page, 'klasifikasi-pilih');
  await code.press('ArrowDown');
  await code.press('Enter');
  await expect(code).toHaveValue('000.10');
  await expect(page.getByText('Kode ini tidak ada di daftar klasifikasi.')).toHaveCount(0);
  await expect(page.locator('#register-keluar output')).toHaveText('000.10/1/Diskominfo.05');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect.poll(async () => (await office.call('office_show'))?.registers['keluar']?.classification).toBe('000.10');

  // And where a letter is worded; a code of no list can be typed as well.
  await page.goto(`${office.url}/#/pengaturan/isi/surat-rekomendasi-pencabutan`);
  await page.getByRole('heading', { name: 'Umum', exact: true }).click();
  const letter = page.getByRole('combobox', { name: 'Kode klasifikasi' });
  await letter.fill('tele');
  await page.getByRole('option', { name: /555\.4/ }).click();
  await expect(letter).toHaveValue('555.4');
  await expect(page.getByText('Contoh telekomunikasi')).toBeVisible();
  await letter.fill('999.9');
  await expect(page.getByText('Kode ini tidak ada di daftar klasifikasi.')).toBeVisible();
  await check(page, 'klasifikasi-surat');
  await page.getByRole('button', { name: 'Simpan …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(page.getByText('Diubah kantor')).toBeVisible();
  await accessible(page);
});
