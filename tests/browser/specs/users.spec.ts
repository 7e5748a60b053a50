/** The door: users and roles, the locked desk, the recovery sheet, and revocations by two. */

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Officer } from '../support/officer.ts';
import { openCase } from '../support/opening.ts';
import { PASSPHRASE, USER } from '../support/samples.ts';
import { check, expect, LOOKS, quiet, test } from '../support/test.ts';

const OTHER = 'kata sandi pengguna kedua';
const HEAD = 'Contoh Kepala Bidang';

async function signIn(page: Page, user: string, passphrase: string): Promise<void> {
  await page.locator('#user').selectOption(user);
  await page.locator('#passphrase').fill(passphrase);
  await page.getByRole('button', { name: 'Buka', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Utama' })).toBeVisible();
}

for (const { name, use } of LOOKS) {
  test.describe(name, () => {
    test.use(use);
    test('a key is bound to a Windows account only beside a recovery sheet', async ({ office, page }) => {
      // This computer cannot do it, so the section is not there; then as on one that can, up to what the core of this one says.
      await page.goto(`${office.url}/#/pengaturan/data`);
      await expect(page.getByRole('heading', { name: 'Ganti kata sandi' })).toBeVisible();
      await expect(page.getByRole('heading', { name: 'Kunci dan akun Windows' })).toHaveCount(0);
      await page.route('**/rpc/desk_account', (route) => route.fulfill({ json: { bound: false } }));
      await page.reload();
      await page.getByRole('button', { name: 'Ikat kunci …' }).click();
      const dialog = page.getByRole('dialog', { name: 'Kunci dan akun Windows' });
      const send = dialog.getByRole('button', { name: 'Ikat kunci' });
      await dialog.getByLabel('Kata sandi sekarang').fill(PASSPHRASE);
      await send.click();
      await expect(dialog.getByText('belum punya lembar pemulihan')).toBeVisible();
      await check(page, `akun-windows-${name}`);
      await office.call('recovery_make', { own: PASSPHRASE });
      await dialog.getByLabel('Kata sandi sekarang').fill('bukan kata sandinya');
      await send.click();
      await expect(dialog.getByText('Kata sandi tidak cocok')).toBeVisible();
      await dialog.getByLabel('Kata sandi sekarang').fill(PASSPHRASE);
      await send.click();
      await expect(dialog.getByText('Kata sandi tetap berlaku seperti sebelumnya')).toBeVisible();
    });

    test('users are admitted, change roles and are dismissed', async ({ office, page }) => {
      await page.goto(`${office.url}/#/pengaturan/pengguna`);
      await page.getByRole('button', { name: 'Tambah pengguna' }).click();
      const dialog = page.getByRole('dialog', { name: 'Tambah pengguna' });
      const send = dialog.getByRole('button', { name: 'Tambah pengguna' });
      await send.click();
      await expect(dialog.getByText('Nama petugas wajib diisi.')).toBeVisible();
      await dialog.getByLabel('Nama pengguna').fill('Sari Dewi');
      await dialog.locator('#pengguna-sandi').fill(OTHER);
      await dialog.locator('#pengguna-ulang').fill(OTHER);
      await dialog.locator('#pengguna-sendiri').fill('bukan kata sandinya');
      await send.click();
      await expect(dialog.getByText('Kata sandi tidak cocok').first()).toBeVisible();
      await check(page, `pengguna-tambah-${name}`);
      await dialog.locator('#pengguna-sendiri').fill(PASSPHRASE);
      await send.click();
      await expect(page.getByText('Pengguna didaftarkan.')).toBeVisible();
      await page.getByRole('combobox', { name: 'Peran Sari Dewi' }).selectOption('verifikator');
      await expect(page.getByText('Sari Dewi kini Verifikator.')).toBeVisible();
      await page.getByRole('button', { name: 'Berlakukan' }).click();
      await expect(page.getByText('Berlaku', { exact: true })).toBeVisible();
      await check(page, `pengguna-${name}`);
      await page.getByRole('button', { name: 'Hapus hak masuk Sari Dewi?' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Hapus hak masuk', exact: true }).click();
      await expect(page.getByText('Tidak lagi berhak')).toBeVisible();
      expect(await office.call('desk_users', {})).toEqual([USER]);
    });
  });
}

test('a locked desk shows nothing of the office and goes on where it was', async ({ office, page }) => {
  await page.goto(`${office.url}/#/pemilik/baru`);
  await page.getByLabel('Nama tanpa gelar').fill('Ketikan yang belum selesai');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Meja terkunci' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await page.content()).not.toContain('Ketikan yang belum selesai');
  expect((await office.call('desk_show')).state).toBe('locked');
  await check(page, 'meja-terkunci');
  await signIn(page, USER, PASSPHRASE);
  await expect(page.getByLabel('Nama tanpa gelar')).toHaveValue('Ketikan yang belum selesai');
});

test('a desk that nobody touches locks itself', async ({ office, page }) => {
  await page.clock.install();
  await page.goto(office.url);
  await expect(page.getByRole('navigation', { name: 'Utama' })).toBeVisible();
  await page.clock.runFor('04:50');
  await expect(page.getByRole('navigation', { name: 'Utama' })).toBeVisible();
  await page.clock.runFor('00:20');
  await expect(page.getByRole('heading', { name: 'Meja terkunci' })).toBeVisible();
});

test('the recovery sheet is shown once, and its words open the office', async ({ office, page }) => {
  await page.goto(`${office.url}/#/pengaturan/pengguna`);
  await page.getByRole('button', { name: 'Buat lembar pemulihan …' }).click();
  await page.locator('#lembar-sandi').fill(PASSPHRASE);
  await page.getByRole('dialog').getByRole('button', { name: 'Buat lembar pemulihan' }).click();
  const sheet = page.getByRole('dialog', { name: 'Lembar pemulihan kantor' });
  await expect(sheet.locator('canvas').first()).toBeVisible();
  await quiet(page);
  await check(page, 'lembar-pemulihan');
  const saved = join(office.data, 'lembar.pdf');
  await office.call('recovery_save', { path: saved });
  await sheet.getByRole('button', { name: 'Sudah saya simpan' }).click();
  await expect(sheet).toBeHidden();
  await expect(office.call('recovery_save', { path: saved })).rejects.toThrow('not-found');
  const printed = execFileSync('pdftotext', ['-layout', saved, '-'], { encoding: 'utf8' });
  const words = [...printed.matchAll(/(\d+)\. ([a-z]+)\b/g)].map(([, at, word]) => [Number(at), word] as const).sort(([a], [b]) => a - b);
  expect(words.length).toBe(18);

  await office.call('desk_close');
  await page.reload();
  await page.getByRole('button', { name: 'Lupa kata sandi?' }).click();
  await page.locator('#kata-lembar').fill(words.slice(1).map(([, word]) => word).join(' '));
  await page.locator('#passphrase').fill(OTHER);
  await page.locator('#again').fill(OTHER);
  await page.getByRole('button', { name: 'Buka dengan lembar pemulihan' }).click();
  await expect(page.getByText('memuat 18 kata, yang diketik 17')).toBeVisible();
  await check(page, 'lupa-kata-sandi');
  await page.locator('#kata-lembar').fill(words.map(([, word]) => word).join(' '));
  await page.getByRole('button', { name: 'Buka dengan lembar pemulihan' }).click();
  await expect(page.getByRole('navigation', { name: 'Utama' })).toBeVisible();
  await page.keyboard.press('Control+l');
  await signIn(page, USER, OTHER);
});

test('a NIK is shown whole only when somebody asks for it', async ({ office, page }) => {
  const { owner } = await openCase(office, 'natuna-pencabutan');
  await page.goto(`${office.url}/#/pemilik/${owner}`);
  await expect(page.getByText('31••••••••••••01')).toBeVisible();
  await page.getByRole('button', { name: 'Tampilkan' }).click();
  await expect(page.getByText('3171010103800001')).toBeVisible();
  await check(page, 'nik-ditampilkan');
  await page.getByRole('button', { name: 'Sembunyikan' }).click();
  await expect(page.getByText('3171010103800001')).toHaveCount(0);
});

test('a revocation takes two where the office wants it so', async ({ office, page }) => {
  test.setTimeout(120_000);
  await office.call('user_admit', { user: HEAD, role: 'kepala-bidang', passphrase: OTHER, own: PASSPHRASE });
  await office.call('door_rule', { two_persons: true });
  const { id } = await openCase(office, 'natuna-pencabutan');
  await page.goto(`${office.url}/#/permohonan/${id}`);
  const officer = new Officer(page, office, id);
  while (!(await officer.view()).form?.consent) await officer.pass();
  await officer.gather();
  await officer.bar().getByRole('button').first().click();
  await expect(page.getByText('Persetujuan pencabutan oleh pengguna lain').first()).toBeVisible();
  await check(page, 'persetujuan-menunggu');
  await page.keyboard.press('Control+l');
  await signIn(page, HEAD, OTHER);
  await page.getByRole('button', { name: 'Setujui pencabutan' }).click();
  await expect(page.getByText(`Disetujui ${HEAD}`)).toBeVisible();
  await check(page, 'persetujuan-diberikan');
  await page.keyboard.press('Control+l');
  await signIn(page, USER, PASSPHRASE);
  await officer.press();
  const [held] = (await office.call('owner_show', { owner: (await officer.view()).owner?.owner ?? '' })).certificates;
  expect(held?.state).toBe('revoked');
});
