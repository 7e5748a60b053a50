/** The letter face is chosen, looked at and saved: Bonum, files of the office's own, and a file that letters may not carry. */

import { readFileSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FileChooser, Page } from '@playwright/test';
import { check, expect, LOOKS, screen, test } from '../support/test.ts';

const FONTS = new URL('../../../crates/letters/fonts/', import.meta.url).pathname;
const font = (name: string) => `${FONTS}${name}`;

/** A font whose maker forbids to embed it: the field `fsType` of its table OS/2. */
function forbidden(): Buffer {
  const bytes = readFileSync(font('arimo/Arimo-Regular.ttf'));
  let entry = 12;
  while (bytes.toString('latin1', entry, entry + 4) !== 'OS/2') entry += 16;
  bytes.writeUInt16BE(2, bytes.readUInt32BE(entry + 8) + 8);
  return bytes;
}

type Files = Parameters<FileChooser['setFiles']>[0];

async function choose(page: Page, button: string, files: Files) {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(files);
}

/** Looks at the sample letter; what it says is read from the page's own text layer. */
async function look(page: Page, name: string) {
  await page.getByRole('button', { name: 'Lihat surat contoh …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Surat contoh' });
  await expect(dialog.locator('[data-page="1"] canvas')).toBeVisible();
  await expect(dialog.getByText('Yang bertanda tangan di bawah ini')).toBeVisible();
  await check(page, name);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

test('Bonum is chosen, looked at and saved', async ({ office, page }) => {
  await page.goto(`${office.url}/#/pengaturan/kertas`);
  await page.getByRole('combobox', { name: 'Huruf', exact: true }).selectOption({ label: 'Bonum (seperti Bookman)' });
  await look(page, 'huruf-bonum-contoh');
  expect((await office.call('office_show'))?.typeface, 'looking saves nothing').toBe('arimo');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(page.getByText('Pengaturan disimpan')).toBeVisible();
  expect((await office.call('office_show'))?.typeface).toBe('bonum');
});

test('files of the office are chosen, refused, replaced and removed', async ({ office, page }) => {
  test.setTimeout(120_000);
  await page.goto(`${office.url}/#/pengaturan/kertas`);
  const face = page.getByRole('combobox', { name: 'Huruf', exact: true });
  await face.selectOption({ label: 'Huruf kantor sendiri …' });
  await expect(page.getByText('Belum ada berkas huruf.')).toBeVisible();
  await check(page, 'huruf-sendiri-kosong');

  // Without files nothing is saved.
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(page.getByText('Pilih berkas hurufnya dahulu, atau pilih huruf bawaan.').first()).toBeVisible();

  await choose(page, 'Pilih berkas huruf …', { name: 'Terlarang.ttf', mimeType: 'font/ttf', buffer: forbidden() });
  await expect(page.getByText('pembuatnya melarang huruf ini dimuat dalam dokumen')).toBeVisible();
  await check(page, 'huruf-sendiri-ditolak');

  await choose(page, 'Pilih berkas huruf …', [font('tinos/Tinos-Bold.ttf'), font('tinos/Tinos-Regular.ttf')]);
  await expect(page.getByText('Tinos', { exact: true })).toBeVisible();
  await expect(page.getByText('pembuatnya melarang')).toBeHidden();
  await expect(page.getByText('Pilih berkas hurufnya dahulu, atau pilih huruf bawaan.'), 'what was mended is not asked for any more').toHaveCount(0);
  await expect(page.getByText('tidak dipilih; surat memakai huruf biasa sebagai gantinya')).toHaveCount(1);
  await screen(page, 'huruf-sendiri-dipilih');
  await look(page, 'huruf-sendiri-contoh');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(page.getByText('Pengaturan disimpan')).toBeVisible();
  const held = await office.call('office_show');
  expect([held?.typeface, held?.own_face?.family, held?.own_face?.italic]).toEqual(['own', 'Tinos', null]);

  // It is there again after a restart of the page, and gives way to another choice without being lost.
  await page.reload();
  await expect(page.getByText('Tinos', { exact: true })).toBeVisible();
  await choose(page, 'Ganti berkas huruf …', [font('bonum/texgyrebonum-regular.otf'), font('bonum/texgyrebonum-bold.otf'), font('bonum/texgyrebonum-italic.otf')]);
  await expect(page.getByText('TeX Gyre Bonum')).toBeVisible();
  await page.getByRole('button', { name: 'Hapus huruf ini' }).click();
  await expect(face).toHaveValue('arimo');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect.poll(async () => (await office.call('office_show'))?.own_face).toBeNull();
});

/** Installs fonts on the computer of the test; one of them is forbidden to letters. */
async function install(data: string) {
  const shelf = join(data, 'huruf-terpasang');
  await mkdir(shelf);
  for (const name of ['tinos/Tinos-Regular.ttf', 'tinos/Tinos-Bold.ttf', 'bonum/texgyrebonum-regular.otf']) await copyFile(font(name), join(shelf, basename(name)));
  await writeFile(join(shelf, 'terlarang.ttf'), forbidden());
}

test('an installed font is found by its name and taken with the keyboard', async ({ office, page }) => {
  await page.goto(`${office.url}/#/pengaturan/kertas`);
  await page.getByRole('combobox', { name: 'Huruf', exact: true }).selectOption({ label: 'Huruf kantor sendiri …' });
  const open = page.getByRole('button', { name: 'Pilih dari huruf komputer ini …' });
  const dialog = page.getByRole('dialog', { name: 'Huruf yang terpasang pada komputer ini' });
  await open.click();
  await expect(dialog.getByText('Tidak ada huruf yang dapat dipakai')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Pakai huruf ini' })).toBeDisabled();
  await check(page, 'huruf-terpasang-kosong');
  await page.keyboard.press('Escape');

  await install(office.data);
  await open.click();
  await expect(dialog.getByRole('option')).toHaveText([/^TeX Gyre Bonum/, /^Tinos/]);
  await expect(dialog.getByRole('listitem')).toHaveText('Arimo: pembuatnya melarang huruf ini dimuat dalam dokumen.');
  await check(page, 'huruf-terpasang');
  const search = dialog.getByRole('combobox', { name: 'Cari huruf' });
  await expect(search).toBeFocused();
  await search.fill('garamond');
  await expect(dialog.getByText('Tidak ada huruf bernama “garamond”.')).toBeVisible();
  await search.fill('');
  await search.press('ArrowDown');
  await expect(dialog.getByRole('option', { selected: true })).toHaveText(/^Tinos/);
  await search.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Tinos', { exact: true })).toBeVisible();
  await look(page, 'huruf-terpasang-contoh');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect.poll(async () => (await office.call('office_show'))?.own_face?.family).toBe('Tinos');
});

for (const { name, use } of LOOKS) {
  test.describe(`as shown at ${name}`, () => {
    test.use(use);
    test('the face of the office can be looked at in its section', async ({ office, page }) => {
      await page.goto(`${office.url}/#/pengaturan/kertas`);
      await page.getByRole('combobox', { name: 'Huruf', exact: true }).selectOption({ label: 'Huruf kantor sendiri …' });
      await choose(page, 'Pilih berkas huruf …', [font('tinos/Tinos-Regular.ttf')]);
      await expect(page.getByText('tidak dipilih; surat memakai huruf biasa sebagai gantinya')).toHaveCount(2);
      await check(page, `huruf-sendiri-${name}`);
      await install(office.data);
      await page.getByRole('button', { name: 'Pilih dari huruf komputer ini …' }).click();
      await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
      await check(page, `huruf-terpasang-${name}`);
    });
  });
}
