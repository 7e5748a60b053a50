import { defineConfig } from '@playwright/test';
import shared from '../playwright.config.ts';

/** The pictures of docs/panduan.md. A picture that is still like the page, but for a few pixels, is left as it is. */
export default defineConfig({
  ...shared,
  testDir: '.',
  outputDir: '../../../target/panduan/percobaan',
  snapshotPathTemplate: '../../../docs/panduan/{arg}{ext}',
  updateSnapshots: 'changed',
  // A picture is not taken on the machine's worst day only to say that it was slow.
  timeout: 240_000,
  use: { ...shared.use, actionTimeout: 30_000 },
  expect: {
    timeout: 30_000,
    // Playwright waits until two pictures in a row are alike, with animations ended and without a caret.
    toHaveScreenshot: { animations: 'disabled', caret: 'hide', scale: 'css', maxDiffPixels: 60, threshold: 0.2 },
  },
});
