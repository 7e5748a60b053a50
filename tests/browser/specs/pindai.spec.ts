/** The scan tray over the real core and its reader: what files itself, what waits and why, and what an officer does with it. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { asPdf, brought, lay, lettered, pagesOf, sheet, watched } from '../support/scans.ts';
import { pdf } from '../support/samples.ts';
import { expect, test } from '../support/test.ts';
import { both, pages, rows, SOON, three, toast, tray } from '../support/tray.ts';

const nav = (page: Page) => page.getByRole('navigation', { name: 'Utama' }).getByRole('link', { name: /^Kotak Pindai/ });

test('a scanned letter files itself, and the case shows it', async ({ office, page }) => {
  const folder = await watched(office);
  const { view, letter } = await lettered(office);
  await tray(office, page);
  await expect(page.getByRole('heading', { name: 'Tidak ada yang menunggu' })).toBeVisible();
  await both(page, 'kosong');
  const [picture] = await pagesOf(office, letter);
  await lay(folder, 'scan0001.jpg', picture ?? Buffer.alloc(0));
  await page.getByRole('button', { name: 'Periksa sekarang' }).click();
  const shelves = page.getByRole('navigation', { name: 'Bagian Kotak Pindai' });
  await expect(shelves.getByRole('link', { name: 'Tersimpan 1' })).toBeVisible(SOON);
  await shelves.getByRole('link', { name: 'Tersimpan 1' }).click();
  await expect(rows(page).getByRole('link', { name: /scan0001\.jpg/ })).toBeVisible();
  await expect(page.getByText(/^Menurut kodenya, hari ini/)).toBeVisible();
  await both(page, 'tersimpan');
  await page.getByRole('button', { name: 'Buka perkara' }).click();
  await expect(page).toHaveURL(new RegExp(`permohonan/${view.case}`));
  expect((await office.call('case_show', { case: view.case })).letters[0]?.returned).toBeTruthy();
});

test('a letter without its second page waits with the reason, and becomes whole with the page that was missing', async ({ office, page }) => {
  const { view, letter } = await lettered(office, true);
  expect(letter.pages).toBe(2);
  const [first, second] = await pagesOf(office, letter);
  const id = await brought(office, 'tanpa-halaman-2.jpg', first ?? Buffer.alloc(0));
  await office.setClock('2026-11-20T02:01:00Z');
  await brought(office, 'lanjutan.jpg', second ?? Buffer.alloc(0));
  await tray(office, page, `/${id}`);
  await expect(page.getByText('Halaman 2 dari 2 tidak ada.').first()).toBeVisible();
  await expect(page.getByText('halaman 1 · 1 dari 2 halaman surat')).toBeVisible();
  await expect(nav(page)).toContainText('2 pindaian menunggu');
  await both(page, 'kurang');

  // The newest stands above: the list says the order, the officer puts it right.
  await page.getByRole('checkbox', { name: /lanjutan/ }).check();
  await page.getByRole('checkbox', { name: /tanpa-halaman-2/ }).check();
  await page.getByRole('button', { name: 'Gabungkan' }).click();
  await expect(page.getByRole('heading', { name: 'Gabungan 2 pindaian' })).toBeVisible();
  await expect(pages(page).getByRole('option').first()).toContainText('halaman 2 dari 2');
  await pages(page).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(pages(page).getByRole('option').first()).toContainText('halaman 1 dari 2');
  await both(page, 'gabung');
  await page.getByRole('button', { name: 'Simpan susunan' }).click();
  await expect.poll(async () => (await office.call('case_show', { case: view.case })).letters[0]?.returned, SOON).toBeTruthy();
  await expect(nav(page)).not.toContainText('menunggu');
});

test('a scan without a code is placed by keyboard, and taken back', async ({ office, page }) => {
  const { view } = await lettered(office);
  const id = await brought(office, 'ktp.jpg', await sheet(office, 'Kartu tanda penduduk'));
  await tray(office, page, `/${id}`);
  await expect(page.getByText('Tidak ada kode surat yang terbaca pada halaman mana pun.').first()).toBeVisible();
  await both(page, 'tanpa-kode');
  await page.getByRole('button', { name: 'Tempatkan …' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Tempatkan ktp.jpg' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Rahmat');
  await expect(dialog.getByRole('option', { name: /Rahmat Hidayat/ })).toBeVisible();
  await both(page, 'tempat-cari');
  await page.keyboard.press('Enter');
  const places = dialog.getByRole('listbox', { name: 'Tempat pada perkara' });
  await expect(places).toBeFocused();
  await both(page, 'tempat');
  const wanted = await places.getByRole('option').allTextContents();
  for (let at = 0; at < wanted.findIndex((name) => name.includes('Form')); at++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(toast(page, /^Tersimpan sebagai/)).toBeVisible();
  const files = async () => (await office.call('case_show', { case: view.case })).form?.documents.flatMap((one) => one.files.map(({ name }) => name));
  expect(await files()).toEqual(['ktp.jpg']);
  await expect(page.getByRole('heading', { name: 'Folder pindai belum dipilih' })).toBeVisible();
  await both(page, 'tanpa-folder');
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await expect(rows(page).getByRole('link', { name: /ktp\.jpg/ })).toBeVisible();
  expect(await files()).toEqual([]);
});

test('a letter that its code names is the first choice', async ({ office, page }) => {
  const { view, letter } = await lettered(office, true);
  const [first] = await pagesOf(office, letter);
  const id = await brought(office, 'separuh.jpg', first ?? Buffer.alloc(0));
  await tray(office, page, `/${id}`);
  await page.getByRole('button', { name: 'Tempatkan …' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('option').first()).toContainText('sebagai surat bertanda tangan');
  await both(page, 'tempat-kode');
  await page.setViewportSize({ width: 911, height: 512 });
  await both(page, 'tempat-kode-150');
  await page.keyboard.press('Escape');
  await both(page, 'kode-150');
  await page.getByRole('button', { name: 'Tempatkan …' }).click();
  await dialog.getByRole('button', { name: 'Tempatkan', exact: true }).click();
  await expect(toast(page, /^Tersimpan sebagai/).getByRole('button', { name: 'Buka perkara' })).toBeVisible();
  expect((await office.call('case_show', { case: view.case })).letters[0]?.returned).toBeTruthy();
});

test('pages are split, turned, put in order and left out, each step with its way back', async ({ office, page }) => {
  test.setTimeout(180_000);
  const id = await three(office);
  await tray(office, page, `/${id}`);
  const all = pages(page).getByRole('option');
  await expect(all).toHaveCount(3);
  await both(page, 'halaman');

  await page.getByRole('button', { name: 'Buang 1 halaman kosong' }).click();
  await expect(all).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(all).toHaveCount(3);

  await all.nth(0).click();
  await all.nth(2).click({ modifiers: ['Control'] });
  await expect(page.getByText('2 dipilih')).toBeVisible();
  await page.getByRole('button', { name: 'Putar ke kanan' }).click();
  await expect(all.nth(0)).toHaveAccessibleName(/diputar 90°/);
  await page.getByRole('button', { name: 'Pisahkan' }).click();
  const documents = pages(page).getByRole('group');
  await expect(documents).toHaveCount(2);
  await both(page, 'pisah');
  await expect(page.getByText('2 dokumen, 3 halaman.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Tempatkan …' })).toBeDisabled();
  await page.keyboard.press('Control+z');
  await expect(documents).toHaveCount(1);
  await page.getByRole('button', { name: 'Pisahkan' }).click();

  // What is under work stays while another scan is looked at.
  await page.getByRole('link', { name: 'Surat', exact: true }).click();
  await page.goBack();
  await expect(documents).toHaveCount(2);
  await page.getByRole('button', { name: 'Simpan susunan' }).click();
  await expect(toast(page, 'Susunan disimpan sebagai 2 dokumen.')).toBeVisible();
  await expect(rows(page).getByRole('listitem')).toHaveCount(2);
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await expect(toast(page, 'Susunan dikembalikan.')).toBeVisible(SOON);
  await expect(rows(page).getByRole('listitem')).toHaveCount(1);
  await expect(page.getByRole('heading', { name: 'tiga.pdf' })).toBeVisible();
  await expect(all).toHaveCount(3);

  // What was left out is gone from the new document, and comes back with the old one.
  await all.nth(1).click();
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Simpan susunan' }).click();
  await expect(page.getByRole('heading', { name: 'tiga (hal. 1, 3).pdf' })).toBeVisible();
  await expect(all).toHaveCount(2, SOON);
  await expect(page.getByText('Perlu ditempatkan').first()).toBeVisible(SOON);
  await both(page, 'disusun');
  await page.getByRole('button', { name: 'Kembalikan susunan' }).click();
  await expect(page.getByRole('heading', { name: 'tiga.pdf' })).toBeVisible();
  expect((await office.call('scan_show', { id })).row.state).toBe('kotak');
});

test('pages are drawn to their place, and pages of another scan are put in', async ({ office, page }) => {
  await three(office, 'lampiran.pdf');
  await office.setClock('2026-11-20T02:01:00Z');
  const id = await three(office);
  await tray(office, page, `/${id}`);
  const all = pages(page).getByRole('option');
  const [from, to] = [await all.nth(0).boundingBox(), await all.nth(2).boundingBox()];
  if (!from || !to) throw new Error('no pages');
  await page.mouse.move(from.x + 40, from.y + 40);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width - 20, to.y + 40, { steps: 6 });
  await page.mouse.up();
  await expect(all.nth(0)).toContainText('kosong');
  await page.keyboard.press('Control+z');
  await expect(all.nth(1)).toContainText('kosong');

  await page.getByRole('button', { name: 'Sisipkan …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /lampiran\.pdf/ }).check();
  await both(page, 'sisip');
  await dialog.getByRole('button', { name: 'Sisipkan', exact: true }).click();
  await expect(all).toHaveCount(6);
  await page.keyboard.press('Control+z');
  await expect(all).toHaveCount(3);
});

test('a page is looked at large, and the arrows go on', async ({ office, page }) => {
  const id = await three(office);
  await tray(office, page, `/${id}`);
  await pages(page).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Halaman 1 dari 3')).toBeVisible();
  await expect(page.getByText('Menggambar halaman …')).toBeHidden();
  await both(page, 'besar');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Halaman 2 dari 3')).toBeVisible();
  await page.getByRole('button', { name: 'Halaman berikutnya' }).click();
  await expect(page.getByText('Halaman 3 dari 3')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(pages(page)).toBeFocused();
});

test('a scan is put away and brought back, read again, and copied out byte for byte', async ({ office, page }) => {
  const bytes = asPdf([await sheet(office, 'Bukan milik siapa pun')]);
  const id = await brought(office, 'iklan.pdf', bytes);
  await tray(office, page, `/${id}`);
  const copy = join(office.data, 'salinan.pdf');
  page.once('dialog', (dialog) => void dialog.accept(copy));
  await page.getByRole('button', { name: 'Simpan salinan …' }).click();
  await expect(toast(page, 'Salinan disimpan di salinan.pdf.')).toBeVisible();
  expect(bytes.equals(await readFile(copy))).toBe(true);
  await page.getByRole('button', { name: 'Buka dengan aplikasi lain' }).click();
  await expect.poll(async () => (await fetch(`${office.url}/viewed`)).json()).toEqual([expect.stringContaining('iklan.pdf')]);

  await page.getByRole('button', { name: 'Baca ulang' }).click();
  await expect(toast(page, 'iklan.pdf dibaca ulang.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sisihkan' })).toBeVisible(SOON);
  await page.getByRole('button', { name: 'Sisihkan' }).click();
  await expect(toast(page, 'iklan.pdf disisihkan.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Menunggu', exact: true })).toBeFocused();
  await page.getByRole('link', { name: 'Disisihkan 1' }).click();
  await expect(page.getByText(/^Disisihkan oleh Contoh Petugas/).first()).toBeVisible();
  await both(page, 'disisihkan');
  await page.getByRole('button', { name: 'Kembalikan' }).click();
  await page.getByRole('link', { name: /^Menunggu/ }).click();
  await expect(rows(page).getByRole('link', { name: /iklan\.pdf/ })).toBeVisible();
});

test('files are brought by hand, and a refused one is told by name while the others go on', async ({ office, page }) => {
  await tray(office, page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Masukkan berkas …' }).click();
  await (await chooser).setFiles([
    { name: 'palsu.pdf', mimeType: 'application/pdf', buffer: Buffer.from('Kepada Yth.') },
    { name: 'benar.pdf', mimeType: 'application/pdf', buffer: pdf('benar') },
  ]);
  await expect(toast(page, '1 berkas masuk ke Kotak Pindai.')).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('palsu.pdf');
  await expect(rows(page).getByRole('link', { name: /benar\.pdf/ })).toBeVisible();
  await expect(page.getByText('Perlu ditempatkan').first()).toBeVisible(SOON);
  await both(page, 'ditolak');

  // From the desktop, onto the screen.
  await page.getByRole('main').evaluate((main) => {
    const files = new DataTransfer();
    files.items.add(new File(['Kepada Yth.'], 'seret.png'));
    const { left, top } = main.getBoundingClientRect();
    window.dispatchEvent(new DragEvent('drop', { clientX: left + 500, clientY: top + 300, dataTransfer: files, cancelable: true }));
  });
  await expect(page.getByRole('alert')).toContainText('seret.png');
});

test('a scan that is being read says how far it is', async ({ office, page }) => {
  const [one, two] = [await sheet(office, 'Ganjil'), await sheet(office, 'Genap')];
  await writeFile(join(office.data, 'panjang.pdf'), asPdf(Array.from({ length: 4 }, (_, at) => (at % 2 ? two : one))));
  await tray(office, page);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Masukkan berkas …' }).click();
  await (await chooser).setFiles(join(office.data, 'panjang.pdf'));
  await expect(page.getByText(/^Membaca halaman \d+ …/).first()).toBeVisible(SOON);
  await expect(page.getByText('4 halaman').first()).toBeVisible(SOON);
  await expect(pages(page).getByRole('option')).toHaveCount(4);
});

test('a signed PDF is sacred', async ({ office, page }) => {
  const id = await brought(office, 'bertanda-tangan.pdf', await readFile(new URL('../../../crates/intake/tests/fixtures/signed/p256.pdf', import.meta.url)));
  await tray(office, page, `/${id}`);
  await expect(page.getByText('PDF bertanda tangan elektronik – tidak dapat dipisah')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pisahkan' })).toBeHidden();
  await expect(page.getByRole('checkbox')).toHaveCount(0);
  await both(page, 'bertanda-tangan');
});

test('a folder that is away is told, a file that is held up says why, and settings are kept', async ({ office, page }) => {
  const folder = await watched(office);
  await page.goto(`${office.url}/#/pengaturan/pindai`);
  page.once('dialog', (dialog) => void dialog.accept('/tidak/ada/pindaian-jaringan'));
  await page.getByRole('button', { name: 'Tambah folder …' }).click();
  await page.getByLabel('Disimpan selama (hari)').fill('selamanya');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(page.getByText('Tulis jumlah hari dengan angka').last()).toBeVisible();
  await page.getByLabel('Disimpan selama (hari)').fill('0');
  await page.getByRole('radio', { name: 'Ikut surat di depannya' }).check();
  await both(page, 'pengaturan');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(toast(page, 'Pengaturan disimpan')).toBeVisible();
  expect((await office.call('scan_folders')).settings).toEqual({ folders: [folder, '/tidak/ada/pindaian-jaringan'], keep_days: 0, loose: 'letter-before' });

  page.once('dialog', (dialog) => void dialog.accept(join(folder, 'dalam')));
  await page.getByRole('button', { name: 'Tambah folder …' }).click();
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(page.getByText(/sudah termasuk dalam folder lain/).last()).toBeVisible();
  await page.getByRole('button', { name: 'Buang perubahan' }).click();

  await writeFile(join(folder, 'catatan.txt'), 'bukan pindaian');
  await tray(office, page);
  await page.getByRole('button', { name: 'Periksa sekarang' }).click();
  await expect(page.getByRole('alert')).toContainText('Folder pindaian-jaringan tidak terjangkau', SOON);
  await expect(page.getByText('1 berkas tertahan')).toBeVisible(SOON);
  await expect(page.getByText(/Bukan PDF, JPEG, PNG, atau TIFF/)).toBeVisible();
  await both(page, 'folder');
});

test('the first page tells what waits, and the practice office watches nothing', async ({ host, office, page }) => {
  await brought(office, 'menunggu.jpg', await sheet(office, 'Menunggu'));
  await lettered(office);
  await page.goto('about:blank');
  await page.goto(`${office.url}/#/beranda`);
  const queue = page.getByRole('region', { name: 'Pindaian menunggu' });
  await expect(queue).toContainText('menunggu.jpg');
  await both(page, 'beranda');
  await queue.getByRole('link', { name: 'Lihat semua: Pindaian menunggu' }).click();
  await expect(page.getByRole('heading', { name: 'Kotak Pindai' })).toBeVisible();
  await host.call('desk_close', {});
  await host.call('desk_practice', { user: 'Contoh Petugas' });
  await tray(host, page);
  await expect(page.getByRole('heading', { name: 'Folder pindai tidak dipantau di kantor latihan' })).toBeVisible();
  await both(page, 'latihan');
});
