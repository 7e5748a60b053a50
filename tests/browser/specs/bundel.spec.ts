/** The bundle of a case: saved from its menu, and verified by the page in it, from the disk and without a network. */

import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { revocation } from '../support/cases.ts';
import { USER } from '../support/samples.ts';
import { accessible, check, expect, test } from '../support/test.ts';

const PAGE = pathToFileURL(new URL('../../../crates/app/src/bundle/periksa.html', import.meta.url).pathname).href;

/** Unpacks as anybody would. */
function unpack(zip: string, to: string): void {
  execFileSync('python3', ['-c', 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])', zip, to]);
}

async function choose(page: Page, input: string, path: string): Promise<void> {
  await page.locator(input).setInputFiles(path);
  await expect(page.getByRole('heading', { level: 2 }).first().or(page.getByText(/^Tidak dapat diperiksa/))).toBeVisible();
}

test('a bundle is saved from the menu of its case', async ({ office, page }) => {
  await revocation(office, page);
  const path = join(office.data, 'bundel.zip');
  await page.getByRole('button', { name: 'Lainnya' }).click();
  await page.getByRole('menuitem', { name: 'Simpan bundel perkara …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Simpan bundel perkara' });
  await expect(dialog.getByText(/tidak terenkripsi/)).toBeVisible();
  await check(page, 'bundel');
  page.once('dialog', (asked) => {
    expect(asked.defaultValue()).toMatch(/^Bundel perkara .+\.zip$/);
    void asked.accept(path);
  });
  await dialog.getByRole('button', { name: 'Pilih tempat dan tulis' }).click();
  await expect(page.getByText(/^Bundel perkara ditulis: \d+ berkas/)).toBeVisible();
  const seal = (await dialog.locator('.seal').textContent()) ?? '';
  expect(seal.replaceAll(' ', '')).toMatch(/^[0-9a-f]{64}$/);
  await check(page, 'bundel-sidik');
  await dialog.getByRole('button', { name: 'Salin sidik' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(seal);
  await dialog.getByRole('button', { name: 'Tutup', exact: true }).click();
  await expect(dialog).toBeHidden();
  expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK');
});

test('the page in a bundle verifies it, whole and tampered with', async ({ host, page }) => {
  await host.call('desk_practice', { user: USER });
  const [first] = await host.call('case_list', { standings: ['closed'], limit: 1 });
  const zip = join(host.data, 'bundel.zip');
  const { seal } = await host.call('case_bundle_save', { case: first!.case, path: zip });
  const folder = join(host.data, 'ekstrak');
  unpack(zip, folder);

  // From the disk, as it lies in the bundle.
  await page.goto(pathToFileURL(join(folder, 'periksa.html')).href);
  await accessible(page);
  for (const [input, path] of [['#zip', zip], ['#folder', folder]] as const) {
    await choose(page, input, path);
    await expect(page.getByRole('heading', { name: 'Bundel utuh' })).toBeFocused();
    await expect(page.getByText(seal.join(' '))).toBeVisible();
    await expect(page.getByRole('cell', { name: 'riwayat.pdf' })).toBeVisible();
    await accessible(page);
  }

  // A letter is exchanged, a file added whose name would be markup.
  const surat = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')).files.find((file: { kind: string }) => file.kind === 'surat').name as string;
  const letter = await readFile(join(folder, surat));
  letter[100]! ^= 1;
  await writeFile(join(folder, surat), letter);
  await writeFile(join(folder, '<img src=x onerror=alert(1)>.txt'), 'x');
  await page.goto(PAGE);
  await choose(page, '#folder', folder);
  await expect(page.getByRole('heading', { name: 'Bundel bermasalah: 2 hal ditemukan' })).toBeFocused();
  await expect(page.getByText('isinya berubah: sidiknya bukan yang disebut manifest.json')).toBeVisible();
  await expect(page.getByText('tidak disebut manifest.json: ditambahkan dari luar')).toBeVisible();
  await expect(page.getByRole('cell', { name: '<img src=x onerror=alert(1)>.txt' }).first()).toBeVisible();
  expect(await page.locator('img').count(), 'a name is text').toBe(0);
  await accessible(page);

  // A manifest made anew does not help: no entry names that letter.
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  const hash = execFileSync('sha256sum', [join(folder, surat)], { encoding: 'utf8' }).slice(0, 64);
  manifest.files.find((file: { name: string }) => file.name === surat).sha256 = hash;
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await choose(page, '#folder', folder);
  await expect(page.getByText('tidak ada catatan jurnal yang menyebut berkas dengan sidik ini')).toBeVisible();

  // The ZIP file cut, and one that leads out of its folder.
  const whole = await readFile(zip);
  const cut = join(host.data, 'potong.zip');
  await writeFile(cut, whole.subarray(0, whole.length - 100));
  await choose(page, '#zip', cut);
  await expect(page.getByText('Tidak dapat diperiksa: Berkas ini bukan ZIP yang utuh; mungkin terpotong atau rusak.')).toBeVisible();
  const astray = join(host.data, 'keluar.zip');
  await writeFile(astray, Buffer.from(whole.toString('latin1').replaceAll('BACA-SAYA.txt', '../../SAYA.tx'), 'latin1'));
  await choose(page, '#zip', astray);
  await expect(page.getByText(/menunjuk ke luar folder tujuan/)).toBeVisible();
});
