/** The journal's page: entries found by user, action and period; one with what it changed; its end; the journal as a file that both verifiers take. */

import { execFileSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PASSPHRASE, profile, USER } from '../support/samples.ts';
import { check, expect, LOOKS, test } from '../support/test.ts';

const SCRIPT = new URL('../../../docs/jurnal-periksa.py', import.meta.url).pathname;

test('entries are found and opened, and the journal is exported', async ({ office, page }) => {
  await office.setClock('2026-11-23T02:00:00Z');
  await office.call('office_record', { ...profile, phone: '0773 000111' });
  await page.goto(`${office.url}/#/pengaturan/jurnal`);
  const list = page.getByRole('table', { name: 'Catatan jurnal' });
  await expect(list.getByRole('row').nth(1)).toContainText('Profil kantor dicatat');
  const state = await office.call('journal_state', {});
  await expect(page.getByLabel('Sidik ujung jurnal')).toHaveText(state.head.groups.join(' '));
  await page.getByRole('button', { name: 'Salin sidik' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(state.head.groups.join(' '));
  await check(page, 'jurnal');

  // One entry with what it changed, and its place in the chain.
  await list.getByRole('link', { name: /^Profil kantor dicatat/ }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('table', { name: 'Yang berubah' }).getByRole('row')).toHaveText([/Isian/, /Telepon.*0773 000111/]);
  const shown = await office.call('journal_show', { seq: state.head.seq });
  await expect(dialog.getByText(shown.hash.replace(/(.{4})(?=.)/g, '$1 '))).toBeVisible();
  await check(page, 'jurnal-catatan');
  await dialog.getByRole('button', { name: 'Tutup', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/#\/pengaturan\/jurnal$/);

  // Narrowed by action and by day.
  await page.getByLabel('Tindakan').selectOption({ label: 'Pejabat dicatat' });
  await expect(list.getByRole('row').nth(1)).toContainText('Pejabat dicatat');
  await expect(list.getByRole('link', { name: /^Profil kantor dicatat/ })).toHaveCount(0);
  await page.getByLabel('Tindakan').selectOption('');
  await page.locator('#period-since').fill('23-11-2026');
  await page.locator('#period-since').blur();
  await expect(list.getByRole('row')).toHaveCount(2);

  // A period as a file, without what is personal; whoever has Python can verify it.
  const to = join(office.data, 'jurnal.jsonl');
  await page.getByRole('button', { name: 'Ekspor jurnal …' }).click();
  await check(page, 'jurnal-ekspor');
  page.once('dialog', (asked) => void asked.accept(to));
  await dialog.getByRole('button', { name: 'Pilih tempat dan tulis' }).click();
  await expect(page.getByText('Jurnal ditulis: 1 catatan')).toBeVisible();
  const lines = (await readFile(to, 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(3);
  expect(execFileSync('python3', [SCRIPT, to], { encoding: 'utf8' })).toContain('Berkas jurnal utuh.');
});

test('a clock that was set back is told', async ({ office, page }) => {
  await office.setClock('2026-11-18T02:00:00Z');
  await office.call('office_record', { ...profile, phone: '0773 000222' });
  await page.goto(`${office.url}/#/pengaturan/jurnal`);
  const list = page.getByRole('table', { name: 'Catatan jurnal' });
  await expect(list.getByRole('row').nth(2)).toContainText('Jam komputer berubah');
  await list.getByRole('link', { name: /^Jam komputer berubah/ }).click();
  await expect(page.getByRole('dialog').getByText(/Jam komputer mundur: catatan sebelumnya 20 November 2026/)).toBeVisible();
});

test('what was found wrong at an opening is told and keeps nobody out', async ({ office, page }) => {
  await office.call('desk_close', {});
  await rm(join(office.data, 'kantor/sandika.jangkar'));
  await office.call('desk_open', { passphrase: PASSPHRASE, user: USER });
  await page.goto(`${office.url}/#/beranda`);
  await page.reload();
  await page.getByRole('button', { name: 'Jurnal: 1 masalah' }).click();
  await expect(page.getByRole('heading', { name: '1 masalah ditemukan pada jurnal' })).toBeVisible();
  await expect(page.getByText(/Berkas sandika.jangkar tidak ada atau tidak dapat dibaca/)).toBeVisible();
  await check(page, 'jurnal-masalah');
  await office.call('office_record', { ...profile, phone: '0773 000333' });
  await expect(page.getByRole('table', { name: 'Catatan jurnal' }).getByRole('row').nth(1)).toBeVisible();
});

for (const { name, use } of LOOKS) {
  test.describe(name, () => {
    test.use(use);

    test('the journal of the practice office', async ({ practice, page }) => {
      await page.goto(`${practice.url}/#/pengaturan/jurnal`);
      await expect(page.getByRole('table', { name: 'Catatan jurnal' }).getByRole('row')).toHaveCount(51);
      await check(page, `jurnal-${name}`);
      await page.getByRole('link', { name: /^Isian dicatat/ }).first().click();
      await expect(page.getByRole('table', { name: 'Yang berubah' })).toBeVisible();
      await check(page, `jurnal-catatan-${name}`);
    });
  });
}
