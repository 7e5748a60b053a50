/** Updates from a file: what is shown of one, why one is refused, what has to be accepted, and the start of its installer. */

import type { Page } from '@playwright/test';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Host } from '../support/host.ts';
import { PUBLIC_KEY, updateFile } from '../support/update.ts';
import { check, expect, LOOKS, quiet, screen, test as base } from '../support/test.ts';

/** A program that was built with a key. */
const test = base.extend<{ host: Host }>({
  host: async ({}, use) => {
    const host = await Host.start(['--kunci-pembaruan', PUBLIC_KEY]);
    await use(host);
    await host.stop();
  },
});

/** Has the host start installers: the last one stands in the file. */
async function installs(host: Host): Promise<string> {
  const list = join(host.data, 'pemasang.txt');
  await writeFile(list, '');
  return list;
}

async function choose(page: Page, bytes: Buffer, version = '9.1.0'): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Pilih berkas (pembaruan|lain) …/ }).click();
  await (await chooser).setFiles({ name: `Sandika-${version}.pembaruan`, mimeType: 'application/octet-stream', buffer: bytes });
}

base('a program without a key says that updates are installed by hand', async ({ office, page }) => {
  await page.goto(`${office.url}/#/pengaturan/pembaruan`);
  await expect(page.getByText('Program ini dibuat tanpa kunci pembaruan')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pilih berkas pembaruan …' })).toHaveCount(0);
  await check(page, 'pembaruan-tanpa-kunci');
});

test('an update is shown, accepted, backed up before, and started', async ({ office, page }) => {
  await page.goto(`${office.url}/#/pengaturan/pembaruan`);
  await expect(page.getByRole('button', { name: 'Pilih berkas pembaruan …' })).toBeVisible();
  await check(page, 'pembaruan');
  await choose(page, updateFile('9.1.0'));
  const card = page.getByRole('region', { name: 'Pembaruan ke Sandika 9.1.0' });
  await expect(card.getByText('0.1.0 menjadi 9.1.0')).toBeVisible();
  await expect(card.getByText('1 Desember 2026')).toBeVisible();
  await expect(card.getByText('Pencarian nama tanpa gelar lebih cepat.')).toBeVisible();
  // This system starts no installers, and says so before anything is done.
  const install = card.getByRole('button', { name: 'Cadangkan dan pasang' });
  await expect(card.getByText('hanya dipasang pada Windows')).toBeVisible();
  await expect(install).toHaveCount(0);
  await check(page, 'pembaruan-bukan-windows');

  const list = await installs(office);
  await page.reload();
  await choose(page, updateFile('9.1.0'));
  await expect(install).toBeDisabled();
  await check(page, 'pembaruan-diperiksa');
  await card.getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await install.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Pemasang Sandika 9.1.0 sudah berjalan')).toBeVisible({ timeout: 30_000 });
  await check(page, 'pembaruan-berjalan');
  const started = await readFile(list, 'utf8');
  expect(started).toBe(join(office.data, 'Pembaruan', 'Sandika-9.1.0-pasang.exe'));
  expect(await readFile(started, 'utf8')).toBe('MZ pemasang rekaan 9.1.0');
  const [entry] = await office.call('journal_list', {} as never);
  expect(entry?.label).toBe('Pembaruan program diminta');
});

test('what cannot be trusted or is not newer is refused with its reason', async ({ office, page }) => {
  await page.goto(`${office.url}/#/pengaturan/pembaruan`);
  const good = updateFile('9.1.0');
  const changed = Buffer.from(good);
  changed.write('P', good.indexOf('pemasang rekaan'));
  for (const [bytes, told, name] of [
    [changed, 'Salin lagi', 'pembaruan-rusak'],
    [updateFile('0.0.1'), 'lebih lama daripada versi', 'pembaruan-lama'],
    [good.subarray(0, 900), 'bukan berkas pembaruan', 'pembaruan-terpotong'],
    [Buffer.from('bukan pembaruan'), 'bukan berkas pembaruan', 'pembaruan-bukan'],
  ] as const) {
    await choose(page, bytes);
    await expect(page.getByRole('alert').getByText(told)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Cadangkan dan pasang' })).toHaveCount(0);
    await check(page, name);
  }
});

test('with a second place nothing has to be accepted, unless it is away', async ({ office, page }) => {
  const usb = join(office.data, 'usb');
  await mkdir(usb);
  await office.call('backup_record', { on: true, second: usb });
  await installs(office);
  await page.goto(`${office.url}/#/pengaturan/pembaruan`);
  await choose(page, updateFile('9.1.0'));
  const card = page.getByRole('region', { name: 'Pembaruan ke Sandika 9.1.0' });
  await expect(card.getByText(usb)).toBeVisible();
  await expect(card.getByRole('checkbox')).toHaveCount(0);
  await rm(usb, { recursive: true });
  await card.getByRole('button', { name: 'Cadangkan dan pasang' }).click();
  await expect(card.getByText('Cadangan di tempat kedua tidak dapat dibuat').first()).toBeVisible({ timeout: 30_000 });
  await check(page, 'pembaruan-tanpa-tempat-kedua');
  await card.getByRole('checkbox').check();
  await card.getByRole('button', { name: 'Cadangkan dan pasang' }).click();
  await expect(page.getByText('Pemasang Sandika 9.1.0 sudah berjalan')).toBeVisible({ timeout: 30_000 });
});

for (const { name, use } of LOOKS) {
  test.describe(name, () => {
    test.use(use);
    test('the card', async ({ office, page }) => {
      await installs(office);
      await page.goto(`${office.url}/#/pengaturan/pembaruan`);
      await choose(page, updateFile('9.1.0'));
      await expect(page.getByRole('button', { name: 'Cadangkan dan pasang' })).toBeVisible();
      await quiet(page);
      await check(page, `pembaruan-${name}`);
      await page.getByRole('button', { name: 'Cadangkan dan pasang' }).scrollIntoViewIfNeeded();
      await screen(page, `pembaruan-bawah-${name}`);
    });
  });
}
