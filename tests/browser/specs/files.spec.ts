/** Files as they come: what cannot be used is told, and the case stays as it was. */

import { revocation } from '../support/cases.ts';
import { pdf } from '../support/samples.ts';
import { expect, test } from '../support/test.ts';

const BAD: [what: string, name: string, bytes: Buffer][] = [
  ['a program behind the ending of a picture', 'foto.png', Buffer.from('MZ\x90\x00 this is no picture')],
  ['an empty file', 'kosong.pdf', Buffer.alloc(0)],
  ['text behind the ending of a PDF', 'surat.pdf', Buffer.from('Kepada Yth.')],
  ['an encrypted PDF', 'terkunci.pdf', Buffer.from(pdf('x').toString('latin1').replace('/Root 1 0 R', '/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O (o) /U (u) /P -4 >>'), 'latin1')],
];

for (const [what, name, buffer] of BAD) {
  test(`${what} is refused with a reason`, async ({ office, page }) => {
    const officer = await revocation(office, page);
    const before = await officer.view();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /^Pilih berkas/ }).first().click();
    await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer });
    await expect(page.getByRole('alert')).toBeVisible();
    await expect(page.getByRole('alert')).not.toBeEmpty();
    expect((await officer.view()).revision).toBe(before.revision);
  });
}

test('a name of 255 characters and of many scripts is kept as it is', async ({ office, page }) => {
  const officer = await revocation(office, page);
  // 251 bytes of letters and the ending.
  const name = `${'surat keterangan ñ 日本 عربى '.repeat(6)}${'a'.repeat(35)}.pdf`;
  expect(Buffer.byteLength(name)).toBe(255);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: /^Pilih berkas/ }).first().click();
  await (await chooser).setFiles({ name, mimeType: 'application/pdf', buffer: pdf('nama panjang') });
  await expect.poll(async () => (await officer.view()).form?.documents[0]?.files[0]?.name).toContain('日本');
  await expect(page.getByRole('button', { name: /^Lihat surat keterangan/ })).toBeVisible();
});
