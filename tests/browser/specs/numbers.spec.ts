/** The register of numbers: what holds them, which are free, and a letter that will not be used. */

import { Officer } from '../support/officer.ts';
import { certificate, owner, USER } from '../support/samples.ts';
import { accessible, expect, screen, test } from '../support/test.ts';

test('a step offers a letter again once it is void, and goes on with the new one', async ({ office, page }) => {
  test.setTimeout(180_000);
  const person = await office.call('owner_record', { details: owner });
  const held = await office.call('certificate_record', { owner: person, details: certificate });
  const opened = await office.call('case_open', {
    sop: 'demak-pencabutan', owner: person, certificate: held, channel: 'sitante', sender: 'Dinas Kesehatan Kabupaten Contoh', received_on: '2026-11-19',
    reason: 'pensiun', effective_on: '2026-12-01',
  });
  await page.goto(`${office.url}/#/permohonan/${opened.case}`);
  const officer = new Officer(page, office, opened.case);
  const recommendations = async () => (await officer.view()).letters.filter(({ template }) => template === 'surat-rekomendasi-pencabutan');
  await officer.pass();
  await officer.gather();
  const [first] = await recommendations();
  await office.call('letter_void', { case: opened.case, letter: first!.letter, version: 1, why: 'Nama pejabat keliru' });
  await page.reload();
  await expect(page.getByText('Dibatalkan', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Perbaiki/ })).toHaveCount(0);
  await officer.pass();
  const numbers = (await recommendations()).map(({ number }) => number);
  expect(numbers).toHaveLength(2);
  expect(new Set(numbers).size).toBe(2);
});

test.describe('in the practice office', () => {
  test.beforeEach(async ({ host }) => {
    await host.call('desk_practice', { user: USER });
  });

  test('numbers of the book on paper are told, a gap is explained, and a mistake is taken back', async ({ host, page }) => {
    const before = await host.call('register_show', { register: 'keluar' });
    const [gapAt, told] = [before.next, before.next + 1];
    await page.goto(`${host.url}/#/surat`);
    await page.getByRole('navigation', { name: 'Bagian surat' }).getByRole('link', { name: 'Register nomor' }).click();
    await expect(page.getByText(`Nomor berikutnya ${before.next}`)).toBeVisible();

    await page.getByRole('button', { name: 'Catat nomor …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Catat nomor' });
    await dialog.getByLabel('Nomor urut', { exact: false }).first().fill('seribu');
    await dialog.getByRole('button', { name: 'Catat' }).click();
    await expect(dialog.getByText('Tulis nomor urut dengan angka, misalnya 1024.')).toBeVisible();
    await dialog.getByLabel('Nomor urut', { exact: false }).first().fill(String(told));
    await dialog.getByRole('button', { name: 'Catat' }).click();
    await expect(dialog.getByText(/Tuliskan perihal suratnya/)).toBeVisible();
    await dialog.getByLabel('Perihal').fill('Undangan rapat koordinasi');
    await dialog.getByLabel('Kepada atau dari').fill('Sekretariat Daerah');
    await dialog.getByLabel('Lanjutkan register sesudah nomor ini').check();
    await screen(page, 'register-catat');
    await accessible(page);
    await dialog.getByRole('button', { name: 'Catat' }).click();
    await expect(page.getByText(`Nomor berikutnya ${told + 1}`)).toBeVisible();
    await expect(page.getByText('Satu nomor kosong')).toBeVisible();
    const list = page.getByRole('table', { name: 'Daftar nomor' });
    await expect(list.getByRole('row').nth(1)).toContainText('Undangan rapat koordinasi');
    await expect(list.getByRole('row').nth(2)).toContainText('Nomor ini kosong');
    await screen(page, 'register-nomor');
    await accessible(page);

    await list.getByRole('button', { name: `Jelaskan nomor ${gapAt}` }).click();
    const explain = page.getByRole('dialog', { name: `Jelaskan nomor ${gapAt}` });
    await explain.getByLabel('Alasan tidak dipakai').fill('Lembar rusak');
    await explain.getByRole('button', { name: 'Catat' }).click();
    await expect(page.getByText('Satu nomor kosong')).toBeHidden();

    await list.getByRole('button', { name: `Tarik kembali catatan nomor ${gapAt}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Tarik kembali' }).click();
    await expect(page.getByText('Satu nomor kosong')).toBeVisible();
    expect((await host.call('register_show', { register: 'keluar' })).gaps).toEqual([[gapAt, gapAt]]);
  });

  test('the agenda of incoming letters is another register, and a period narrows it', async ({ host, page }) => {
    await page.goto(`${host.url}/#/surat/register`);
    await page.getByLabel('Register', { exact: true }).last().selectOption('masuk');
    const list = page.getByRole('table', { name: 'Daftar nomor' });
    await expect(list.getByRole('row').nth(1)).toBeVisible();
    await page.getByLabel('Dari tanggal').first().fill('1 Januari 2026');
    await page.getByLabel('Sampai tanggal').first().fill('2 Januari 2026');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('heading', { name: 'Tidak ada nomor pada tanggal itu' })).toBeVisible();
    await page.getByRole('button', { name: 'Semua tanggal' }).click();
    await expect(list.getByRole('row').nth(1)).toBeVisible();
    await list.getByRole('link').first().click();
    await expect(page).toHaveURL(/#\/permohonan\//);
  });

  test('a letter is voided with a reason, and its number stays used', async ({ host, page }) => {
    const numbered = (await host.call('letter_list', {})).filter(({ number }) => number);
    const running = await Promise.all(numbered.map(async (letter) => ({ letter, of: await host.call('case_show', { case: letter.case ?? '' }) })));
    const letter = running.find(({ of }) => of.status === 'open')!.letter;
    await page.goto(`${host.url}/#/surat/${letter.letter}`);
    await page.getByRole('button', { name: 'Nomor sistem lain …' }).click();
    const other = page.getByRole('dialog', { name: 'Nomor pada sistem lain' });
    await other.getByLabel('Nomor pada sistem itu').fill('B-12/SRI/2026');
    await other.getByRole('button', { name: 'Catat' }).click();
    await expect(page.getByText('SRIKANDI: B-12/SRI/2026')).toBeVisible();

    await page.getByRole('button', { name: 'Batalkan surat …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Batalkan surat' }).click();
    await expect(dialog.getByText(/wajib diisi/)).toBeVisible();
    await dialog.getByLabel('Alasan pembatalan').fill('Nama pejabat keliru');
    await dialog.getByRole('button', { name: 'Batalkan surat' }).click();
    await expect(page.getByText(/Dibatalkan .*: Nama pejabat keliru\. Nomornya tetap tercatat terpakai\./)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Cetak atau kirim' })).toBeHidden();
    await screen(page, 'surat-dibatalkan');
    await accessible(page);
    await page.goto(`${host.url}/#/surat/register`);
    const row = page.getByRole('table', { name: 'Daftar nomor' }).getByRole('row', { name: letter.number ?? '' });
    await expect(row).toContainText('Dibatalkan');
    await expect(row).toContainText('SRIKANDI: B-12/SRI/2026');
  });
});
