/** Messages by the names that officers know. */

import { renewal } from '../support/cases.ts';
import { expect, test } from '../support/test.ts';

test('messages are offered, composed and remembered by name', async ({ office, page }) => {
  const officer = await renewal(office, page);
  await officer.pass();
  const name = 'Asistensi pembaruan sertifikat';
  await page.getByRole('button', { name: `Susun pesan ${name}` }).click();
  const dialog = page.getByRole('dialog', { name });
  await dialog.getByLabel('Catatan dalam pesan').fill('Surat permohonan');
  await dialog.getByRole('button', { name: 'Catat sudah disampaikan' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(`Pesan “${name}” disampaikan melalui WhatsApp`)).toBeVisible();
});
