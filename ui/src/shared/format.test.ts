import { describe, expect, test } from 'vitest';
import { bytes, date, dateAndTime, dayAndDate, daysBetween, minutes, near, number, phone, shortDate, time } from './format';

describe('dates and times in Indonesian form', () => {
  test.each([
    [date, '2026-11-21', '21 November 2026'],
    [date, '2026-08-01T07:05', '1 Agustus 2026'],
    [shortDate, '2026-12-05', '5 Des 2026'],
    [dayAndDate, '2026-11-21', 'Sabtu, 21 November 2026'],
    [dayAndDate, '2024-02-29', 'Kamis, 29 Februari 2024'],
    [time, '2026-11-21T10:39', '10.39'],
    [time, '2026-11-21', ''],
    [dateAndTime, '2026-11-21T10:39:58', '21 November 2026, 10.39'],
    [dateAndTime, '2026-11-21', '21 November 2026'],
    [date, 'Februari 2022', 'Februari 2022'],
    [date, '', ''],
  ])('%o of %s', (write, text, expected) => {
    expect(write(text)).toBe(expected);
  });

  test.each([
    ['2026-11-21T10:58', 'hari ini 10.58'],
    ['2026-11-22T08:15', 'besok 08.15'],
    ['2026-11-20', 'kemarin'],
    ['2026-12-01T14:00', 'Sel 1 Des, 14.00'],
    ['2027-01-02', '2 Jan 2027'],
  ])('%s seen from 21 November 2026', (text, expected) => {
    expect(near(text, '2026-11-21')).toBe(expected);
  });

  test('days between run over months and years', () => {
    expect(daysBetween('2026-11-21', '2027-03-03')).toBe(102);
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
  });
});

test.each([
  [0, '0 menit'], [45, '45 menit'], [60, '1 jam'], [65, '1 jam 5 menit'], [1500, '25 jam'],
])('%i minutes', (count, expected) => {
  expect(minutes(count)).toBe(expected);
});

test.each([
  ['6281234567890', '0812-3456-7890'], ['628123456789', '0812-3456-789'], ['(0999) 123456', '(0999) 123456'], ['62215551234', '62215551234'], ['', ''],
])('phone %s', (kept, expected) => {
  expect(phone(kept)).toBe(expected);
});

test.each([[7, '7'], [1234, '1.234'], [100050, '100.050'], [2757711, '2.757.711']])('number %i', (count, expected) => {
  expect(number(count)).toBe(expected);
});

test.each([[12, '12 B'], [3_730, '3,7 kB'], [37_277, '37 kB'], [1_250_000, '1,3 MB']])('size %i', (count, expected) => {
  expect(bytes(count)).toBe(expected);
});
