/** Each of the five SOPs, from the first form to the archived case, with a mistake on the way. */

import { Officer } from '../support/officer.ts';
import { certificate, owner } from '../support/samples.ts';
import { accessible, expect, screen, test } from '../support/test.ts';

interface Walk {
  sop: string;
  /** Label of the reason; revocations only. */
  reason?: string;
  /** The decision that is sent back at first, and what is said then. */
  back?: [step: number, note: string];
}

const WALKS: Walk[] = [
  { sop: 'natuna-pencabutan', reason: 'pensiun', back: [7, 'Nomor seri di AMS berbeda dengan register'] },
  { sop: 'ciamis-pencabutan', reason: 'kunci-hilang', back: [5, 'Surat Keterangan Alasan belum ditandatangani'] },
  { sop: 'natuna-pembaruan', back: [2, 'Surat permohonan belum bertanggal'] },
  { sop: 'sumbar-pembaruan' },
  { sop: 'demak-pencabutan', reason: 'meninggal', back: [4, 'Data dukung tidak terbaca'] },
];

for (const { sop, reason, back } of WALKS) {
  test(`${sop}, from the first form to the archive`, async ({ office, page }) => {
    test.setTimeout(180_000);
    const person = await office.call('owner_record', { details: owner });
    await office.call('certificate_record', { owner: person, details: certificate });

    await page.keyboard.press('Control+n');
    await expect(page.getByRole('heading', { name: 'Permohonan baru' })).toBeVisible();
    await page.locator(`input[name="sop"][value="${sop}"]`).check();
    await page.locator('#owner').fill('Rahmat');
    await page.getByRole('option', { name: /Rahmat Hidayat/ }).click();
    await expect(page.getByRole('radio', { name: new RegExp(certificate.serial) })).toBeChecked();
    await page.getByLabel('Tanggal diterima').fill('2026-11-19');
    await page.getByLabel('Kanal').selectOption('surat');
    await page.getByLabel('OPD pengirim').fill('Dinas Kesehatan Kabupaten Contoh');
    await page.getByLabel('Nomor surat masuk').fill('800/15/Dinkes');
    await page.getByLabel('Tanggal surat masuk').fill('2026-11-18');
    if (reason) {
      await page.getByLabel('Alasan pencabutan').selectOption(reason);
      await page.getByLabel('Uraian alasan').fill('Permohonan telah diketahui atasan langsung.');
      await page.getByLabel('Berlaku sejak').fill('2026-12-01');
      await page.getByLabel('Nomor dokumen hukum').fill('882/15/BKPSDM');
      await page.getByLabel('Tanggal dokumen hukum').fill('2026-11-02');
    }
    await page.getByRole('button', { name: 'Buka perkara' }).click();
    await expect(page.getByText('Langkah 1 dari')).toBeVisible();

    const [opened] = await office.call('case_list', {});
    const officer = new Officer(page, office, opened?.case ?? '');
    let mistake = back;
    for (let view = await officer.view(); view.status === 'open'; view = await officer.view()) {
      if (mistake?.[0] === view.step) {
        await officer.sendBack(mistake[1]);
        mistake = undefined;
      } else await officer.pass();
      if (view.step % 3 === 0) await accessible(page);
    }
    await expect(page.getByText('Perkara selesai').first()).toBeVisible();
    await screen(page, `selesai-${sop}`);
    await accessible(page);
    const view = await officer.view();
    expect(view.letters.every(({ scan_back, returned }) => !scan_back || returned)).toBe(true);
    expect(view.certificate?.state).toBe(sop.endsWith('pencabutan') ? 'revoked' : view.certificate?.state);
  });
}
