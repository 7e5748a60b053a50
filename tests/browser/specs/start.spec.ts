/** Before an office is open: making one, opening it again, and trying things out in the practice office. */

import { PASSPHRASE, USER } from '../support/samples.ts';
import { accessible, check, expect, LOOKS, test } from '../support/test.ts';

test('an office is made, locked, refused to a wrong passphrase, and opened again', async ({ host, page }) => {
  await page.goto(host.url);
  await accessible(page);
  await page.getByRole('button', { name: /^Buat kantor/ }).click();
  await page.locator('#user').fill(USER);
  await page.locator('#passphrase').fill('pendek');
  await page.locator('#again').fill('pendek');
  await page.locator('#understood').check();
  await page.getByRole('button', { name: 'Buat kantor' }).click();
  expect((await host.call('desk_show')).state).toBe('none');

  await page.locator('#passphrase').fill(PASSPHRASE);
  await page.locator('#again').fill(PASSPHRASE);
  await accessible(page);
  await page.getByRole('button', { name: 'Buat kantor' }).click();
  await expect(page.getByRole('navigation', { name: 'Utama' })).toBeVisible();
  await expect.poll(async () => (await host.call('desk_show')).state).toBe('open');

  await page.goto(`${host.url}/#/pengaturan/data`);
  await page.getByRole('button', { name: 'Kunci meja' }).click();
  await expect(page.getByRole('heading', { name: 'Meja terkunci' })).toBeVisible();
  await expect(page.locator('#user')).toHaveValue(USER);
  await page.locator('#passphrase').fill('kata sandi yang salah');
  await page.getByRole('button', { name: 'Buka', exact: true }).click();
  await expect(page.getByText('Kata sandi tidak cocok').first()).toBeVisible();
  await accessible(page);
  await page.locator('#passphrase').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Buka', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Utama' })).toBeVisible();
});

test('the passphrase is changed by whoever knows it, and holds from the next opening on', async ({ office, page }) => {
  const fresh = 'kata sandi pengganti kantor';
  await page.goto(`${office.url}/#/pengaturan/data`);
  await page.getByRole('button', { name: 'Ganti kata sandi …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ganti kata sandi' });
  const send = dialog.getByRole('button', { name: 'Ganti kata sandi', exact: true });
  await send.click();
  await expect(dialog.locator('#sandi-lama')).toHaveAttribute('aria-invalid', 'true');
  for (const [old, again, told] of [['bukan kata sandinya', fresh, 'Kata sandi tidak cocok'], [PASSPHRASE, 'lain dari yang di atas', 'belum sama']] as const) {
    await dialog.locator('#sandi-lama').fill(old);
    await dialog.locator('#sandi-baru').fill(fresh);
    await dialog.locator('#sandi-ulang').fill(again);
    await send.click();
    await expect(dialog.getByText(told).first()).toBeVisible();
    await check(page, `ganti-sandi-${told.replaceAll(' ', '-').toLowerCase()}`);
  }
  await dialog.locator('#sandi-ulang').fill(fresh);
  await send.click();
  await expect(page.getByText('Kata sandi diganti.')).toBeVisible();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Kunci meja' }).click();
  await expect(page.getByRole('heading', { name: 'Meja terkunci' })).toBeVisible();
  await page.locator('#passphrase').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Buka', exact: true }).click();
  await expect(page.getByText('Kata sandi tidak cocok').first()).toBeVisible();
  await page.locator('#passphrase').fill(fresh);
  await page.getByRole('button', { name: 'Buka', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Utama' })).toBeVisible();
});

test('the practice office is marked on every screen, and left again', async ({ host, page }) => {
  await page.goto(host.url);
  await page.getByRole('button', { name: /^Coba di kantor latihan/ }).click();
  await page.locator('#user').fill(USER);
  await page.getByRole('button', { name: 'Masuk ke kantor latihan' }).click();
  for (const place of ['Beranda', 'Permohonan', 'Surat', 'Pemilik', 'SOP', 'Pengaturan']) {
    await page.getByRole('link', { name: new RegExp(`^${place}`) }).click();
    await expect(page.getByText('Kantor latihan: data rekaan, tidak untuk layanan')).toBeVisible();
  }
  await page.getByRole('button', { name: 'Keluar dari latihan' }).click();
  await expect(page.getByRole('heading', { name: 'Selamat datang' })).toBeVisible();
  expect((await host.call('desk_show')).state).toBe('none');
});

for (const { name, use } of LOOKS) {
  test.describe(name, () => {
    test.use(use);
    test('the ways in can be used by everybody', async ({ host, page }) => {
      await page.goto(host.url);
      await expect(page.getByRole('heading', { name: 'Selamat datang' })).toBeVisible();
      await check(page, `mulai-${name}`);
      await page.getByRole('button', { name: /^Buat kantor/ }).click();
      await page.locator('#passphrase').fill('pendek');
      await page.getByRole('button', { name: 'Buat kantor' }).click();
      await check(page, `mulai-buat-${name}`);
      await page.getByRole('button', { name: 'Kembali' }).click();
      await page.getByRole('button', { name: /^Coba di kantor latihan/ }).click();
      await check(page, `mulai-latihan-${name}`);

      await host.call('desk_create', { passphrase: PASSPHRASE, user: USER });
      await host.call('desk_close');
      await page.reload();
      await page.locator('#passphrase').fill('kata sandi yang salah');
      await page.getByRole('button', { name: 'Buka', exact: true }).click();
      await expect(page.getByText('Kata sandi tidak cocok').first()).toBeVisible();
      await check(page, `mulai-buka-${name}`);
    });
  });
}
