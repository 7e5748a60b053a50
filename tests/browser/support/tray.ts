/** The scan tray as tests go about it. */

import type { Page } from '@playwright/test';
import type { Host } from './host.ts';
import { asPdf, brought, sheet } from './scans.ts';
import { check, expect } from './test.ts';

/** A file has to lie still for a while before it is taken, and its pages are read by another program. */
export const SOON = { timeout: 40_000 };

/** What is shown, in light and in dark. */
export async function both(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await check(page, `pindai-${name}-${colorScheme}`);
  }
}

export async function tray(host: Host, page: Page, place = ''): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${host.url}/#/pindai${place}`);
  await expect(page.getByRole('heading', { name: 'Kotak Pindai' })).toBeVisible();
}

export const rows = (page: Page) => page.getByRole('list', { name: 'Daftar pindaian' });
export const pages = (page: Page) => page.getByRole('listbox', { name: 'Halaman' });
export const toast = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

/** Three pages that no code names, one of them blank. */
export async function three(host: Host, name = 'tiga.pdf'): Promise<string> {
  return brought(host, name, asPdf([await sheet(host, `Satu ${name}`), await sheet(host, ''), await sheet(host, `Dua ${name}`)]));
}
