/** A letter is worded anew in its editor, seen beside it as it will be printed, saved, issued, and given back to what ships. */

import { certificate, owner } from '../support/samples.ts';
import { Officer } from '../support/officer.ts';
import { accessible, check, expect, LOOKS, test } from '../support/test.ts';

const LETTER = 'surat-rekomendasi-pencabutan';
const NAME = 'Surat Rekomendasi Pencabutan Sertifikat Elektronik';

test('a letter is worded, checked, saved, issued and given back', async ({ office, page }) => {
  test.setTimeout(240_000);
  await page.goto(`${office.url}/#/pengaturan/isi`);
  await page.getByRole('link', { name: NAME, exact: true }).click();
  await expect(page.getByRole('heading', { name: NAME, level: 1 })).toBeVisible();
  const preview = page.getByRole('region', { name: `Pratinjau ${NAME}` });
  await expect(preview.getByText('Demikian surat rekomendasi ini')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Simpan …' })).toBeDisabled();

  // A sentence is changed; the picture follows after the pause.
  const last = page.getByRole('group', { name: '7. Paragraf' }).getByLabel('Teks', { exact: true });
  await last.fill('Demikian rekomendasi kantor kami untuk ');
  await expect(page.getByText('Belum disimpan')).toBeVisible();
  await last.press('End');
  await page.getByRole('group', { name: '7. Paragraf' }).getByRole('button', { name: 'Sisipkan isian pada Teks' }).click();
  const picker = page.getByRole('dialog', { name: 'Sisipkan isian' });
  await picker.getByRole('searchbox').fill('nama pemilik gelar');
  await accessible(page);
  await picker.getByRole('button', { name: /nama pemilik sertifikat dengan gelar/ }).click();
  await expect(last).toHaveValue('Demikian rekomendasi kantor kami untuk {pemilik.nama_lengkap}');
  await expect(last).toBeFocused();
  await expect(preview.getByText('Demikian rekomendasi kantor kami untuk Contoh Pemilik')).toBeVisible();

  // What is wrong is named with its part and placeholder, and a click leads there.
  await last.fill('Untuk {pemilik.nma}.');
  const findings = page.getByRole('region', { name: 'Temuan' });
  await expect(findings.getByRole('button', { name: /Bagian 7, teks.*pemilik\.nma/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Simpan …' })).toBeDisabled();
  await accessible(page);
  await page.getByRole('link', { name: 'Isi kantor' }).focus();
  await findings.getByRole('button').first().click();
  await expect(last).toBeFocused();

  // What is typed outlives the page.
  await last.fill('Demikian rekomendasi kantor kami untuk {pemilik.nama_lengkap}.');
  await expect(page.getByText(/^Tersimpan/)).toBeVisible();
  await page.reload();
  await expect(page.getByText('Ketikan yang belum disimpan dikembalikan.')).toBeVisible();
  await expect(last).toHaveValue('Demikian rekomendasi kantor kami untuk {pemilik.nama_lengkap}.');

  await page.getByRole('button', { name: 'Simpan …' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Surat yang sudah terbit tidak berubah')).toBeVisible();
  await accessible(page);
  await dialog.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(page.getByText('Diubah kantor')).toBeVisible();

  // A letter that is issued now says it.
  const person = await office.call('owner_record', { details: owner });
  const held = await office.call('certificate_record', { owner: person, details: certificate });
  const opened = await office.call('case_open', {
    sop: 'demak-pencabutan', owner: person, certificate: held, channel: 'sitante', sender: 'Dinas Kesehatan Kabupaten Contoh', received_on: '2026-11-19', reason: 'pensiun',
    effective_on: '2026-12-01',
  });
  await page.goto(`${office.url}/#/permohonan/${opened.case}`);
  const officer = new Officer(page, office, opened.case);
  await officer.pass();
  await officer.gather();
  await page.getByRole('button', { name: /^Lihat Surat Rekomendasi/ }).click();
  await dialog.getByRole('button', { name: 'Surat terbit', exact: true }).click();
  await expect(dialog.getByText('Demikian rekomendasi kantor kami untuk')).toBeVisible();
  await page.keyboard.press('Escape');

  // Back to what ships: the version stays, and the issued letter keeps its own.
  await page.goto(`${office.url}/#/pengaturan/isi/${LETTER}`);
  await page.getByRole('button', { name: 'Kembalikan …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Kembalikan', exact: true }).click();
  await expect(preview.getByText('Demikian surat rekomendasi ini')).toBeVisible();
  await page.getByRole('button', { name: 'Versi …' }).click();
  const versions = page.getByRole('dialog', { name: `Versi ${NAME}` });
  await expect(versions.getByText('dipakai 1 surat')).toBeVisible();
  await accessible(page);
  await versions.getByRole('button', { name: 'Muat versi 1' }).click();
  await expect(last).toHaveValue('Demikian rekomendasi kantor kami untuk {pemilik.nama_lengkap}.');
  await expect(page.getByText('Belum disimpan')).toBeVisible();
});

test('parts are added, moved, conditioned and taken away; the text says the same', async ({ office, page }) => {
  test.setTimeout(180_000);
  await page.goto(`${office.url}/#/pengaturan/isi/${LETTER}`);
  const preview = page.getByRole('region', { name: `Pratinjau ${NAME}` });
  await expect(preview.getByText('Demikian surat rekomendasi ini')).toBeVisible();
  await page.getByLabel('Jenis bagian yang ditambahkan', { exact: true }).selectOption('paragraf');
  await page.getByRole('button', { name: 'Tambah bagian', exact: true }).click();
  const added = page.getByRole('group', { name: '10. Paragraf' });
  await added.getByLabel('Teks', { exact: true }).fill('Kalimat tambahan kantor.');
  await expect(preview.getByText('Kalimat tambahan kantor.')).toBeVisible();
  await added.getByText('Syarat:').click();
  await added.getByRole('button', { name: 'Tambah syarat' }).click();
  await added.getByLabel('Yang dibandingkan').selectOption('perkara.alasan');
  await added.getByLabel('Cara membandingkan').selectOption('any');
  await added.getByLabel('Meninggal dunia').check();
  await added.getByLabel('Purna tugas (pensiun)').uncheck();
  // The fictitious reason is the retirement.
  await expect(preview.getByText('Kalimat tambahan kantor.')).toHaveCount(0);
  await page.getByRole('button', { name: 'Naikkan 10. Paragraf' }).click();
  await page.getByRole('button', { name: 'Teks', exact: true }).click();
  const raw = page.getByLabel('Teks bentuk surat');
  await expect(raw).toHaveValue(/teks = "Kalimat tambahan kantor\."[\s\S]*"perkara\.alasan" = \[\s*"meninggal",?\s*\][\s\S]*Demikian surat rekomendasi ini/);
  await accessible(page);

  // A text that is no letter cannot be shown as parts, and says on which line.
  const text = await raw.inputValue();
  await raw.fill(text.replace('[kepala]', '[kepala'));
  await page.getByRole('button', { name: 'Bagian', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('belum berbentuk surat');
  await expect(page.getByRole('region', { name: 'Temuan' }).getByRole('button').first()).toContainText(/baris \d+, L001/);
  await raw.fill(text);
  await page.getByRole('button', { name: 'Bagian', exact: true }).click();
  await page.getByRole('button', { name: 'Hapus 9. Paragraf' }).click();
  await page.getByRole('button', { name: 'Batalkan perubahan' }).click();
  await expect(page.getByText('Belum disimpan')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Simpan …' })).toBeDisabled();
});

for (const { name, use } of LOOKS) {
  test.describe(`as shown at ${name}`, () => {
    test.use(use);
    test('every letter can be looked at in its editor', async ({ office, page }) => {
      test.setTimeout(240_000);
      for (const letter of [LETTER, 'lembar-disposisi', 'surat-permohonan-perubahan-data']) {
        await page.goto(`${office.url}/#/pengaturan/isi/${letter}`);
        await expect(page.getByText('Tanpa temuan. Bentuk surat dapat disimpan.')).toBeVisible();
        await expect(page.locator('[data-page="1"] canvas')).toBeVisible();
        await check(page, `surat-${letter}-${name}`);
      }
      await page.getByRole('button', { name: 'Teks', exact: true }).click();
      await expect(page.getByLabel('Teks bentuk surat')).toBeVisible();
      await check(page, `surat-teks-${name}`);
    });
  });
}
