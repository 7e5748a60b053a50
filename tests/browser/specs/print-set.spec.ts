/** Several papers of a case in one go, over the real core: what is ticked, what comes out, what fails and is tried again. */

import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { revocation } from '../support/cases.ts';
import { accessible, check, expect, screen, test } from '../support/test.ts';

test('a set is chosen, printed, tried again where it failed, and told in the log', async ({ office, page }) => {
  const officer = await revocation(office, page, 'demak-pencabutan');
  await officer.pass();
  const { case: id, revision, step } = await officer.view();
  await office.call('letter_issue', { revision, step, letter: { case: id, template: 'surat-rekomendasi-pencabutan' } });
  await page.reload();
  await writeFile(join(office.data, 'printer-kertas.txt'), 'PageSize/Media Size: Letter *A4 Legal\n');
  await writeFile(join(office.data, 'printer-menolak.txt'), 'kertas di baki 2 habis\nDisposisi');
  const printed = async () => (await (await fetch(`${office.url}/printed`)).json()) as string[];

  await page.getByRole('button', { name: 'Cetak set …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Cetak set' });
  const row = (name: string) => dialog.getByRole('checkbox', { name, exact: true });
  await expect(dialog.getByRole('checkbox', { name: /^Surat Rekomendasi/ })).toBeChecked();
  await expect(row('Lembar Disposisi')).toBeChecked();
  await expect(row('Daftar Kelengkapan Berkas')).toBeChecked();
  await expect(row('Kartu Kendali')).not.toBeChecked();
  await expect(dialog.getByText(/Dokumen ini F4, sedangkan printer Printer Uji memakai A4/).first()).toBeVisible();
  await check(page, 'cetak-set');

  await dialog.getByLabel('Rangkap Lembar Disposisi').fill('0');
  await dialog.getByRole('button', { name: 'Cetak 3 surat' }).click();
  await expect(dialog.getByText('Isi 1 sampai 99 rangkap pada setiap surat yang dicentang.')).toBeVisible();
  await dialog.getByLabel('Rangkap Lembar Disposisi').fill('2');
  await dialog.getByRole('button', { name: 'Cetak 3 surat' }).click();
  await expect(dialog.getByText('2 dari 3 surat tercetak.')).toBeVisible();
  await expect(dialog.getByText('kertas di baki 2 habis')).toBeVisible();
  await check(page, 'cetak-set-hasil');
  expect(await printed()).toHaveLength(2);

  await rm(join(office.data, 'printer-menolak.txt'));
  await dialog.getByRole('button', { name: 'Coba lagi yang gagal' }).click();
  await expect(dialog.getByText('3 dari 3 surat tercetak.')).toBeVisible();
  expect(await printed()).toHaveLength(4);
  expect(await office.call('outgoing_list', {})).toEqual([]);
  const log = await office.call('print_log', {});
  expect(log.map(({ result, copies }) => `${result} ${copies}`)).toEqual(['tercetak 2', 'tercetak 1', 'gagal 2', 'tercetak 1']);
  await dialog.getByRole('button', { name: 'Tutup', exact: true }).last().click();
  await expect(dialog).toBeHidden();

  // What is out is not ticked any more; ticked all the same, it asks why, once for all.
  await page.getByRole('button', { name: 'Cetak set …' }).click();
  await expect(row('Lembar Disposisi')).not.toBeChecked();
  await row('Lembar Disposisi').check();
  await row('Daftar Kelengkapan Berkas').check();
  await dialog.getByRole('button', { name: 'Cetak 2 surat' }).click();
  await expect(dialog.getByText('Pilih atau tuliskan alasannya.')).toBeVisible();
  await screen(page, 'cetak-set-lagi');
  await accessible(page);
  await dialog.getByLabel('Mengapa dicetak lagi?').selectOption('Hilang');
  await dialog.getByRole('button', { name: 'Cetak 2 surat' }).click();
  await expect(dialog.getByText('2 dari 2 surat tercetak.')).toBeVisible();
  const again = await office.call('print_log', { limit: 2 });
  expect(again.map(({ reason }) => reason)).toEqual(['Hilang', 'Hilang']);
});
