/** The officer's guide sets what is written on the screens in bold: every such name is there, so that the guide cannot fall behind unseen. */

import { expect, test } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { troubles } from '../../../ui/src/ipc/errors.ts';
import { text } from '../../../ui/src/text/id.ts';

const ROOT = new URL('../../..', import.meta.url).pathname;
const GUIDE = readFileSync(join(ROOT, 'docs/panduan.md'), 'utf8');

/** Words of the office's files that the screens show: names of documents, letters, reasons, fields, outcomes. */
const NAMED = /\b(?:nama|label|hasil|judul)\s*=\s*"([^"]+)"/g;
/** Stands for whatever a text says of a certain case. */
const ANY = '\u0000';
/** Letters that such a text must have of its own, or it would fit everything. */
const OWN = 3;
/** What may stand there: a name, a number, an outcome; no sentence. */
const FILLED = '[^.?!]{1,60}';

const [names, patterns] = gather();

test('every name in bold is written on a screen', () => {
  expect(bold(GUIDE).length).toBeGreaterThan(100);
  expect(bold(GUIDE).filter(([, name]) => !isShown(name)).map(([line, name]) => `docs/panduan.md:${line}: ${name}`)).toEqual([]);
});

test('a name that is on no screen is found', () => {
  for (const shown of ['Beranda', 'Urungkan langkah 3', 'Perlu dilengkapi, kembalikan', 'Surat Keterangan Alasan Pencabutan']) expect(isShown(shown), shown).toBe(true);
  for (const stale of ['Tombol yang tidak ada', 'Urungkan semua', 'beranda']) expect(isShown(stale), stale).toBe(false);
  expect(bold('a\n**Satu** b **Dua kata**.')).toEqual([[2, 'Satu'], [2, 'Dua kata']]);
});

function isShown(name: string): boolean {
  return names.has(name) || patterns.some((pattern) => pattern.test(name));
}

/** Every text of the screens and of the content: as it is, or as a pattern where a case fills it. */
function gather(): [Set<string>, RegExp[]] {
  const all = [...texts(text), ...texts(troubles), ...content()];
  const filled = all.filter((one) => one.includes(ANY) && one.replace(/\P{L}/gu, '').length >= OWN);
  const escaped = filled.map((one) => one.split(ANY).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join(FILLED));
  return [new Set(all.filter((one) => !one.includes(ANY))), [...new Set(escaped)].map((pattern) => new RegExp(`^${pattern}$`, 'u'))];
}

function texts(of: unknown): string[] {
  if (typeof of === 'string') return [of];
  if (typeof of === 'function') return filled(of as (...args: unknown[]) => unknown);
  return typeof of === 'object' && of !== null ? Object.values(of).flatMap(texts) : [];
}

function filled(text: (...args: unknown[]) => unknown): string[] {
  try {
    return texts(text(ANY, ANY, ANY, ANY));
  } catch {
    // It wants something else than words, and says nothing that a guide would name.
    return [];
  }
}

function content(): string[] {
  const files = readdirSync(join(ROOT, 'content'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.toml'));
  return files.flatMap((name) => [...readFileSync(join(ROOT, 'content', name), 'utf8').matchAll(NAMED)].map(([, said]) => said ?? ''));
}

/** What stands in bold, with its line. */
function bold(markdown: string): [number, string][] {
  return markdown.split('\n').flatMap((line, at) => [...line.matchAll(/\*\*(.+?)\*\*/g)].map(([, name]): [number, string] => [at + 1, name ?? '']));
}
