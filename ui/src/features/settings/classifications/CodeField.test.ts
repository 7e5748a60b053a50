import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const { rpc } = vi.hoisted(() => ({ rpc: vi.fn() }));

vi.mock('../../../platform', () => ({ platform: { rpc } }));

const { default: CodeField } = await import('./CodeField.svelte');

const LIST = [['000.1', 'Tata usaha'], ['000.1.2', 'Perjalanan dinas'], ['555', 'Pos']].map(([code = '', name = '']) => ({ code, name, note: '' }));
let list = LIST;

beforeEach(() => {
  vi.useFakeTimers();
  Element.prototype.scrollIntoView = vi.fn();
  list = LIST;
  rpc.mockReset().mockImplementation(async (_: string, args: string) => {
    const typed = (JSON.parse(args) as { text: string }).text.trim().toLowerCase();
    const rows = list.filter(({ code, name }) => code.startsWith(typed) || name.toLowerCase().includes(typed));
    return JSON.stringify({ codes: list.length, matched: rows.length, exact: list.find(({ code }) => code === typed) ?? null, rows });
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const rest = () => vi.advanceTimersByTimeAsync(200);
const options = () => screen.queryAllByRole('option').map((option) => option.textContent?.trim());
const UNKNOWN = 'Kode ini tidak ada di daftar klasifikasi.';

async function field(value = '') {
  const oninput = vi.fn();
  render(CodeField, { id: 'k', label: 'Kode klasifikasi', hint: 'Boleh kosong.', value, oninput });
  await rest();
  return { input: screen.getByRole<HTMLInputElement>('combobox', { name: 'Kode klasifikasi' }), oninput };
}

async function type(input: HTMLInputElement, value: string) {
  await fireEvent.input(input, { target: { value } });
  await rest();
}

test('a code is found by words and taken by keyboard', async () => {
  const { input, oninput } = await field();
  expect([options(), input.getAttribute('aria-expanded')]).toEqual([[], 'false']);
  await type(input, 'dinas');
  expect([options(), input.getAttribute('aria-expanded')]).toEqual([['000.1.2 Perjalanan dinas'], 'true']);
  expect(input.getAttribute('aria-activedescendant')).toBeNull();
  await fireEvent.keyDown(input, { key: 'ArrowDown' });
  expect(document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent).toContain('Perjalanan dinas');
  await fireEvent.keyDown(input, { key: 'Enter' });
  await rest();
  expect([input.value, oninput.mock.lastCall, options()]).toEqual(['000.1.2', ['000.1.2'], []]);
  expect(input.getAttribute('aria-describedby')?.split(' ').map((id) => document.getElementById(id)?.textContent)).toEqual(['Boleh kosong.', 'Perjalanan dinas']);
});

test('the arrow opens the list, goes round it, and Escape leaves the text as it is', async () => {
  const { input } = await field('000');
  await fireEvent.keyDown(input, { key: 'ArrowDown' });
  expect(options()).toHaveLength(2);
  await fireEvent.keyDown(input, { key: 'ArrowUp' });
  expect(input.getAttribute('aria-activedescendant')).toBe('k-1');
  await fireEvent.keyDown(input, { key: 'ArrowDown' });
  expect(input.getAttribute('aria-activedescendant')).toBe('k-0');
  await fireEvent.keyDown(input, { key: 'Escape' });
  expect([options(), input.value]).toEqual([[], '000']);
});

test('an option is taken with the mouse', async () => {
  const { input } = await field();
  await type(input, '55');
  await fireEvent.click(screen.getByRole('option', { name: /Pos/ }));
  await rest();
  expect(input.value).toBe('555');
});

test('a code that the list does not have is kept, with a gentle word once the list is closed', async () => {
  const { input, oninput } = await field();
  await type(input, '000.');
  expect(screen.queryByText(UNKNOWN)).toBeNull();
  await fireEvent.blur(input);
  expect(screen.getByText(UNKNOWN)).toBeTruthy();
  expect(input.getAttribute('aria-describedby')?.split(' ')).toContain('k-unknown');
  await type(input, '999.9');
  expect([screen.getByText(UNKNOWN).textContent, oninput.mock.lastCall]).toEqual([UNKNOWN, ['999.9']]);
  await type(input, '555');
  await fireEvent.blur(input);
  expect(screen.queryByText(UNKNOWN)).toBeNull();
});

test('Enter on the text itself is left to the form', async () => {
  const { input } = await field();
  await type(input, '55');
  expect(await fireEvent.keyDown(input, { key: 'Enter' })).toBe(true);
  expect(input.value).toBe('55');
});

test('an office without a list types codes as before', async () => {
  list = [];
  const { input } = await field('123');
  await type(input, '123.4');
  expect([options(), screen.queryByText(UNKNOWN)]).toEqual([[], null]);
  rpc.mockRejectedValue(JSON.stringify({ code: 'store', message: 'Tidak terbaca.', faults: [] }));
  await type(input, '123.5');
  expect([input.value, screen.queryByText(UNKNOWN)]).toEqual(['123.5', null]);
});
