/** Letters on their way out: while the officer works on, with what was refused in plain sight. */

import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Host } from '../support/host.ts';
import { USER } from '../support/samples.ts';
import { accessible, expect, screen, test } from '../support/test.ts';

/** Shows a letter of the practice office; answers with how to ask how often it was printed. */
async function letter(host: Host, page: Page): Promise<() => Promise<number | undefined>> {
  const [first] = await host.call('letter_list', { limit: 1 });
  await page.goto(`${host.url}/#/surat/${first?.letter}`);
  await expect(page.getByRole('heading', { name: 'Cetak atau kirim' })).toBeVisible();
  return async () => (await host.call('letter_list', { letter: first?.letter ?? '' }))[0]?.printed;
}

const printed = async (host: Host) => (await (await fetch(`${host.url}/printed`)).json()) as string[];

test.beforeEach(async ({ host }) => {
  await host.call('desk_practice', { user: USER });
});

test('a letter is printed, told, and counted', async ({ host, page }) => {
  const times = await letter(host, page);
  const before = (await times()) ?? 0;
  await page.getByLabel('Rangkap').fill('0');
  await page.getByRole('button', { name: 'Cetak', exact: true }).click();
  await expect(page.getByText('Isi 1 sampai 99 rangkap.')).toBeVisible();
  await page.getByLabel('Rangkap').fill('2');
  await page.getByRole('button', { name: 'Cetak', exact: true }).click();
  await expect(page.getByText(/sudah dicetak, 2 rangkap/)).toBeVisible();
  expect(await printed(host)).toHaveLength(2);
  expect(await times()).toBe(before + 2);
});

test('a letter is printed again with a reason, and the log tells all of it', async ({ host, page }) => {
  const times = await letter(host, page);
  const before = (await times()) ?? 0;
  const print = page.getByRole('button', { name: 'Cetak', exact: true });
  await print.click();
  await expect.poll(times).toBe(before + 1);
  const why = page.getByLabel('Mengapa dicetak lagi?');
  await expect(why).toBeVisible();
  await print.click();
  await expect(page.getByText('Pilih atau tuliskan alasannya.')).toBeVisible();
  await why.selectOption('Cetakan rusak');
  await print.click();
  await expect.poll(times).toBe(before + 2);
  await page.goto(`${host.url}/#/surat/cetak`);
  const rows = page.getByRole('table', { name: 'Daftar pencetakan' }).getByRole('row');
  await expect(rows.nth(1)).toContainText('Cetakan rusak');
  await expect(rows.nth(1)).toContainText('Tercetak');
  await expect(rows.nth(2)).not.toContainText('Cetakan rusak');
  await screen(page, 'riwayat-cetak');
  await accessible(page);
});

test('what the printer refuses is shown, tried again, and counted only then', async ({ host, page }) => {
  const refusal = join(host.data, 'printer-menolak.txt');
  await writeFile(refusal, 'kertas di baki 2 habis');
  const times = await letter(host, page);
  const before = (await times()) ?? 0;
  await page.getByRole('button', { name: 'Cetak', exact: true }).click();
  const mark = page.getByRole('button', { name: /1 gagal/ });
  await expect(mark).toHaveText('1 surat gagal dikirim');
  expect([await times(), await printed(host)]).toEqual([before, []]);
  await mark.click();
  const queue = page.getByRole('dialog', { name: 'Surat yang sedang dikirim' });
  await expect(queue.getByText('kertas di baki 2 habis')).toBeVisible();
  await screen(page, 'antrean-surat');
  await accessible(page);
  await rm(refusal);
  await queue.getByRole('button', { name: /^Coba lagi/ }).click();
  await expect(queue.getByText('Tidak ada surat yang sedang dikirim.')).toBeVisible();
  await queue.getByRole('button', { name: 'Tutup' }).last().click();
  await expect(mark).toBeHidden();
  expect([await times(), (await printed(host)).length]).toEqual([before + 1, 1]);
});

test('a folder that is away is waited for, and then gets the letter', async ({ host, page }) => {
  const folder = join(host.data, 'folder-panas');
  await mkdir(folder);
  await host.call('device_record', { printer: null, outgoing: folder, theme: 'sistem' });
  await rename(folder, `${folder}-jauh`);
  const times = await letter(host, page);
  const before = (await times()) ?? 0;
  await page.getByRole('radio', { name: 'Folder keluaran' }).check();
  await page.getByRole('button', { name: 'Kirim ke folder' }).click();
  const mark = page.getByRole('button', { name: /1 menunggu folder/ });
  await mark.click();
  const queue = page.getByRole('dialog', { name: 'Surat yang sedang dikirim' });
  await expect(queue.getByText(/Dicoba lagi sendiri pukul/)).toBeVisible();
  expect(await times()).toBe(before);
  await accessible(page);
  await rename(`${folder}-jauh`, folder);
  await queue.getByRole('button', { name: /^Coba lagi/ }).click();
  await expect(queue.getByText('Tidak ada surat yang sedang dikirim.')).toBeVisible();
  expect((await readdir(folder)).every((name) => name.endsWith('.pdf'))).toBe(true);
  expect([await times(), (await readdir(folder)).length]).toEqual([before + 1, 1]);
});

test('a copy is opened elsewhere, and the whole office is proven', async ({ host, page }) => {
  await letter(host, page);
  await page.getByRole('button', { name: 'Buka dengan aplikasi lain' }).click();
  await expect.poll(async () => ((await (await fetch(`${host.url}/viewed`)).json()) as string[]).length).toBe(1);
  await page.goto(`${host.url}/#/pengaturan/data`);
  await page.getByRole('button', { name: 'Periksa data' }).click();
  await expect(page.getByText('Data kantor utuh')).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
});
