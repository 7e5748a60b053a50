/** What the pictures of the guide stand on: an office at a fixed time, and a camera that waits until the page is still. */

import { appendFile, mkdir } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { quiet, test as base } from '../support/test.ts';
import type { Host } from '../support/host.ts';

/** A Friday morning at the office. */
export const MORNING = '2026-11-20T02:00:00Z';

/** Where the verb reads which pictures were taken. */
const TAKEN = new URL('../../../target/panduan/', import.meta.url).pathname;
/** Free space around what a picture is cut to, in CSS pixels, where nothing else is said. */
const MARGIN = 14;

export interface Cut {
  /** What must be seen; the picture is cut around all of it. The whole window if none. */
  of?: Locator | Locator[];
  /** As far down as this many pixels from the upper edge of the cut. */
  height?: number;
  margin?: number;
  /** Pixels that may differ from the kept picture: for what is new each time, such as codes of letters. */
  allow?: number;
}

export const test = base.extend<{ page: Page; host: Host }>({
  host: async ({ host }, use) => {
    await host.setClock(MORNING);
    await use(host);
  },
  page: async ({ page, host }, use) => {
    await page.clock.setFixedTime(MORNING);
    // The clock is moved by hand here, which looks like a computer that has slept.
    await page.route('**/rpc/desk_lock', (route) => route.fulfill({ status: 422, json: { code: 'stopped', message: '', faults: [] } }));
    await page.addInitScript(dressed, [['Printer Uji', 'Printer Bidang Persandian'], [host.data, '/srv/sandika']] as [string, string][]);
    await use(page);
  },
});

/** The test host has a folder and a printer that no office has; the pictures show such as an office has. */
function dressed(pairs: [here: string, shown: string][]): void {
  const real = window.fetch;
  window.fetch = async (place, init) => {
    if (!String(place).startsWith('/rpc/')) return real(place, init);
    const asked = pairs.reduce((text, [here, shown]) => text.replaceAll(shown, here), String(init?.body ?? ''));
    const answer = await real(place, { ...init, body: asked });
    const told = pairs.reduce((text, [here, shown]) => text.replaceAll(here, shown), await answer.text());
    return new Response(told, { status: answer.status });
  };
}

/** Moves both clocks, of the office and of the window, to a time of day at the office (WIB). */
export async function at(page: Page, host: Host, time: string): Promise<void> {
  const moment = `2026-11-20T${time.replace('.', ':')}:00+07:00`;
  await host.setClock(moment);
  await page.clock.setFixedTime(moment);
}

let visits = 0;

/** Goes to a place of the window, and waits until it is there. The page begins anew, so that no short word of what was done before still hangs there. */
export async function open(page: Page, host: Host, place: string): Promise<void> {
  await page.goto(`${host.url}/?${++visits}#/${place}`);
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
  await quiet(page);
}

/** Takes the picture `docs/panduan/NAME.png`. */
export async function picture(page: Page, name: string, { of, allow, ...cut }: Cut = {}): Promise<void> {
  await page.mouse.move(1, 1);
  await page.evaluate(() => document.fonts.ready);
  await expect(page.locator('.toasts p'), 'no short word hangs over the picture').toHaveCount(0, { timeout: 15_000 });
  const clip = of && (await around(page, Array.isArray(of) ? of : [of], cut));
  await expect(page).toHaveScreenshot(`${name}.png`, { ...(clip && { clip }), ...(allow && { maxDiffPixels: allow }) });
  await mkdir(TAKEN, { recursive: true });
  await appendFile(`${TAKEN}diambil.txt`, `${name}\n`);
}

/** The rectangle around everything given, as far as it is in the window. */
async function around(page: Page, all: Locator[], { height = Infinity, margin = MARGIN }: Cut): Promise<{ x: number; y: number; width: number; height: number }> {
  const boxes = [];
  for (const one of all) {
    await expect(one).toBeVisible();
    boxes.push((await one.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 });
  }
  const { width, height: full } = page.viewportSize() ?? { width: 1366, height: 768 };
  const left = Math.max(0, Math.floor(Math.min(...boxes.map(({ x }) => x)) - margin));
  const top = Math.max(0, Math.floor(Math.min(...boxes.map(({ y }) => y)) - margin));
  const right = Math.min(width, Math.ceil(Math.max(...boxes.map((box) => box.x + box.width)) + margin));
  const bottom = Math.min(full, top + height, Math.ceil(Math.max(...boxes.map((box) => box.y + box.height)) + margin));
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export { expect };
