/** A running case is shown in the words of the SOP that it began with, whatever the office does to its file afterwards. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { revocation } from '../support/cases.ts';
import type { Host } from '../support/host.ts';
import { PASSPHRASE, USER } from '../support/samples.ts';
import { expect, test } from '../support/test.ts';

const SHIPPED = new URL('../../../content/sops/natuna-pencabutan.toml', import.meta.url);

const RENAMED: [old: string, now: string][] = [
  ['judul = "Pencabutan Sertifikat Elektronik"', 'judul = "Judul baru"'],
  ['nama = "Pemohon"', 'nama = "Pihak baru"'],
  ['label = "Nomor tiket SITANTE"', 'label = "Label baru"'],
  ['nama = "Form Pencabutan Sertifikat Elektronik"', 'nama = "Berkas baru"'],
];

/** Puts an SOP of the office's own into its folder, and opens the office anew, as content is read then. */
async function adopt(host: Host, text: string): Promise<void> {
  const folder = join(host.data, 'kantor/content/sops');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'kantor-kami.toml'), text);
  await host.call('desk_close');
  await host.call('desk_open', { passphrase: PASSPHRASE, user: USER });
}

test('a running case keeps the names of its own SOP', async ({ office, page }) => {
  const own = (await readFile(SHIPPED, 'utf8')).replace('id = "natuna-pencabutan"', 'id = "kantor-kami"');
  await adopt(office, own);
  const officer = await revocation(office, page, 'kantor-kami');
  await page.getByLabel('Nomor tiket SITANTE').fill('T-7');
  await officer.pass();

  await adopt(office, RENAMED.reduce((text, [old, now]) => text.replaceAll(old, now), own));
  expect(JSON.stringify((await office.call('sop_show', { sop: 'kantor-kami' })).definition)).toContain('Pihak baru');
  await page.reload();
  await page.getByText('Langkah 2 dari').waitFor();

  await page.getByRole('button', { name: 'Lainnya', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Tunggu/ }).click();
  const waiting = page.getByRole('dialog');
  await expect(waiting.getByRole('option', { name: 'Pemohon (pihak luar)' })).toBeAttached();
  await expect(waiting.getByRole('option', { name: 'Pihak baru' })).not.toBeAttached();
  await waiting.getByRole('button', { name: 'Tandai menunggu' }).click();
  await expect(page.getByText('Menunggu Pemohon').first()).toBeVisible();

  await page.getByTitle('Lihat isian langkah 1').click();
  const done = page.getByRole('dialog');
  await expect(done.getByText('Nomor tiket SITANTE')).toBeVisible();
  await expect(done.getByText('T-7')).toBeVisible();
  await expect(done.getByText('Form Pencabutan Sertifikat Elektronik').first()).toBeVisible();
  await expect(page.getByText(/Judul baru|Pihak baru|Label baru|Berkas baru/)).toHaveCount(0);

  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: /^SOP Kabupaten Natuna, versi 1/ }).click();
  await expect(page.getByText('Ini naskah versi 1, yang dipakai perkara ini.')).toBeVisible();
  await expect(page.getByText('Pemohon', { exact: true }).first()).toBeVisible();
  await expect(page.getByText(/Judul baru|Pihak baru/)).toHaveCount(0);
});
