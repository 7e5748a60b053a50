/** Another program holds the office's files, as a virus scanner does: what is shown can be read on, writing says so, and typing is kept. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openCase } from '../support/opening.ts';
import { check, expect, quiet, test } from '../support/test.ts';

/** Takes the byte by which SQLite lets one program write at a time, until its input ends. */
const HOLD = `import fcntl, sys
log = open(sys.argv[1], 'r+b')
fcntl.lockf(log, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, 120)
print('held', flush=True)
sys.stdin.read()`;

async function hold(data: string): Promise<ChildProcess> {
  const holder = spawn('python3', ['-c', HOLD, join(data, 'kantor/sandika.db-shm')], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(holder.stdout, 'data');
  return holder;
}

async function letGo(holder: ChildProcess): Promise<void> {
  holder.stdin?.end();
  await once(holder, 'exit');
}

test('what another program holds can be read, and what is typed meanwhile is kept afterwards', async ({ office, page }) => {
  test.setTimeout(90_000);
  const { id } = await openCase(office, 'natuna-pembaruan');
  await page.goto(`${office.url}/#/pemilik/baru`);
  const name = page.getByLabel('Nama tanpa gelar');
  await expect(name).toBeVisible();
  const holder = await hold(office.data);
  await name.fill('Ketikan saat berkas ditahan');
  await expect(page.locator('[data-state="failed"]')).toBeVisible({ timeout: 20_000 });
  await check(page, 'ditahan-ketikan');

  // Reads go on beside it: the same office, another look.
  expect((await office.call('case_show', { case: id })).case).toBe(id);
  await expect(office.call('draft_save', { key: 'uji', body: 'ditahan' })).rejects.toThrow('"held"');
  await letGo(holder);
  await expect(page.locator('[data-state="saved"]')).toBeVisible({ timeout: 20_000 });
  await expect(name).toHaveValue('Ketikan saat berkas ditahan');
  expect((await office.call('draft_list')).some(({ key }) => key.startsWith('pemilik'))).toBe(true);

  // A step that is refused so keeps what was typed in it, and goes through when tried again.
  await page.goto(`${office.url}/#/permohonan/${id}`);
  await page.getByRole('button', { name: 'Lainnya' }).click();
  await page.getByRole('menuitem', { name: 'Tambah catatan' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Catatan petugas');
  const again = await hold(office.data);
  await dialog.getByRole('button', { name: 'Simpan catatan' }).click();
  await expect(dialog.getByText('Berkas data sedang ditahan program lain').first()).toBeVisible({ timeout: 20_000 });
  await expect(dialog.getByRole('textbox')).toHaveValue('Catatan petugas');
  await check(page, 'ditahan-ditolak');
  await letGo(again);
  await dialog.getByRole('button', { name: 'Simpan catatan' }).click();
  await expect(dialog).toBeHidden();
  await quiet(page);
  expect((await office.call('store_verify')).problems).toEqual([]);
});
