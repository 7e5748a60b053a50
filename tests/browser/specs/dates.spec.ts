/** Dates as people write them: the day before the month, whatever the computer's language, and read back in words. */

import { expect, test } from '../support/test.ts';

test('dates are typed in Indonesian form and read back in words', async ({ office, page }) => {
  await page.goto(`${office.url}/#/permohonan/baru`);
  const received = page.getByLabel('Tanggal diterima');
  await expect(received).toHaveValue('20 November 2026');
  for (const [typed, read] of [['2/11/2026', '2 November 2026'], ['03-11-26', '3 November 2026'], ['4 nop 2026', '4 November 2026'], ['5/11', '5 November 2026']] as const) {
    await received.fill(typed);
    await received.blur();
    await expect(received).toHaveValue(read);
  }
  await received.fill('31/2/2026');
  await received.blur();
  await expect(received).toHaveValue('31/2/2026');
  await expect(received).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByText('Tanggal ini tidak terbaca.')).toBeVisible();
  await received.fill('1/11/2026');
  await received.blur();
  await expect(page.getByText('Tanggal ini tidak terbaca.')).toBeHidden();
  await expect.poll(async () => (await office.call('draft_load', { key: 'permohonan-baru' }))?.body).toContain('"received_on":"2026-11-01"');
});
