/** The agenda book of a register and a period: printed, saved, and refused where there is nothing in it. */

import { execFileSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { USER } from '../support/samples.ts';
import { accessible, expect, screen, test } from '../support/test.ts';

test('the register on the screen is printed and saved as a book', async ({ host, page }) => {
  await host.call('desk_practice', { user: USER });
  await writeFile(join(host.data, 'printer-kertas.txt'), 'PageSize/Media Size: Letter *A4 Legal\n');
  const before = await host.call('register_show', { register: 'keluar' });
  await page.goto(`${host.url}/#/surat/register`);
  await page.getByRole('button', { name: 'Cetak buku agenda …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Buku agenda surat keluar' });
  await expect(dialog.getByText(`Tahun ${before.year}`)).toBeVisible();
  await expect(dialog.getByText(/Dokumen ini F4, sedangkan printer Printer Uji memakai A4/)).toBeVisible();
  await screen(page, 'buku-agenda');
  await accessible(page);
  await dialog.getByLabel('Rangkap').fill('0');
  await dialog.getByRole('button', { name: 'Cetak', exact: true }).click();
  await expect(dialog.getByText('Isi 1 sampai 99 rangkap.')).toBeVisible();
  await dialog.getByLabel('Rangkap').fill('2');
  await dialog.getByRole('button', { name: 'Cetak', exact: true }).click();
  await expect(page.getByText(/Buku agenda surat keluar sudah dicetak: \d+ halaman, 2 rangkap\./)).toBeVisible();
  await expect(dialog).toBeHidden();
  expect(await (await fetch(`${host.url}/printed`)).json()).toHaveLength(2);
  expect((await host.call('register_show', { register: 'keluar' })).next, 'a book takes no number').toBe(before.next);

  const path = join(host.data, 'buku.pdf');
  page.once('dialog', (asked) => {
    expect(asked.defaultValue()).toBe(`Buku agenda surat keluar ${before.year}.pdf`);
    void asked.accept(path);
  });
  await page.getByRole('button', { name: 'Cetak buku agenda …' }).click();
  await dialog.getByRole('button', { name: 'Simpan PDF …' }).click();
  await expect(page.getByText('Buku agenda tersimpan sebagai buku.pdf')).toBeVisible();
  expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-');

  await page.goto(`${host.url}/#/surat/cetak`);
  const row = page.getByRole('table', { name: 'Daftar pencetakan' }).getByRole('row').nth(1);
  await expect(row).toContainText(`Buku agenda surat keluar, tahun ${before.year}`);
  await expect(row).toContainText('Tercetak');
  await screen(page, 'riwayat-cetak-buku');
  await accessible(page);
});

test('what cannot be printed is said in the dialog', async ({ host, page }) => {
  await host.call('desk_practice', { user: USER });
  await page.goto(`${host.url}/#/surat/register?register=masuk&dari=2026-01-01&sampai=2026-01-02`);
  await page.getByRole('button', { name: 'Cetak buku agenda …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Buku agenda surat masuk' });
  await expect(dialog.getByText('1 Januari 2026 sampai dengan 2 Januari 2026')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cetak', exact: true }).click();
  await expect(dialog.getByText(/Tidak ada nomor pada register surat masuk untuk 1 Januari 2026 sampai dengan 2 Januari 2026/)).toBeVisible();
  await screen(page, 'buku-agenda-kosong');
  await accessible(page);
  await dialog.getByRole('button', { name: 'Batal' }).click();

  const refusal = join(host.data, 'printer-menolak.txt');
  await writeFile(refusal, 'kertas di baki 2 habis');
  await page.goto(`${host.url}/#/surat/register?register=masuk`);
  await page.getByRole('button', { name: 'Cetak buku agenda …' }).click();
  await dialog.getByRole('button', { name: 'Cetak', exact: true }).click();
  await expect(dialog.getByText(/kertas di baki 2 habis/)).toBeVisible();
  await rm(refusal);
  await dialog.getByRole('button', { name: 'Cetak', exact: true }).click();
  await expect(page.getByText(/Buku agenda surat masuk sudah dicetak/)).toBeVisible();
});

test('the report of a month bears the end of the journal', async ({ host, page }) => {
  await host.call('desk_practice', { user: USER });
  const { today } = await host.call('desk_show');
  const { head } = await host.call('journal_state');
  await page.goto(`${host.url}/#/surat/register`);
  await page.getByRole('button', { name: 'Laporan bulanan …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Laporan bulanan' });
  const path = join(host.data, 'laporan.pdf');
  page.once('dialog', (asked) => void asked.accept(path));
  await dialog.getByLabel('Bulan').selectOption(today.slice(0, 7));
  await screen(page, 'laporan-bulanan');
  await accessible(page);
  await dialog.getByRole('button', { name: 'Simpan PDF …' }).click();
  await expect(page.getByText('laporan.pdf disimpan.')).toBeVisible();
  const told = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
  expect(told).toContain('LAPORAN BULANAN');
  expect(told).toContain(`catatan nomor ${head.seq} dengan sidik ${head.groups.join(' ')}`);
  await expect(host.call('monthly_report_save', { year: Number(today.slice(0, 4)) + 1, month: 12, path })).rejects.toThrow('invalid-fields');
});
