/** Files of a case, looked at where the officer works: attached papers, and the letter that came back signed. */

import { Officer } from '../support/officer.ts';
import { certificate, letterValues, owner, pdf } from '../support/samples.ts';
import { accessible, expect, test } from '../support/test.ts';

test('the signed letter and every other file are read in the case', async ({ office, page }) => {
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

  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: /^Lihat Surat Rekomendasi/ }).click();
  await expect(dialog.getByRole('button', { name: 'Pindaian', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(dialog.getByText('bertanda-tangan')).toBeVisible();
  await dialog.getByRole('button', { name: 'Surat terbit', exact: true }).click();
  await expect(dialog.getByText('SURAT REKOMENDASI').first()).toBeVisible();
  await accessible(page);
  await dialog.getByRole('button', { name: 'Tutup', exact: true }).click();

  const papers = page.getByRole('region', { name: 'Berkas perkara' });
  await expect(papers.getByText('bertanda tangan, langkah 2')).toBeVisible();
  await papers.getByRole('button').first().click();
  await expect(dialog.getByText(/^surat-permohonan/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('a file that is dropped on its place is attached there', async ({ office, page }) => {
  const person = await office.call('owner_record', { details: owner });
  const opened = await office.call('case_open', {
    sop: 'natuna-pembaruan', owner: person, channel: 'e-mail', sender: 'Dinas Kesehatan Kabupaten Contoh', received_on: '2026-11-19',
  });
  await page.goto(`${office.url}/#/permohonan/${opened.case}`);
  const officer = new Officer(page, office, opened.case);
  const [asked] = (await officer.view()).form?.documents ?? [];
  const place = page.locator(`[id="berkas-${asked?.id}"]`);
  await place.scrollIntoViewIfNeeded();
  const box = await place.boundingBox();
  const at = { clientX: (box?.x ?? 0) + 20, clientY: (box?.y ?? 0) + 10 };
  const file = await page.evaluateHandle((bytes) => {
    const held = new DataTransfer();
    held.items.add(new File([new Uint8Array(bytes)], 'permohonan.pdf', { type: 'application/pdf' }));
    return held;
  }, [...pdf('diseret')]);
  await page.dispatchEvent('body', 'dragover', { ...at, dataTransfer: file });
  await expect(place.getByText('Lepaskan di sini')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { ...at, dataTransfer: file });
  await expect(place.getByRole('button', { name: 'Lihat permohonan.pdf' })).toBeVisible();
  expect((await officer.view()).form?.documents[0]?.files).toHaveLength(1);
});

test('a correction begins with what the letter was issued with', async ({ office, page }) => {
  const person = await office.call('owner_record', { details: owner });
  const held = await office.call('certificate_record', { owner: person, details: certificate });
  const opened = await office.call('case_open', {
    sop: 'ciamis-pencabutan', owner: person, certificate: held, channel: 'sitante', sender: 'Dinas Kesehatan Kabupaten Contoh', received_on: '2026-11-19',
    reason: 'kunci-hilang', effective_on: '2026-12-01',
  });
  await page.goto(`${office.url}/#/permohonan/${opened.case}`);
  const officer = new Officer(page, office, opened.case);
  // The draft of a step goes when the step is completed.
  await officer.pass();
  await office.call('case_undo', { case: opened.case, revision: (await officer.view()).revision, why: 'Nama atasan keliru' });
  await page.reload();
  await page.getByRole('button', { name: /^Perbaiki Surat Keterangan/ }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('[id="nilai-atasan.nama"]')).toHaveValue(letterValues['atasan.nama'] ?? '');
  await dialog.locator('[id="nilai-atasan.nama"]').fill('dr. Contoh Pengganti, M.Kes.');
  await dialog.getByRole('button', { name: /^Terbitkan/ }).click();
  await expect(dialog).toBeHidden();
  const newest = (await officer.view()).letters.find(({ version }) => version === 2);
  const { values } = await office.call('letter_filled', { case: opened.case, letter: newest!.letter });
  expect([values['atasan.nama'], values['atasan.nip']]).toEqual(['dr. Contoh Pengganti, M.Kes.', letterValues['atasan.nip']]);
});
