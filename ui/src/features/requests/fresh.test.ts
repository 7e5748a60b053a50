import { expect, test } from 'vitest';
import { empty, missing, restored, toArgs, type Typed } from './fresh';

const renewal = { revocation: false, explained: false };
const revocation = { revocation: true, explained: false };
const typed: Typed = { ...empty('2026-11-21'), sop: 'natuna-pencabutan', owner: '01', channel: 'e-mail', sender: 'Dinas Kesehatan' };

test('the empty form lacks what every request needs, all at once', () => {
  expect(missing(empty('2026-11-21'), renewal).map((fault) => fault.field)).toEqual(['sop', 'owner', 'channel', 'sender']);
});

test.each([
  ['an e-mail', {}, renewal, []],
  ['a letter', { channel: 'surat' }, renewal, ['letter_number', 'letter_date']],
  ['a revocation', {}, revocation, ['reason']],
  ['a reason that needs words', { reason: 'lainnya' }, { revocation: true, explained: true }, ['reason_text']],
  ['an owner who is typed here', { owner: '', adding: true }, renewal, []],
  ['no day of arrival', { received_on: '' }, renewal, ['received_on']],
])('%s', (_, part, chosen, fields) => {
  expect(missing({ ...typed, ...part }, chosen).map((fault) => fault.field)).toEqual(fields);
});

test('what was not filled in is not told', () => {
  expect(toArgs(typed, renewal)).toEqual({ sop: 'natuna-pencabutan', owner: '01', channel: 'e-mail', sender: 'Dinas Kesehatan', received_on: '2026-11-21' });
});

test('what belongs to another channel or service stays in the form only', () => {
  const full: Typed = { ...typed, letter_number: '800/1', letter_date: '2026-11-20', reason: 'pensiun', can_log_in: 'tidak', certificate: '02' };
  expect(toArgs(full, renewal)).toEqual({ ...toArgs(typed, renewal), certificate: '02' });
  expect(toArgs({ ...full, channel: 'surat' }, revocation)).toEqual({
    ...toArgs(typed, renewal), channel: 'surat', certificate: '02', letter_number: '800/1', letter_date: '2026-11-20', reason: 'pensiun', can_log_in: false,
  });
});

test('a certificate that is typed here has no id yet', () => {
  expect(toArgs({ ...typed, certificate: 'new' }, renewal)).not.toHaveProperty('certificate');
});

test('a draft of an older version takes the shape of the form', () => {
  const kept = { sender: 'Dinas', details: { name: 'Budi' } } as unknown as Partial<Typed>;
  const form = restored(kept, '2026-11-21');
  expect([form.sender, form.details.name, form.details.nik, form.received_on, form.confirmed]).toEqual(['Dinas', 'Budi', '', '2026-11-21', {}]);
});
