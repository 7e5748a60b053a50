import { expect, test } from 'vitest';
import { missing, strength } from './strength';

test.each([
  ['', 'short'], ['kucing', 'short'], ['sembilan9', 'short'],
  ['aaaaaaaaaaaaaaaa', 'weak'], ['1234567890', 'weak'], ['abcdefghijkl', 'weak'], ['rahasia1234', 'weak'], ['Diskominfo2026', 'weak'], ['sandisandisandi', 'weak'],
  ['abababababababab', 'weak'],
  ['kucing hitam', 'fair'], ['lemarikayu7', 'fair'],
  ['kucing hitam makan pepaya', 'strong'], ['Perahu-Garam-Jendela-82', 'strong'],
])('%s is %s', (passphrase, expected) => expect(strength(passphrase)).toBe(expected));

test('the own name makes nothing stronger', () => {
  expect(strength('siti aminah jaya', 'Siti Aminah')).toBe('weak');
  expect(strength('siti aminah jaya')).not.toBe('weak');
});

test.each([['', 10], ['kucing', 4], ['é'.repeat(10), 0], ['e\u0301'.repeat(9), 1], ['😀'.repeat(9), 1]])('%s lacks %i', (passphrase, expected) => {
  expect(missing(passphrase)).toBe(expected);
});
