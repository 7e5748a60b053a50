/** What files say of certificates and signatures: a form filled from a certificate, a private key refused, a signed PDF judged. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { renewal } from '../support/cases.ts';
import { brought, lettered } from '../support/scans.ts';
import { owner } from '../support/samples.ts';
import { check, expect, test } from '../support/test.ts';

const SIGNED = new URL('../../../crates/intake/tests/fixtures/signed/', import.meta.url).pathname;

async function pick(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Isi dari berkas sertifikat …' }).click();
  await (await chooser).setFiles(file);
}

test('a certificate is filled from its file or from whoever signed a PDF, and a private key is refused', async ({ office, page }) => {
  const person = await office.call('owner_record', { details: owner });
  await page.goto(`${office.url}/#/pemilik/${person}/sertifikat/baru`);
  const serial = page.getByLabel('Nomor seri');
  const subject = page.getByLabel('Subject DN');
  await pick(page, join(SIGNED, 'sertifikat', 'pemilik.cer'));
  await expect(serial).toHaveValue(/^[0-9]+$/);
  await expect(subject).toHaveValue(/CN=Contoh Pemilik,.+,C=ID$/);
  const [first, name] = [await serial.inputValue(), await subject.inputValue()];
  await check(page, 'sertifikat-dari-berkas');
  await pick(page, { name: 'kunci.key', mimeType: 'application/octet-stream', buffer: Buffer.from('-----BEGIN PRIVATE KEY-----\nMC4=\n-----END PRIVATE KEY-----\n') });
  await expect(page.getByRole('alert').filter({ hasText: /kunci privat/i })).toBeVisible();
  expect([await serial.inputValue(), await subject.inputValue()]).toEqual([first, name]);
  await pick(page, join(SIGNED, 'p256.pdf'));
  await expect(serial).not.toHaveValue(first);
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(page.getByText('Sertifikat disimpan.')).toBeVisible();
  const [held] = (await office.call('owner_show', { owner: person })).certificates;
  expect(held?.details?.subject_dn).toMatch(/CN=.+,C=ID$/);
});

test('the form of a step takes what a certificate file says, and the case goes on with it', async ({ office, page }) => {
  const officer = await renewal(office, page);
  await officer.pass();
  await officer.pass();
  await pick(page, join(SIGNED, 'sertifikat', 'pemilik.cer'));
  await expect(page.getByLabel('Nomor seri sertifikat baru')).toHaveValue(/^[0-9]+$/);
  await expect(page.getByLabel('Subject DN sertifikat baru')).toHaveValue(/CN=Contoh Pemilik,.+,C=ID$/);
  await expect(page.getByRole('textbox', { name: /^Berlaku mulai/ })).toHaveValue('1 Januari 2026');
  await expect(page.getByRole('textbox', { name: /^Berlaku sampai/ })).toHaveValue('1 Januari 2028');
  // It is somebody else's: that is said, and the officer decides.
  await expect(page.getByText('Nama pada sertifikat ini Contoh Pemilik, pada data pemilik Rahmat Hidayat')).toBeVisible();
  await check(page, 'langkah-dari-sertifikat');
  const serial = await page.getByLabel('Nomor seri sertifikat baru').inputValue();
  await officer.pass();
  const { owner: person } = await officer.view();
  const held = (await office.call('owner_show', { owner: person?.owner ?? '' })).certificates;
  expect(held.map(({ details }) => details?.serial)).toContain(serial);
});

test('a signed PDF says who signed it and whether it is whole', async ({ office, page }) => {
  await page.goto('about:blank');
  const bytes = await readFile(join(SIGNED, 'rsa.pdf'));
  const changed = Buffer.from(bytes);
  // A byte of what was signed: the year in the head of the file.
  changed[7] = (changed[7] ?? 0) ^ 1;
  for (const [file, buffer, tone] of [['utuh.pdf', bytes, 'Perlu diperiksa'], ['diubah.pdf', changed, 'Tidak sah']] as const) {
    const id = await brought(office, file, buffer);
    await page.goto(`${office.url}/#/pindai/${id}`);
    const card = page.getByRole('region', { name: 'Tanda tangan elektronik' });
    await expect(card.getByText(tone)).toBeVisible({ timeout: 40_000 });
    // No root is installed, and revocation cannot be known.
    await expect(card).toContainText('Status pencabutan');
    await check(page, `tanda-tangan-${file.replace('.pdf', '')}`);
  }
});

test('a letter that came back electronically signed says so on its own page', async ({ office, page }) => {
  const { view, letter } = await lettered(office);
  const { revision } = await office.call('case_show', { case: view.case });
  await office.call('letter_return', { case: view.case, revision, letter: letter.letter, version: letter.version, path: join(SIGNED, 'rsa.pdf') });
  await page.goto(`${office.url}/#/surat/${letter.letter}`);
  const card = page.getByRole('region', { name: 'Tanda tangan elektronik' });
  await expect(card).toContainText('Contoh Pemilik');
  await check(page, 'surat-bertanda-tangan-elektronik');
});
