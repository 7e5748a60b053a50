/** Chapter on what goes wrong: something is missing, a file is refused, a paper is excused, somebody else is waited for, a step is taken back. */

import type { Page } from '@playwright/test';
import { Officer } from '../support/officer.ts';
import { expect, open, picture, test } from './book.ts';
import { madeOffice } from './samples.ts';

test('bila ada yang salah', async ({ host, page }) => {
  const opened = await host.call('case_open', {
    sop: 'natuna-pencabutan', ...(await madeOffice(host)), channel: 'sitante', sender: 'Dinas Kesehatan Kabupaten Contoh', received_on: '2026-11-20', reason: 'mutasi',
  });
  const officer = new Officer(page, host, opened.case);
  await open(page, host, `permohonan/${officer.id}`);

  await officer.bar().getByRole('button', { name: /^Selesai/ }).click();
  await expect(page.getByRole('alert').first()).toBeFocused();
  await picture(page, 'belum-lengkap', { of: page.getByRole('main'), margin: 0 });

  await refused(page, officer);
  await excused(page, officer);
  await open(page, host, `permohonan/${officer.id}`);
  while ((await officer.view()).step < 6) await officer.pass();
  await open(page, host, `permohonan/${officer.id}`);
  await undone(page, officer);
  await waiting(page, officer);
  await returned(page, officer);
});

async function refused(page: Page, { host, id }: Officer): Promise<void> {
  await open(page, host, `permohonan/${id}`);
  const chooser = page.waitForEvent('filechooser');
  await page.locator('[id="berkas-surat-keterangan-alasan"]').getByRole('button', { name: /^Pilih berkas/ }).click();
  await (await chooser).setFiles({ name: 'surat-keterangan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('bukan PDF') });
  const trouble = page.getByRole('alert').filter({ hasText: 'Isi berkas ini tidak sesuai' });
  await expect(trouble).toBeVisible();
  await picture(page, 'galat', { of: trouble });
}

async function excused(page: Page, { host, id }: Officer): Promise<void> {
  await open(page, host, `permohonan/${id}`);
  await page.getByRole('button', { name: 'Kecualikan: Form Pencabutan Sertifikat Elektronik' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Diputuskan oleh').fill('Contoh Kepala Bidang, S.Kom., Kepala Bidang Persandian');
  await dialog.getByLabel('Alasan').fill('SITANTE tidak dapat dibuka sejak pagi; form menyusul paling lambat Senin.');
  await picture(page, 'kecualikan', { of: dialog });
  await page.keyboard.press('Escape');
}

async function undone(page: Page, officer: Officer): Promise<void> {
  await officer.bar().getByRole('button', { name: 'Urungkan langkah 5' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Alasan').fill('Bukti unggah keliru dilampirkan.');
  await picture(page, 'urungkan', { of: dialog });
  await page.keyboard.press('Escape');
}

async function waiting(page: Page, officer: Officer): Promise<void> {
  await officer.bar().getByRole('button', { name: 'Lainnya' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await picture(page, 'menu-lainnya', { of: [officer.bar(), page.getByRole('menu')], margin: 4 });
  await page.getByRole('menuitem', { name: /^Tunggu/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Surat keterangan alasan yang sudah ditandatangani');
  await picture(page, 'tunggu', { of: dialog });
  await page.keyboard.press('Escape');
}

async function returned(page: Page, officer: Officer): Promise<void> {
  await officer.bar().getByRole('button', { name: 'Perlu dilengkapi, kembalikan' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Catatan').fill('Surat keterangan alasan belum ditandatangani atasan langsung.');
  await picture(page, 'kembalikan', { of: dialog });
}
