import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, test, vi } from 'vitest';

vi.mock('../desk.svelte', () => ({ today: () => '2026-11-21' }));

const { default: Field } = await import('./Field.svelte');
const { default: ErrorSummary } = await import('./ErrorSummary.svelte');

afterEach(cleanup);

const choices = [{ value: 'a', label: 'Pilihan A' }, { value: 'b', label: 'Pilihan B' }];

test.each([
  ['teks', [], 'textbox', 'INPUT'], ['paragraf', [], 'textbox', 'TEXTAREA'], ['pilihan', choices, 'combobox', 'SELECT'], ['pilihan', [], 'textbox', 'INPUT'],
  ['alasan', choices, 'combobox', 'SELECT'], ['centang', [], 'checkbox', 'INPUT'], ['tanggal', [], 'textbox', 'INPUT'], ['waktu', [], 'textbox', 'INPUT'],
  ['nip', [], 'textbox', 'INPUT'], ['email', [], 'textbox', 'INPUT'],
])('a field of kind %s is found by its label', (kind, choices, role, element) => {
  render(Field, { id: 'x', label: 'Nomor tiket', kind, choices, value: '' });
  expect(screen.getByRole(role, { name: /^Nomor tiket/ }).tagName).toBe(element);
});

test('label, hint and error are told together with the control', () => {
  render(Field, { id: 'x', label: 'Nomor', required: true, hint: 'Tertulis di kanan atas.', error: 'Nomor masih kosong.', value: '' });
  const control = screen.getByLabelText(/^Nomor/);
  const told = control.getAttribute('aria-describedby')?.split(' ').map((id) => document.getElementById(id)?.textContent);
  expect(told).toEqual(['Tertulis di kanan atas.', 'Nomor masih kosong.']);
  expect([control.getAttribute('aria-invalid'), control.getAttribute('aria-required')]).toEqual(['true', 'true']);
});

test('without hint and error nothing is told that is not there', () => {
  render(Field, { id: 'x', label: 'Nomor', value: '' });
  const control = screen.getByLabelText('Nomor');
  expect([control.getAttribute('aria-describedby'), control.getAttribute('aria-invalid')]).toEqual([null, null]);
});

test.each([
  ['centang', 'tidak', 'ya'], ['centang', 'ya', 'tidak'],
])('a tick of kind %s goes from %s to %s', async (kind, value, expected) => {
  const oninput = vi.fn();
  render(Field, { id: 'x', label: 'Sudah diunggah', kind, value, oninput });
  await fireEvent.click(screen.getByRole('checkbox'));
  expect(oninput).toHaveBeenLastCalledWith(expected);
});

test('a date is typed as people write it, kept as the core takes it, and shown in words', async () => {
  const oninput = vi.fn();
  render(Field, { id: 'x', label: 'Tanggal', kind: 'tanggal', value: '', oninput });
  const control = screen.getByLabelText('Tanggal');
  await fireEvent.input(control, { target: { value: '5/12/2026' } });
  expect(oninput).toHaveBeenLastCalledWith('2026-12-05');
  await fireEvent.blur(control);
  expect((control as HTMLInputElement).value).toBe('5 Desember 2026');
});

test('no key of a date that cannot be read yet is lost, and that it cannot be read is said when it is left', async () => {
  const oninput = vi.fn();
  render(Field, { id: 'x', label: 'Tanggal', kind: 'tanggal', value: '', oninput });
  const control = screen.getByLabelText('Tanggal');
  await fireEvent.input(control, { target: { value: '31/' } });
  expect(oninput).toHaveBeenLastCalledWith('31/');
  expect((control as HTMLInputElement).value).toBe('31/');
  expect(control.getAttribute('aria-invalid')).toBeNull();
  await fireEvent.blur(control);
  expect(control.getAttribute('aria-invalid')).toBe('true');
  await fireEvent.input(control, { target: { value: '31/12/2026' } });
  await fireEvent.blur(control);
  expect(control.getAttribute('aria-invalid')).toBeNull();
});

test('the summary takes the focus, and each line leads to its field', async () => {
  Element.prototype.scrollIntoView = vi.fn();
  render(Field, { id: 'nomor', label: 'Nomor', value: '' });
  render(ErrorSummary, { faults: [{ field: 'nomor', text: 'Nomor masih kosong.' }] });
  expect(document.activeElement).toBe(screen.getByRole('alert'));
  await fireEvent.click(screen.getByRole('button', { name: 'Nomor masih kosong.' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Nomor'));
});
