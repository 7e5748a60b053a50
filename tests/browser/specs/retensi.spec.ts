/** How long files are kept: the table, a file that is held back, and a destruction by two persons with its official record. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Host } from '../support/host.ts';
import { certificate, owner, PASSPHRASE, USER } from '../support/samples.ts';
import { check, expect, LOOKS, quiet, screen, test } from '../support/test.ts';

const OTHER = 'kata sandi pengguna kedua';
const HEAD = 'Contoh Kepala Dinas';
const BASIS = 'Peraturan Bupati Contoh Nomor 12 Tahun 2022 tentang Jadwal Retensi Arsip';
/** HTML in a reason is shown as text. */
const REASON = 'Diminta Inspektorat <img src=x onerror=alert(1)>';

/** Three owners, one of whom can still sign; seven years later. */
async function aged(office: Host): Promise<void> {
  for (const [name, nik, nip] of [['Rahmat Hidayat', '3171010103800001', '198003012005011001'], ['Siti Aminah', '3171014203800002', '198003022005012002']] as const) {
    const person = await office.call('owner_record', { details: { ...owner, name, nik, nip, email: `${nip}@contohkab.go.id`, ams_user: nip } });
    await office.call('certificate_record', { owner: person, details: { ...certificate, serial: nip } });
  }
  const lasting = await office.call('owner_record', { details: { ...owner, name: 'Yohanes Siregar', nik: '3171010303800003', nip: '198003032005011003', email: 'y@contohkab.go.id', ams_user: 'y' } });
  await office.call('certificate_record', { owner: lasting, details: { ...certificate, serial: '99', valid_until: '2040-01-01' } });
  await office.setClock('2033-11-21T02:00:00Z');
}

async function confirmTable(office: Host): Promise<void> {
  const { table } = await office.call('retention_show');
  await office.call('retention_table', { ...table, confirmed: true, basis: BASIS });
}

async function open(page: Page, office: Host, list = ''): Promise<void> {
  await page.goto(`${office.url}/#/pengaturan/retensi${list && `/${list}`}`);
  await expect(page.getByRole('heading', { name: 'Retensi arsip', exact: true })).toBeVisible();
  await quiet(page);
}

for (const { name, use } of LOOKS) {
  test.describe(name, () => {
    test.use(use);
    test('the table is made the office’s own, and a file is held back', async ({ office, page }) => {
      await aged(office);
      await open(page, office);
      await expect(page.getByText('Belum sesuai JRA daerah')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Usulkan musnah' })).toHaveCount(0);
      await page.getByRole('button', { name: 'Ubah tabel' }).click();
      const dialog = page.getByRole('dialog', { name: 'Jadwal retensi (JRA)' });
      await dialog.getByLabel('Tabel ini sudah dicocokkan dengan JRA daerah').check();
      await dialog.getByRole('button', { name: 'Simpan tabel' }).click();
      await expect(dialog.getByText('harus menyebut dasarnya')).toBeVisible();
      await dialog.getByLabel('Dasar').fill(BASIS);
      await dialog.getByLabel('Inaktif (tahun), Pembaruan Sertifikat Elektronik').fill('4');
      await check(page, `retensi-tabel-${name}`);
      await dialog.getByRole('button', { name: 'Simpan tabel' }).click();
      await expect(page.getByText('Tabel retensi disimpan')).toBeVisible();
      await expect(page.getByText(BASIS)).toBeVisible();
      await page.getByRole('button', { name: 'Tahan berkas Siti Aminah' }).click();
      const hold = page.getByRole('dialog', { name: 'Tahan berkas Siti Aminah' });
      await hold.getByRole('button', { name: 'Tahan', exact: true }).click();
      await expect(hold.getByText('Tuliskan mengapa berkas ini ditahan')).toBeVisible();
      await hold.getByLabel('Alasan').fill(REASON);
      await hold.getByRole('button', { name: 'Tahan', exact: true }).click();
      await expect(page.getByText(REASON)).toBeVisible();
      await expect(page.getByRole('checkbox', { name: 'Pilih berkas Siti Aminah' })).toBeDisabled();
      await page.getByRole('checkbox', { name: 'Pilih berkas Rahmat Hidayat' }).check();
      await expect(page.getByText('1 berkas dipilih')).toBeVisible();
      await check(page, `retensi-${name}`);
      await page.getByRole('button', { name: /^Ditahan/ }).click();
      await page.getByRole('button', { name: 'Lepas penahanan berkas Siti Aminah?' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Lepas', exact: true }).click();
      await expect(page.getByText('Tidak ada berkas', { exact: true })).toBeVisible();
    });
  });
}

test('files are proposed by one, approved by another, and destroyed with a record', async ({ office, page }) => {
  await aged(office);
  await confirmTable(office);
  await office.call('user_admit', { user: HEAD, role: 'kepala-dinas', passphrase: OTHER, own: PASSPHRASE });
  await open(page, office, 'destroy');
  await page.getByRole('searchbox', { name: 'Cari nama atau instansi' }).fill('tidak ada orangnya');
  await expect(page.getByText('Tidak ada yang cocok')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Cari nama atau instansi' }).fill('');
  await page.getByRole('checkbox', { name: 'Pilih semua pada daftar ini' }).check();
  await page.getByRole('button', { name: 'Usulkan musnah' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Usulkan', exact: true }).click();
  await expect(page.getByText('Menunggu persetujuan')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Setujui' }), 'not one’s own').toHaveCount(0);

  await office.call('desk_close');
  await office.call('desk_open', { user: HEAD, passphrase: OTHER });
  await page.reload();
  await page.getByRole('button', { name: 'Lihat berkas' }).click();
  const files = page.getByRole('dialog', { name: 'Berkas pada usulan ini' });
  await expect(files.getByText('Rahmat Hidayat')).toBeVisible();
  await expect(files.getByText('Siti Aminah')).toBeVisible();
  await check(page, 'retensi-usulan');
  await files.getByRole('button', { name: 'Tutup' }).last().click();
  await page.getByRole('button', { name: 'Setujui' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Setujui', exact: true }).click();
  await expect(page.getByText('Usulan disetujui.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Laksanakan' }), 'whoever agrees does not carry it out').toHaveCount(0);

  await office.call('desk_close');
  await office.call('desk_open', { user: USER, passphrase: PASSPHRASE });
  await page.reload();
  await page.getByRole('button', { name: 'Laksanakan' }).click();
  const carry = page.getByRole('dialog', { name: 'Laksanakan pemusnahan' });
  const destroy = carry.getByRole('button', { name: 'Musnahkan untuk selamanya' });
  await expect(destroy).toBeDisabled();
  await carry.getByLabel('Nomor berita acara').fill('000.5.6/7/Diskominfo');
  await carry.getByLabel('Saksi 1', { exact: true }).fill('Contoh Saksi, S.H.');
  await carry.getByLabel('Saya sudah memeriksa daftar berkasnya').check();
  await check(page, 'retensi-laksanakan');
  await destroy.click();
  await expect(page.getByText('Berkas dimusnahkan. Berita acaranya tersimpan.')).toBeVisible();
  await expect(page.getByText('Dilaksanakan', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Berita acara' }).click();
  await expect(page.getByRole('dialog', { name: 'Berita acara' }).locator('canvas').first()).toBeVisible();
  await quiet(page);
  await screen(page, 'retensi-berita-acara');
  expect((await office.call('owner_list')).map(({ name }) => name).filter(Boolean)).toEqual(['Yohanes Siregar']);
  expect((await office.call('store_verify')).problems).toEqual([]);
  const path = join(office.data, 'acara.pdf');
  const { proposals } = await office.call('retention_show');
  await office.call('destruction_record_save', { proposal: proposals[0]?.id ?? '', path });
  expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
});
