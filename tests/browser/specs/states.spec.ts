/** A case in each of its states, every dialog, and every place that is still empty: readable by everybody, in light and in dark, at the sizes officers have. */

import type { Page } from '@playwright/test';
import type { Host } from '../support/host.ts';
import { Officer } from '../support/officer.ts';
import { PASSPHRASE, USER } from '../support/samples.ts';
import { check, expect, LOOKS, quiet, test } from '../support/test.ts';

/** Shows a place of the window, begun anew. */
async function show(host: Host, page: Page, place: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${host.url}/#/${place}`);
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
  await quiet(page);
}

/** Opens the practice office on a Friday morning: its cases are dated back from then, and their numbers follow. */
async function practise(host: Host): Promise<void> {
  await host.setClock('2026-11-20T02:00:00Z');
  await host.call('desk_practice', { user: USER });
}

/** The practice office's case with this agenda number. */
async function caseOf(host: Host, agenda: string): Promise<string> {
  const found = (await host.call('case_list', { limit: 50 })).find((row) => row.agenda.startsWith(`${agenda}/`));
  return found?.case ?? '';
}

const menu = (item: RegExp) => async (page: Page) => {
  await page.getByRole('button', { name: 'Lainnya', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
};
const button = (name: RegExp | string) => async (page: Page) => page.getByRole('main').getByRole('button', { name }).first().click();

/** What opens each dialog of a case: name, agenda number of the case, how. */
const DIALOGS: [name: string, agenda: string, open: (page: Page) => Promise<unknown>][] = [
  ['urungkan', '7', menu(/^Urungkan/)], ['tunggu', '7', menu(/^Tunggu/)], ['tugaskan', '7', menu(/^Tugaskan/)], ['catatan', '7', menu(/^Tambah catatan/)],
  ['riwayat', '7', menu(/^Seluruh riwayat/)], ['batalkan', '7', menu(/^Batalkan/)], ['langkah-selesai', '7', button(/^1\. /)], ['kembalikan', '7', button(/, kembalikan$/)],
  ['kecualikan', '11', button(/^Kecualikan/)], ['susun-surat', '8', button(/^Perbaiki Surat/)], ['cetak-surat', '8', button(/^Cetak Surat/)],
  ['lihat-surat', '8', button(/^Lihat Surat/)], ['pesan', '9', button(/^Susun pesan/)], ['buka-kembali', '1', button(/^Buka kembali/)],
  ['cari', '7', (page) => page.keyboard.press('Control+k')],
];

for (const { name: look, use } of LOOKS) {
  test.describe(look, () => {
    test.use(use);

    test('cases in every state, and their dialogs', async ({ host, page }) => {
      test.setTimeout(240_000);
      await practise(host);
      for (const [agenda, state] of [['11', 'baru'], ['9', 'keputusan'], ['6', 'menunggu'], ['8', 'surat-ditunggu'], ['1', 'selesai']] as const) {
        await show(host, page, `permohonan/${await caseOf(host, agenda)}`);
        await check(page, `perkara-${state}-${look}`);
      }
      for (const [name, agenda, open] of DIALOGS) {
        await show(host, page, `permohonan/${await caseOf(host, agenda)}`);
        await open(page);
        await expect(page.getByRole('dialog')).toBeVisible();
        await quiet(page);
        await check(page, `dialog-${name}-${look}`);
      }
      const withdrawn = await host.call('case_show', { case: await caseOf(host, '11') });
      await host.call('case_withdraw', { case: withdrawn.case, revision: withdrawn.revision, why: 'Ditarik pemohon' });
      await show(host, page, `permohonan/${withdrawn.case}`);
      await check(page, `perkara-dibatalkan-${look}`);
    });

    test('what differs from the register, and what is still missing', async ({ host, page }) => {
      await practise(host);
      const at = await caseOf(host, '6');
      await host.call('case_resume', { case: at, revision: (await host.call('case_show', { case: at })).revision });
      await show(host, page, `permohonan/${at}`);
      const officer = new Officer(page, host, at);
      for (let { step } = await officer.view(); step < 7; step = (await officer.view()).step) await officer.pass();
      const compared = (await officer.view()).form?.fields.filter(({ register }) => register) ?? [];
      const answers = Object.fromEntries(compared.map((field, place) => [field.id, String(field.register).replace(/.$/, place ? '$&' : 'X')]));
      await host.call('case_fill', { case: at, step: 7, answers });
      await show(host, page, `permohonan/${at}`);
      await expect(page.getByText('Beda', { exact: true })).toBeVisible();
      await check(page, `perkara-beda-${look}`);
      await show(host, page, `permohonan/${await caseOf(host, '11')}`);
      await page.getByRole('group', { name: 'Tindakan langkah' }).getByRole('button', { name: /^Selesai/ }).click();
      await expect(page.getByRole('alert').first()).toBeFocused();
      await check(page, `perkara-belum-lengkap-${look}`);
    });

    test('letters, owners, and forms', async ({ host, page }) => {
      test.setTimeout(150_000);
      await practise(host);
      const [letter] = await host.call('letter_list', { scan_missing: true });
      const owner = (await host.call('owner_list', {})).find(({ name }) => name.startsWith('Contoh Elok'))?.owner;
      const [official] = await host.call('official_list', {});
      const held = (await host.call('owner_show', { owner: owner ?? '' })).certificates[0]?.certificate;
      const places = {
        'satu-surat': `surat/${letter?.letter}`, 'satu-pemilik': `pemilik/${owner}`, 'ubah-pemilik': `pemilik/${owner}/ubah`, 'pemilik-baru': 'pemilik/baru',
        'ubah-sertifikat': `pemilik/${owner}/sertifikat/${held}`, 'ubah-pejabat': `pengaturan/pejabat/${official?.official}`, 'sop-diagram': 'sop/natuna-pencabutan/diagram',
        'sop-diagram-perkara': `sop/natuna-pencabutan/diagram?perkara=${await caseOf(host, '6')}`, 'sop-temuan': 'sop/ciamis-pencabutan/temuan',
        'tidak-ada': 'entah', 'perkara-tidak-ada': 'permohonan/entah', 'tanpa-hasil': 'permohonan?cari=tidakada',
      };
      for (const [name, place] of Object.entries(places)) {
        await show(host, page, place);
        await check(page, `${name}-${look}`);
      }
      await show(host, page, 'pengaturan/data');
      await page.getByRole('button', { name: 'Susun ulang daftar …' }).click();
      await check(page, `dialog-susun-ulang-${look}`);
      await show(host, page, 'permohonan?layanan=pencabutan');
      await page.getByRole('button', { name: 'Simpan tampilan' }).click();
      await check(page, `dialog-simpan-tampilan-${look}`);
    });

    test('an office that is still empty', async ({ host, page }) => {
      await host.setClock('2026-11-20T02:00:00Z');
      await host.call('desk_create', { passphrase: PASSPHRASE, user: USER });
      for (const place of ['beranda', 'permohonan', 'permohonan/baru', 'surat', 'pemilik', 'pengaturan', 'pengaturan/pejabat', 'pengaturan/penomoran', 'pengaturan/kalender']) {
        await show(host, page, place);
        await check(page, `kosong-${place.replaceAll('/', '-')}-${look}`);
      }
    });
  });
}
