/** Each test with a host and an office of its own; no page may speak to anything else. */

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, type Request, test as base } from '@playwright/test';
import { join } from 'node:path';
import { Host } from './host.ts';
import { officials, PASSPHRASE, profile, USER } from './samples.ts';

const PICTURES = new URL('../../../target/browser-layar/', import.meta.url).pathname;

/** What each page is waiting for from the host. */
const asked = new WeakMap<Page, Set<Request>>();

interface Shared {
  /** A practice office with work in it, for tests that only look; one for each worker. */
  practice: Host;
}

interface Fixtures {
  /** A host without an office. */
  host: Host;
  /** A host with an open, described office, and the page in it. */
  office: Host;
}

export const test = base.extend<Fixtures, Shared>({
  practice: [
    async ({}, use) => {
      const host = await Host.start();
      await host.call('desk_practice', { user: USER });
      await use(host);
      await host.stop();
    },
    { scope: 'worker' },
  ],

  host: async ({}, use) => {
    const host = await Host.start();
    await use(host);
    await host.stop();
  },

  office: async ({ host, page }, use) => {
    await host.setClock('2026-11-20T02:00:00Z');
    await host.call('desk_create', { passphrase: PASSPHRASE, user: USER });
    await host.call('office_record', profile);
    for (const details of officials) await host.call('official_record', { details });
    await page.goto(host.url);
    await expect(page.getByRole('navigation', { name: 'Utama' })).toBeVisible();
    await use(host);
  },

  page: async ({ page }, use) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
    page.on('console', (message) => {
      // A refused command is an answer, which the screen shows; the browser notes its status too.
      if (message.type() === 'error' && !message.text().includes('422')) faults.push(message.text());
    });
    const open = new Set<Request>();
    asked.set(page, open);
    page.on('requestfinished', (request) => open.delete(request));
    page.on('requestfailed', (request) => open.delete(request));
    page.on('request', (request) => {
      open.add(request);
      const { protocol, hostname } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== '127.0.0.1') faults.push(`remote: ${request.url()}`);
    });
    await use(page);
    expect(faults).toEqual([]);
  },
});

/** 1366 × 768 at 100 % in light and in dark, and at 125 and 150 %. */
export const LOOKS = [
  { name: 'light', use: { colorScheme: 'light' } }, { name: 'dark', use: { colorScheme: 'dark' } },
  { name: '125', use: { viewport: { width: 1093, height: 614 }, deviceScaleFactor: 1.25 } },
  { name: '150', use: { viewport: { width: 911, height: 512 }, deviceScaleFactor: 1.5 } },
] as const;

/** How far the window itself can be scrolled sideways, in pixels. */
export function sideways(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Waits until the page has every answer and has shown it: several frames in a row in which it asks for nothing more. */
export async function quiet(page: Page): Promise<void> {
  const open = asked.get(page);
  for (let still = 0; still < 3; still = open?.size ? 0 : still + 1) {
    await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))));
  }
}

/** Keeps a picture of the window under `target/browser-layar`, to be looked at. */
export async function screen(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

/** Everybody can use what the page shows now. */
export async function accessible(page: Page): Promise<void> {
  // Violations alone are told, and no page has a foreign frame, for which axe would open a tab of its own each time.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']).analyze();
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => `${node.target.join(' ')} — ${node.failureSummary}`).join('\n  ')}`);
  expect(told, 'accessibility').toEqual([]);
}

/** What is shown now looks right: keeps its picture, scrolls in no wrong direction, and everybody can use it. */
export async function check(page: Page, name: string): Promise<void> {
  await screen(page, name);
  expect(await sideways(page), `${name}: the window itself never scrolls sideways`).toBeLessThanOrEqual(0);
  await accessible(page);
}

export { expect };
