/** Backups: their state in the settings, a restore with one step back, an office that arrives on another computer, and what the first page says. */

import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Host } from '../support/host.ts';
import { PASSPHRASE, profile, USER } from '../support/samples.ts';
import { check, expect, test } from '../support/test.ts';

/** The newest backup beside the office has been tested. */
async function tested(host: Host, least = 1): Promise<void> {
  await expect.poll(async () => {
    const [own] = (await host.call('backup_show')).places;
    return (own?.backups.length ?? 0) >= least && own?.backups[0]?.test?.good;
  }, { timeout: 30_000 }).toBe(true);
}

test('a backup is made and tested by itself, restored, and what was there comes back', async ({ office, page }) => {
  await tested(office);
  await page.goto(`${office.url}/#/pengaturan/cadangan`);
  const own = page.getByRole('region', { name: 'Di komputer ini' });
  await expect(own.getByText('hasil baik.')).toBeVisible();
  await check(page, 'cadangan');

  await office.call('draft_save', { key: 'uji', body: 'ketikan sesudah cadangan' });
  await page.getByRole('button', { name: 'Cadangkan sekarang' }).click();
  await tested(office, 2);
  await expect(own.getByRole('row')).toHaveCount(3);

  await own.getByRole('button', { name: /^Pulihkan cadangan/ }).last().click();
  const dialog = page.getByRole('dialog', { name: 'Pulihkan kantor' });
  await dialog.getByRole('button', { name: 'Pulihkan', exact: true }).click();
  await expect(dialog.locator('#sandi-cadangan')).toHaveAttribute('aria-invalid', 'true');
  await dialog.locator('#sandi-cadangan').fill('kata sandi yang salah');
  await dialog.getByRole('button', { name: 'Pulihkan', exact: true }).click();
  await expect(dialog.getByText('Kata sandi tidak cocok').first()).toBeVisible();
  await check(page, 'cadangan-pulihkan');
  await dialog.locator('#sandi-cadangan').fill(PASSPHRASE);
  await dialog.getByRole('button', { name: 'Pulihkan', exact: true }).click();
  await expect(page.getByText(/^Kantor dipulihkan/)).toBeVisible({ timeout: 30_000 });
  expect(await office.call('draft_load', { key: 'uji' })).toBeNull();

  await page.goto(`${office.url}/#/pengaturan/cadangan`);
  await page.getByRole('button', { name: 'Kembalikan …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kembalikan data sebelum pemulihan' }).click();
  await expect(page.getByRole('heading', { name: 'Buka kantor' })).toBeVisible();
  await office.call('desk_open', { passphrase: PASSPHRASE, user: USER });
  expect((await office.call('draft_load', { key: 'uji' }))?.body).toContain('sesudah cadangan');
});

test('an office arrives on another computer from the folder of its backups', async ({ host, page }) => {
  const old = await Host.start();
  try {
    await old.call('desk_create', { passphrase: PASSPHRASE, user: USER });
    await old.call('office_record', profile);
    await tested(old);
    await old.call('backup_hurry', { test: false });
    await tested(old, 2);
    await page.goto(host.url);
    await page.getByRole('button', { name: /^Pindahkan dari komputer lain/ }).click();
    page.once('dialog', (prompt) => void prompt.accept(join(host.data, 'tidak-ada')));
    await page.getByRole('button', { name: 'Pilih folder cadangan …' }).click();
    await expect(page.getByText('tidak terjangkau')).toBeVisible();
    page.once('dialog', (prompt) => void prompt.accept(join(old.data, 'cadangan')));
    await page.getByRole('button', { name: 'Pilih folder cadangan …' }).click();
    await check(page, 'cadangan-datang');
    await page.getByRole('list', { name: 'Cadangan yang dipulihkan' }).getByRole('button').first().click();
    await page.locator('#sandi-cadangan').fill(PASSPHRASE);
    await check(page, 'cadangan-datang-sandi');
    await page.getByRole('button', { name: 'Pulihkan', exact: true }).click();
    await expect(page.getByRole('navigation', { name: 'Utama' })).toBeVisible({ timeout: 30_000 });
    expect((await host.call('office_show'))?.name).toBe((await old.call('office_show'))?.name);
  } finally {
    await old.stop();
  }
});

test('a second place that is away for three days is spoken of on the first page', async ({ office, page }) => {
  const usb = join(office.data, 'usb');
  await mkdir(usb);
  await office.call('backup_record', { on: true, second: usb });
  await expect.poll(async () => (await office.call('backup_show')).places[1]?.backups.length, { timeout: 30_000 }).toBe(1);
  await expect(page.getByText('Cadangan perlu diperhatikan')).toBeHidden();
  await rename(usb, join(office.data, 'dicabut'));
  await office.setClock('2026-11-24T05:00:00Z');
  await office.call('draft_save', { key: 'uji', body: 'berubah' });
  await page.goto(`${office.url}/#/beranda`);
  await page.reload();
  await expect(page.getByText('Tempat cadangan kedua sudah 4 hari')).toBeVisible();
  await check(page, 'cadangan-peringatan');
  await page.getByRole('button', { name: 'Buka pengaturan cadangan' }).click();
  await expect(page.getByRole('region', { name: 'Tempat kedua' }).getByText('tidak terjangkau').first()).toBeVisible();
  await check(page, 'cadangan-tempat-kedua');
});
