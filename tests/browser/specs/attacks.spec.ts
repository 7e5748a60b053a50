/** SQL and HTML in every text field: what is taken is shown as the text that it is, what is not taken is refused in a sentence, and nothing of it runs. */

import type { Page } from '@playwright/test';
import type { Host } from '../support/host.ts';
import { openCase } from '../support/opening.ts';
import { certificate, officials, owner, PASSPHRASE, profile } from '../support/samples.ts';
import { check, expect, quiet, test } from '../support/test.ts';

const HTML = '<img src=x onerror=window.crept=1><script>window.crept=1</script>';
const SQL = `Robert'); DROP TABLE entry; --`;
const ATTACKS = [HTML, SQL];

type Command = Parameters<Host['call']>[0];

/** Whether it was taken. A refusal is a sentence for the officer about the input, never a fault of the program. */
async function tried(office: Host, command: Command, args: object): Promise<boolean> {
  try {
    await office.call(command, args as never);
    return true;
  } catch (fault) {
    const told = String(fault);
    expect(told, `${command}: ${told}`).not.toMatch(/"code":"(internal|store|store-damaged|bad-json)"/);
    return false;
  }
}

/** Each text of some arguments in turn is an attack; the others are good. Answers with how many were taken. */
async function everyField(office: Host, command: Command, fields: object, wrap: (fields: object) => object = (one) => one): Promise<number> {
  let taken = 0;
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value !== 'string') continue;
    for (const attack of ATTACKS) taken += Number(await tried(office, command, wrap({ ...fields, [name]: attack })));
  }
  return taken;
}

async function nothingCrept(page: Page): Promise<void> {
  expect(await page.evaluate(() => (window as { crept?: number }).crept)).toBeUndefined();
  expect(await page.locator('img[src="x"]').count()).toBe(0);
}

test('what is stored is shown as text on every screen', async ({ office, page }) => {
  test.setTimeout(120_000);
  const { id } = await openCase(office, 'natuna-pembaruan');
  const siti = { ...owner, name: 'Siti Aminah', nik: '3171014203800002', nip: '198003022005012002', email: 's@contohkab.go.id', ams_user: 's' };
  const person = await office.call('owner_record', { details: siti });
  expect(await everyField(office, 'owner_record', siti, (details) => ({ owner: person, details }))).toBeGreaterThan(2);
  expect(await everyField(office, 'certificate_record', certificate, (details) => ({ owner: person, details }))).toBeGreaterThan(0);
  expect(await everyField(office, 'official_record', officials[0] ?? {}, (details) => ({ details }))).toBeGreaterThan(2);
  const opening = {
    sop: 'natuna-pembaruan', owner: person, channel: 'surat', sender: 'Dinas', letter_number: '1', letter_date: '2026-11-18', received_on: '2026-11-19', reason_text: '',
    legal_number: '',
  };
  expect(await everyField(office, 'case_open', opening)).toBeGreaterThan(2);
  for (const attack of ATTACKS) {
    expect(await tried(office, 'case_note', { case: id, text: attack })).toBe(true);
    expect(await tried(office, 'case_assign', { case: id, to: attack })).toBeDefined();
    expect(await tried(office, 'retention_hold', { owner: person, reason: attack })).toBe(true);
    expect(await tried(office, 'number_account', { register: 'keluar', year: 2026, first: 3, last: 3, used: 'book', about: attack, party: attack, text: attack })).toBeDefined();
    expect(await tried(office, 'user_admit', { user: attack, role: 'operator', passphrase: 'kata sandi kedua sekali', own: PASSPHRASE })).toBeDefined();
    expect(await tried(office, 'draft_save', { key: `pemilik/baru`, body: attack })).toBe(true);
    expect(await tried(office, 'draft_save', { key: attack, body: '{}' }), 'a key is no text').toBe(false);
    for (const kind of ['case', 'owner', 'letter'] as const) await office.call('search', { text: attack, kind });
  }
  await office.call('draft_discard', { key: 'pemilik/baru' });
  // Last, for it stands on every letter and screen.
  expect(await everyField(office, 'office_record', profile)).toBeGreaterThan(5);
  await office.call('office_record', { ...profile, name: HTML, section: SQL } as never);

  const places = [
    'beranda', 'permohonan', `permohonan/${id}`, 'permohonan/baru', 'surat', 'surat/register', 'pemilik', `pemilik/${person}`, 'pengaturan/profil', 'pengaturan/pejabat',
    'pengaturan/pengguna', 'pengaturan/jurnal', 'pengaturan/retensi/held', 'pengaturan/data',
  ];
  let told = 0;
  for (const place of places) {
    await page.goto(`${office.url}/#/${place}`);
    await page.reload();
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    await quiet(page);
    await nothingCrept(page);
    const shown = await page.locator('body').innerText();
    const typed = await page.locator('input, textarea').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value).join('\n'));
    told += Number(`${shown}\n${typed}`.includes('<img src=x onerror'));
  }
  expect(told, 'screens that show it as it is').toBeGreaterThan(5);
  await page.goto(`${office.url}/#/permohonan/${id}`);
  await expect(page.getByText(SQL).first()).toBeVisible();
  await check(page, 'serangan-perkara');
  expect((await office.call('store_verify')).problems).toEqual([]);
});

test('what is typed is text', async ({ office, page }) => {
  test.setTimeout(90_000);
  for (const place of ['pemilik/baru', 'permohonan/baru', 'pengaturan/profil', 'pengaturan/pejabat/baru', 'pengaturan/penomoran']) {
    await page.goto(`${office.url}/#/${place}`);
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    await quiet(page);
    const fields = page.locator('main :is(input:not([type]), input[type="text"], input[type="search"], textarea):visible:enabled:not([readonly])');
    const count = await fields.count();
    expect(count, place).toBeGreaterThan(0);
    for (let at = 0; at < count; at++) await fields.nth(at).fill(`${SQL} ${HTML}`);
    await page.keyboard.press('Control+Enter');
    await quiet(page);
    await nothingCrept(page);
  }
  await page.keyboard.press('Control+k');
  await page.keyboard.type(HTML);
  await quiet(page);
  await nothingCrept(page);
  expect((await office.call('store_verify')).problems).toEqual([]);
});
