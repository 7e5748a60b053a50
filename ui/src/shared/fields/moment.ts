/**
 * Dates and times as officers type them, into the form that the core takes: `21/11/2026`, `21-11-26`, `21 Nov 2026`, `21112026`, each with
 * `10.39` behind it where a time is asked for. The day comes before the month, whatever the computer's language is.
 */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des'];

/** Spellings beside the beginnings of the months' names. */
const OTHERS: Record<string, number> = { peb: 2, agt: 8, ags: 8, nop: 11 };

const DATE = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?|(\d{2})(\d{2})(\d{4})|(\d{1,2}) ?([a-z]{3,}) ?(\d{4})?)(?=$|[ ,t])/;
const TIME = /^(\d{1,2})[.:](\d{2})(?::\d{2})?$/;

/** `2026-11-21`; nothing where it cannot be read. A year that was left out is the year of `today`. */
export function readDate(typed: string, today: string): string | undefined {
  const found = begin(typed, today);
  return found && !found.rest ? found.date : undefined;
}

/** `2026-11-21T10:39`. A time alone is of today. */
export function readMoment(typed: string, today: string): string | undefined {
  const alone = clock(typed.trim());
  if (alone) return `${today}T${alone}`;
  const found = begin(typed, today);
  const time = found && clock(found.rest);
  return found && time ? `${found.date}T${time}` : undefined;
}

function begin(typed: string, today: string): { date: string; rest: string } | undefined {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ').replace(/^[a-z']{4,6}, /, '');
  const found = DATE.exec(text);
  if (!found) return undefined;
  const [all, y1, m1, d1, d2, m2, y2, d3, m3, y3, d4, name, y4] = found;
  const month = name ? monthOf(name) : Number(m1 ?? m2 ?? m3);
  const date = written(Number(d1 ?? d2 ?? d3 ?? d4), month, yearOf(y1 ?? y2 ?? y3 ?? y4, today));
  return date === undefined ? undefined : { date, rest: text.slice(all.length).replace(/^[ ,t]+(?:pukul )?/, '') };
}

function monthOf(name: string): number {
  const start = name.slice(0, 3);
  return OTHERS[start] ?? MONTHS.indexOf(start) + 1;
}

function yearOf(year: string | undefined, today: string): number {
  if (!year) return Number(today.slice(0, 4));
  return year.length === 2 ? 2000 + Number(year) : Number(year);
}

/** Nothing for days that no calendar has. */
function written(day: number, month: number, year: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || date.getUTCFullYear() !== year) return undefined;
  return date.toISOString().slice(0, 10);
}

function clock(typed: string): string | undefined {
  const [, hour, minute] = TIME.exec(typed) ?? [];
  return hour && minute && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : undefined;
}
