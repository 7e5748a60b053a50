import { beforeEach, expect, test, vi } from 'vitest';
import type { TemplateTextView } from '../../../../ipc/generated/wire';
import { Draft } from '../../../../shared/drafts.svelte';
import { LetterEditor } from './editor.svelte';
import type { LetterForm } from './form';

const { kept, rpc } = vi.hoisted(() => ({ kept: new Map<string, string>(), rpc: vi.fn() }));

vi.mock('../../../../platform', () => ({ platform: { rpc, onClose: () => () => {} } }));

const FORM: LetterForm = { format: 1, id: 'nota', nama: 'Nota', bentuk: 'judul', kop: 'kantor', kepala: { judul: ['NOTA'] }, bagian: [{ jenis: 'paragraf', teks: 'Isi.' }] };
const HELD: TemplateTextView = { template: 'nota', hash: 'h1', origin: 'bawaan', current: true, text: '# catatan\nteks bawaan', form: FORM };
const NAMES = { values: [], sets: [] };

/** The core: drafts in a map; a text that begins with `!` is no letter; parts become the text `ditulis: …`. */
async function core(command: string, args: string): Promise<string> {
  const { key, body, text, form } = JSON.parse(args) as { key: string; body: string; text?: string; form?: LetterForm };
  const source = text ?? `ditulis: ${form?.bagian[0]?.teks}`;
  const parts = source.startsWith('!') ? null : { ...FORM, bagian: [{ jenis: 'paragraf', teks: source.split(': ')[1] ?? 'Isi.' }] };
  switch (command) {
    case 'draft_save':
      kept.set(key, body);
      return '{"value":null,"changed":[]}';
    case 'draft_discard':
      return JSON.stringify({ value: kept.delete(key), changed: [] });
    case 'draft_load':
      return JSON.stringify(kept.has(key) ? { key, body: kept.get(key), case: null, saved_at: '' } : null);
    case 'template_check':
      return JSON.stringify({ text: source, form: parts, faults: parts ? [] : [{ line: 1, part: '', code: 'L001', message: 'Bukan TOML.' }] });
    case 'template_preview':
      if (!parts) throw JSON.stringify({ code: 'letter-incomplete', message: 'Belum dapat dibuat.', faults: [] });
      return JSON.stringify({ pdf: `gambar ${source}` });
    case 'template_save':
      return JSON.stringify({ value: { ...HELD, hash: 'h2', origin: 'kantor', text: source, form: parts }, changed: [] });
    default:
      throw new Error(command);
  }
}

const sent = (command: string) => rpc.mock.calls.filter(([name]) => name === command).map(([, args]) => JSON.parse(args as string) as Record<string, unknown>);

async function made(): Promise<LetterEditor> {
  const editor = new LetterEditor(HELD, NAMES, (key, body) => new Draft(key, body));
  await editor.restore();
  return editor;
}

function type(editor: LetterEditor, text: string) {
  const part = editor.form?.bagian[0];
  if (part) part.teks = text;
  editor.keep();
}

beforeEach(() => {
  kept.clear();
  rpc.mockReset().mockImplementation(core);
});

test('a letter that nobody touched is sent as its own text, and nothing of it is kept', async () => {
  const editor = await made();
  expect([editor.dirty, editor.source]).toEqual([false, { text: HELD.text }]);
  type(editor, 'Lain.');
  type(editor, 'Isi.');
  expect([editor.dirty, editor.source]).toEqual([false, { text: HELD.text }]);
  await editor.draft.flush();
  expect(kept.size).toBe(0);
});

test('what is typed is drawn once, and again when it has changed', async () => {
  const editor = await made();
  await editor.look();
  await editor.look();
  expect([sent('template_preview').length, editor.pdf, editor.old]).toEqual([1, `gambar ${HELD.text}`, false]);
  type(editor, 'Lain.');
  expect(editor.old).toBe(true);
  await editor.look();
  expect([editor.pdf, editor.old, editor.faults]).toEqual(['gambar ditulis: Lain.', false, []]);
  editor.perkara = '0187';
  await editor.look();
  expect(sent('template_preview').at(-1)).toMatchObject({ case: '0187', form: { bagian: [{ teks: 'Lain.' }] } });
});

test('a text that is no letter keeps its last picture, tells why, and cannot be shown as parts', async () => {
  const editor = await made();
  await editor.look();
  expect(await editor.turn('teks')).toBe(true);
  editor.text = '!bukan';
  await editor.look();
  expect([editor.pdf, editor.faults[0]?.code, editor.failure?.error.code]).toEqual([`gambar ${HELD.text}`, 'L001', 'letter-incomplete']);
  expect([await editor.turn('bagian'), editor.mode]).toEqual([false, 'teks']);
  editor.text = 'teks: Baru.';
  expect([await editor.turn('bagian'), editor.form?.bagian[0]?.teks, editor.dirty]).toEqual([true, 'Baru.', true]);
  expect(editor.source, 'parts that nobody touched are the text that they were read of').toEqual({ text: 'teks: Baru.' });
});

test('typing is found again by the next editor, with what it began with', async () => {
  const editor = await made();
  type(editor, 'Lain.');
  await editor.draft.flush();
  const next = new LetterEditor({ ...HELD, hash: 'h9', text: 'diubah orang lain' }, NAMES, (key, body) => new Draft(key, body));
  await next.restore();
  expect([next.recovered, next.dirty, next.form?.bagian[0]?.teks]).toEqual([true, true, 'Lain.']);
  await next.save();
  expect(sent('template_save')[0], 'so that the core can tell of the other change').toMatchObject({ seen: 'h1' });
});

test('saving holds what was typed and forgets the draft; taking back can be taken back', async () => {
  const editor = await made();
  type(editor, 'Lain.');
  await editor.draft.flush();
  const again = await editor.discard();
  expect([editor.dirty, kept.size]).toEqual([false, 0]);
  again();
  expect([editor.dirty, editor.form?.bagian[0]?.teks]).toEqual([true, 'Lain.']);
  await editor.save();
  expect([editor.dirty, editor.seen, editor.held.origin, kept.size]).toEqual([false, 'h2', 'kantor', 0]);
});
