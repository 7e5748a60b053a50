/** The worked example of the guide: a revocation along the SOP of Natuna, from the letter on the desk to the archive. */

import type { Locator, Page } from '@playwright/test';
import type { Host } from '../support/host.ts';
import { Officer } from '../support/officer.ts';
import { letterValues, pdf } from '../support/samples.ts';
import { at, expect, open, picture, test } from './book.ts';
import { quiet } from '../support/test.ts';
import { CERTIFICATE, madeOffice, OWNER } from './samples.ts';

test('contoh lengkap', async ({ host, page }) => {
  await madeOffice(host);

  const officer = await request(host, page);
  await at(page, host, '09.06');
  await papers(host, page, officer);
  for (const time of ['09.14', '09.16', '09.18', '09.20', '09.22']) {
    await officer.gather();
    await at(page, host, time);
    await officer.press();
  }
  await decision(host, page, officer);
  await comparison(host, page, officer);
  await officer.gather();
  await at(page, host, '09.31');
  await officer.press();
  await message(host, page, officer);
  await archive(host, page, officer);
});

/** The letter that came in becomes a request. */
async function request(host: Host, page: Page): Promise<Officer> {
  await open(page, host, 'permohonan/baru');
  await page.locator('input[name="sop"][value="natuna-pencabutan"]').check();
  await page.locator('#owner').fill('Rahmat');
  const found = page.getByRole('option', { name: /Contoh Rahmat/ });
  await expect(found).toBeVisible();
  await expect(page.getByText(/^Tersimpan/)).toBeVisible();
  await picture(page, 'contoh-1-permohonan', { of: page.getByRole('main'), margin: 0 });
  await found.click();
  await expect(page.getByRole('radio', { name: new RegExp(CERTIFICATE.serial) })).toBeChecked();
  await page.getByLabel('Tanggal diterima').fill('2026-11-20');
  await page.getByLabel('Kanal').selectOption('surat');
  await page.getByLabel('OPD pengirim').fill('Dinas Kesehatan Kabupaten Contoh');
  await page.getByLabel('Nomor surat masuk').fill('800/15/Dinkes');
  await page.getByLabel('Tanggal surat masuk').fill('2026-11-18');
  await page.getByLabel('Alasan pencabutan').selectOption('mutasi');
  await page.getByLabel('Uraian alasan').fill('Pindah tugas ke Dinas Sosial Kabupaten Contoh.');
  await page.getByLabel('Berlaku sejak').fill('2026-12-01');
  await page.getByLabel('Nomor dokumen hukum').fill('824/112/BKPSDM');
  await page.getByLabel('Tanggal dokumen hukum').fill('2026-11-10');
  await page.getByLabel('Tanggal dokumen hukum').blur();
  await expect(page.getByText(/^Tersimpan/)).toBeVisible();
  await picture(page, 'contoh-2-permohonan', { of: page.getByRole('main'), margin: 0 });
  await page.getByRole('button', { name: 'Buka perkara' }).click();
  await expect(page.getByText('Langkah 1 dari')).toBeVisible();
  const [opened] = await host.call('case_list', {});
  const officer = new Officer(page, host, opened?.case ?? '');
  await open(page, host, `permohonan/${officer.id}`);
  await picture(page, 'contoh-3-langkah');
  return officer;
}

/** The first step: a letter for the superior is composed, printed and taken back signed; the papers are attached. */
async function papers(host: Host, page: Page, officer: Officer): Promise<void> {
  const place = page.locator('[id="surat-surat-keterangan-alasan-pencabutan"]');
  await place.getByRole('button', { name: /^Susun/ }).click();
  const dialog = page.getByRole('dialog');
  for (const [name, value] of Object.entries(letterValues)) {
    const control = dialog.locator(`[id="nilai-${name}"]`);
    if (await control.count()) await control.fill(value);
  }
  await expect(dialog.locator('canvas').first()).toBeVisible();
  await quiet(page);
  await picture(page, 'contoh-4-susun-surat', { of: dialog });
  await dialog.getByRole('button', { name: 'Terbitkan' }).click();
  await expect(dialog).toBeHidden();

  await open(page, host, `permohonan/${officer.id}`);
  await place.getByRole('button', { name: /^Cetak/ }).click();
  await expect(dialog.getByLabel('Rangkap')).toBeVisible();
  await picture(page, 'contoh-5-cetak', { of: dialog });
  await dialog.getByRole('button', { name: /^(Cetak|Kirim)/ }).click();
  await expect.poll(async () => (await officer.view()).letters[0]?.printed).toBe(1);

  await at(page, host, '09.12');
  await open(page, host, `permohonan/${officer.id}`);
  await attach(officer, page.locator('[id="berkas-form-pencabutan-se"]'), 'Form Pencabutan SE.pdf');
  await attach(officer, page.locator('[id="berkas-surat-keterangan-alasan"]'), 'Surat Keterangan Alasan bertanda tangan.pdf');
  await attach(officer, page.locator('[id="bukti-sk-mutasi"]'), 'SK Mutasi.pdf');
  await officer.gather();
  await open(page, host, `permohonan/${officer.id}`);
  await page.locator('[id="berkas-form-pencabutan-se"]').evaluate((row) => row.scrollIntoView({ block: 'center' }));
  await picture(page, 'contoh-6-berkas');
}

async function attach(officer: Officer, place: Locator, name: string): Promise<void> {
  const chooser = officer.page.waitForEvent('filechooser');
  await place.getByRole('button', { name: /^(Pilih berkas|Lampirkan)/ }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/pdf', buffer: pdf(name) });
  await expect.poll(async () => (await officer.view()).steps[0]?.documents.map((file) => file.name)).toContain(name);
}

/** A decision: ticked off point by point. */
async function decision(host: Host, page: Page, officer: Officer): Promise<void> {
  await officer.gather();
  await open(page, host, `permohonan/${officer.id}`);
  await picture(page, 'contoh-7-keputusan', { of: page.getByRole('main'), margin: 0 });
  await at(page, host, '09.27');
  await officer.press();
}

/** What AMS shows beside the register, with a digit too few at first. */
async function comparison(host: Host, page: Page, officer: Officer): Promise<void> {
  for (const [field, value] of [['username_ams', OWNER.ams_user], ['subjek_dn', CERTIFICATE.subject_dn], ['nomor_seri', '7714092555100018']] as const) {
    await page.locator(`[id="${field}"]`).fill(value);
    await page.locator(`[id="${field}"]`).blur();
  }
  await expect(page.getByText('Beda', { exact: true })).toBeVisible();
  await expect.poll(async () => (await officer.view()).form?.differences.length).toBe(3);
  await open(page, host, `permohonan/${officer.id}`);
  await expect(page.getByText('Beda', { exact: true })).toBeVisible();
  await picture(page, 'contoh-8-bandingkan', { of: page.getByRole('main'), margin: 0 });
  await page.locator('[id="nomor_seri"]').fill(CERTIFICATE.serial);
  await page.locator('[id="nomor_seri"]').blur();
  await expect(page.getByText('Beda', { exact: true })).toBeHidden();
  await at(page, host, '09.29');
  await officer.press();
}

/** The applicant is told, in words that are ready. */
async function message(host: Host, page: Page, officer: Officer): Promise<void> {
  await open(page, host, `permohonan/${officer.id}`);
  await page.getByRole('button', { name: /^Susun pesan/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/^Yth\. Bapak/)).toBeVisible();
  await dialog.getByLabel('Disampaikan lewat').selectOption('whatsapp');
  await picture(page, 'contoh-9-pesan', { of: dialog });
  await dialog.getByRole('button', { name: 'Catat sudah disampaikan' }).click();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.locator('[id="cara_pemberitahuan"]').selectOption('Pesan singkat');
  await officer.gather();
  await at(page, host, '09.36');
  await officer.press();
}

/** The paper goes into its folder, and the case is closed. */
async function archive(host: Host, page: Page, officer: Officer): Promise<void> {
  await open(page, host, `permohonan/${officer.id}`);
  await page.locator('[id="arsip_tempat"]').fill('Lemari 2, boks 2026-11, map 4');
  await page.locator('[id="arsip_klasifikasi"]').fill('000.6.5');
  await page.locator('[id="arsip_klasifikasi"]').blur();
  await expect.poll(async () => (await officer.view()).form?.fields.every(({ value }) => value)).toBe(true);
  await open(page, host, `permohonan/${officer.id}`);
  await picture(page, 'contoh-10-arsip', { of: page.getByRole('main'), margin: 0 });
  await at(page, host, '09.40');
  await officer.press();
  await expect(page.getByText('Perkara selesai').first()).toBeVisible();
  await open(page, host, `permohonan/${officer.id}`);
  await picture(page, 'contoh-11-selesai');
}
