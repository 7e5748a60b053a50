import { describe, expect, it } from 'vitest';
import { AccountForm } from './account.svelte';

function filled(values: Partial<AccountForm>, gap?: [number, number]): AccountForm {
  return Object.assign(new AccountForm(gap), values);
}

describe('accounting for numbers', () => {
  it('sends a single number of the book with all that is known of its letter', () => {
    const form = filled({ first: ' 17 ', whole: '000.6/17/Kominfo', dated: '2026-03-01', about: 'Undangan', party: 'Camat' });
    expect(form.args('keluar', 2026)).toEqual({
      register: 'keluar', year: 2026, first: 17, use: 'buku', about: 'Undangan', continues: false, text: '000.6/17/Kominfo', party: 'Camat', dated: '2026-03-01',
    });
  });

  it('sends several numbers without a whole number, and goes on after them', () => {
    const form = filled({ first: '1', last: '1024', whole: 'x', about: 'Buku sampai Juni', continues: 'ya' });
    expect(form.args('keluar', 2026)).toMatchObject({ first: 1, last: 1024, continues: true });
    expect(form.args('keluar', 2026)).not.toHaveProperty('text');
  });

  it('explains a gap as unused', () => {
    const form = filled({ about: 'Lembar rusak', party: 'tidak ikut' }, [3, 4]);
    expect(form.args('masuk', 2025)).toEqual({ register: 'masuk', year: 2025, first: 3, last: 4, use: 'tidak-dipakai', about: 'Lembar rusak', continues: false });
  });

  it.each([
    ['', '', 'first'], ['12a', '', 'first'], ['-3', '', 'first'], ['1.024', '', 'first'], ['12', 'x', 'last'], ['12', '', undefined], [' 12 ', '14', undefined],
  ] as const)('reads %j to %j: %j cannot be read', (first, last, field) => {
    expect(filled({ first, last }).unreadable).toBe(field);
  });
});
