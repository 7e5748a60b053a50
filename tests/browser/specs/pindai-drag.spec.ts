/** A scan that is drawn from the tray's list to where it belongs. */

import { lettered } from '../support/scans.ts';
import { expect, test } from '../support/test.ts';
import { both, rows, SOON, three, toast, tray } from '../support/tray.ts';

test('a scan is drawn to a case, and let go on the paper that it is; on a letter it is asked once more', async ({ office, page }) => {
  const { view, letter } = await lettered(office);
  const [first, second] = [await three(office), await three(office, 'empat.pdf')];
  await tray(office, page, `/${first}`);
  const board = page.locator('[data-board]');
  /** Draws a scan of the list over a case until its places are there, and on to one of them. */
  const draw = async (name: string, to: string | RegExp) => {
    const row = rows(page).getByRole('link', { name: new RegExp(name) });
    await expect(row).toContainText('Tidak ada kode', SOON);
    await row.hover();
    await page.mouse.down();
    const { x, y } = (await row.boundingBox()) ?? { x: 0, y: 0 };
    await page.mouse.move(x + 60, y + 40, { steps: 3 });
    await over(/Rahmat/);
    await expect(board.getByText('Kembali ke daftar perkara')).toBeVisible();
    await over(to);
  };
  const over = async (name: string | RegExp) => {
    const choice = board.getByRole('option', { name }).first();
    await expect(choice).toBeVisible();
    await choice.scrollIntoViewIfNeeded();
    const box = (await choice.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
    await expect(choice).toHaveAttribute('aria-selected', 'true');
  };
  const [paper] = (await office.call('scan_places', { case: view.case })).filter((place) => place.as === 'document');
  const name = paper?.as === 'document' ? paper.name : '';
  await draw('tiga', name);
  await both(page, 'diseret');
  // Given up, nothing has happened.
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(board).toBeHidden();
  expect((await office.call('scan_show', { id: first })).row.state).toBe('kotak');
  await draw('tiga', name);
  await page.mouse.up();
  await expect(toast(page, 'Tersimpan sebagai')).toBeVisible();
  expect((await office.call('scan_show', { id: first })).row.place?.case).toBe(view.case);
  await draw('empat', new RegExp(String(letter.title ?? '')));
  await page.mouse.up();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('tidak dapat diurungkan')).toBeVisible();
  expect((await office.call('scan_show', { id: second })).row.state).toBe('kotak');
  await dialog.getByRole('button', { name: 'Tempatkan', exact: true }).click();
  await expect(dialog).toBeHidden();
  expect((await office.call('scan_show', { id: second })).row.place?.letter).toBeTruthy();
});
