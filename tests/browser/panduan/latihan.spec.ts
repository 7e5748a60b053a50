/** Chapters on the places of the window, in the practice office: the first page, lists, search, letters, owners, SOPs, and the office's data. */

import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Host } from '../support/host.ts';
import { USER } from '../support/samples.ts';
import { at, expect, open, picture, test } from './book.ts';
import { quiet } from '../support/test.ts';

test('kantor latihan', async ({ host, page }) => {
  await page.goto(host.url);
  await page.getByRole('button', { name: /^Coba di kantor latihan/ }).click();
  await page.locator('#user').fill(USER);
  await page.getByRole('button', { name: 'Masuk ke kantor latihan' }).click();
  await expect(page.getByRole('heading', { name: 'Beranda' })).toBeVisible();

  await open(page, host, 'beranda');
  await picture(page, 'beranda');
  await requests(host, page);
  await search(host, page);
  await letters(host, page);
  await register(host, page);
  await set(host, page);
  await sending(host, page);
  await owners(host, page);
  await sops(host, page);
  await form(host, page);
  await data(host, page);
});

async function requests(host: Host, page: Page): Promise<void> {
  await open(page, host, 'permohonan');
  await page.getByLabel('Layanan').selectOption('pencabutan');
  await page.getByRole('button', { name: 'Simpan tampilan' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nama tampilan').fill('Pencabutan');
  await dialog.getByRole('button', { name: /^Simpan/ }).click();
  await expect(dialog).toBeHidden();
  await picture(page, 'permohonan');
}

async function search(host: Host, page: Page): Promise<void> {
  await open(page, host, 'beranda');
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Cari dan perintah' });
  await dialog.getByRole('combobox').fill('elok');
  await expect(dialog.getByRole('option', { name: /Contoh Elok/ }).first()).toBeVisible();
  await expect(dialog.getByRole('status').first()).toHaveText(/hasil$/);
  await picture(page, 'cari', { of: dialog });
}

async function letters(host: Host, page: Page): Promise<void> {
  await open(page, host, 'surat');
  await picture(page, 'surat-daftar', { of: page.getByRole('main'), height: 470, margin: 0 });
  const [letter] = await host.call('letter_list', { scan_missing: true });
  await open(page, host, `surat/${letter?.letter}`);
  await drawn(page);
  await picture(page, 'surat', { of: page.getByRole('main'), margin: 0, allow: 1_500 });
}

/** The numbers of a year, and their book. */
async function register(host: Host, page: Page): Promise<void> {
  await open(page, host, 'surat/register');
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible();
  await picture(page, 'register', { of: page.getByRole('main'), height: 470, margin: 0 });
  await page.getByRole('button', { name: 'Cetak buku agenda …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Buku agenda surat keluar' });
  await expect(dialog.getByText('Printer bawaan')).toBeAttached();
  await picture(page, 'buku-agenda', { of: dialog });
  await page.keyboard.press('Escape');
}

/** The letters of a case in one go. */
async function set(host: Host, page: Page): Promise<void> {
  const [letter] = await host.call('letter_list', { scan_missing: true });
  await open(page, host, `permohonan/${letter?.case}`);
  await page.getByRole('button', { name: 'Cetak set …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cetak set' });
  await expect(dialog.getByRole('checkbox').first()).toBeVisible();
  await picture(page, 'cetak-set', { of: dialog });
  await page.keyboard.press('Escape');
}

/** A letter's form, with the letter beside it. */
async function form(host: Host, page: Page): Promise<void> {
  await open(page, host, 'pengaturan/isi');
  await page.getByRole('link', { name: /^Surat Rekomendasi Pencabutan/ }).click();
  await expect(page.getByRole('region', { name: /^Pratinjau/ }).getByText('Demikian surat rekomendasi ini')).toBeVisible();
  await picture(page, 'bentuk-surat', { allow: 1_500 });
}

/** A printer without paper, and a folder that is out of reach. */
async function sending(host: Host, page: Page): Promise<void> {
  const [refusal, folder] = [join(host.data, 'printer-menolak.txt'), join(host.data, 'mesin-cetak')];
  await writeFile(refusal, 'kertas di baki 2 habis');
  await mkdir(folder);
  await host.call('device_record', { printer: null, outgoing: folder, theme: 'sistem' });
  await rename(folder, `${folder}-jauh`);
  const [first, second] = await host.call('letter_list', { limit: 2 });
  await open(page, host, `surat/${first?.letter}`);
  await page.getByRole('button', { name: 'Cetak', exact: true }).click();
  await expect(page.getByRole('button', { name: /1 gagal/ })).toBeVisible();
  await at(page, host, '09.01');
  await open(page, host, `surat/${second?.letter}`);
  await page.getByRole('radio', { name: 'Folder keluaran' }).check();
  await page.getByRole('button', { name: 'Kirim ke folder' }).click();
  await page.getByRole('button', { name: /1 menunggu folder/ }).click();
  const queue = page.getByRole('dialog', { name: 'Surat yang sedang dikirim' });
  await expect(queue.getByText(/Dicoba lagi sendiri pukul/)).toBeVisible();
  await picture(page, 'antrean', { of: queue });
  await rm(refusal);
  await rename(`${folder}-jauh`, folder);
  for (const title of [first?.title, second?.title]) await queue.getByRole('button', { name: `Coba lagi: ${title}` }).click();
  await expect(queue.getByText('Tidak ada surat yang sedang dikirim.')).toBeVisible();
}

async function owners(host: Host, page: Page): Promise<void> {
  const found = await host.call('owner_list', {});
  const owner = found.find(({ name }) => name.startsWith('Contoh Elok'));
  await open(page, host, `pemilik/${owner?.owner}`);
  await picture(page, 'pemilik', { of: page.getByRole('main'), height: 520, margin: 0 });
}

async function sops(host: Host, page: Page): Promise<void> {
  await open(page, host, 'sop/natuna-pencabutan/formulir');
  await picture(page, 'sop-formulir', { of: page.getByRole('main'), margin: 0 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, host, 'sop/natuna-pencabutan/diagram');
  await picture(page, 'sop-diagram', { of: page.getByRole('main'), margin: 0 });
  await page.emulateMedia({ colorScheme: 'light' });
}

async function data(host: Host, page: Page): Promise<void> {
  await open(page, host, 'pengaturan/data');
  await page.getByRole('button', { name: 'Periksa data' }).click();
  await expect(page.getByText('Data kantor utuh')).toBeVisible();
  await page.getByRole('region', { name: 'Pengaturan' }).evaluate((region) => region.scrollTo(0, 0));
  // The hash of the last entry is another one each time.
  await picture(page, 'data-kantor', { of: page.getByRole('region', { name: 'Pengaturan' }), margin: 0, allow: 3_000 });
}

/** Waits until the pages of a document are drawn. */
async function drawn(page: Page): Promise<void> {
  const sheet = page.getByRole('main').locator('canvas').first();
  await expect(sheet).toBeVisible();
  await quiet(page);
}
