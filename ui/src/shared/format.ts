/** Dates, times, sizes and masked numbers in Indonesian form. What the core sends is local to the office: `2026-11-21` and `2026-11-21T10:39`. */

const DAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
export const MONTHS = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'];

interface Parts {
  year: number;
  month: number;
  day: number;
  time: string;
}

/** Reads the parts as they stand; the browser's own zone has no say. */
function parts(text: string): Parts | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?/.exec(text);
  if (!found) return null;
  const [, year, month, day, hour, minute] = found;
  return { year: Number(year), month: Number(month), day: Number(day), time: hour ? `${hour}.${minute}` : '' };
}

function weekday({ year, month, day }: Parts): string {
  return DAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
}

function written(text: string, write: (parts: Parts) => string): string {
  const read = parts(text);
  return read ? write(read) : text;
}

/** 21 November 2026 */
export function date(text: string): string {
  return written(text, ({ year, month, day }) => `${day} ${MONTHS[month - 1]} ${year}`);
}

/** 21 Nov 2026 */
export function shortDate(text: string): string {
  return written(text, ({ year, month, day }) => `${day} ${MONTHS[month - 1]?.slice(0, 3)} ${year}`);
}

/** Sabtu, 21 November 2026 */
export function dayAndDate(text: string): string {
  return written(text, (read) => `${weekday(read)}, ${date(text)}`);
}

/** 10.39 */
export function time(text: string): string {
  return written(text, (read) => read.time);
}

/** 10.39, by this computer's clock. */
export function clock(at: Date): string {
  return `${String(at.getHours()).padStart(2, '0')}.${String(at.getMinutes()).padStart(2, '0')}`;
}

/** 21 November 2026, 10.39 */
export function dateAndTime(text: string): string {
  return written(text, (read) => (read.time ? `${date(text)}, ${read.time}` : date(text)));
}

/** `hari ini 10.58`, `besok 08.15`, `Kam 26 Nov, 14.00`, `26 Nov 2025`: how people speak of a time that is near. `today` is the office's day. */
export function near(text: string, today: string): string {
  return written(text, (read) => {
    const apart = daysBetween(today, text);
    const at = read.time && ` ${read.time}`;
    if (apart === 0) return `hari ini${at}`;
    if (apart === 1) return `besok${at}`;
    if (apart === -1) return `kemarin${at}`;
    const day = read.year === parts(today)?.year ? `${weekday(read).slice(0, 3)} ${read.day} ${MONTHS[read.month - 1]?.slice(0, 3)}` : shortDate(text);
    return read.time ? `${day}, ${read.time}` : day;
  });
}

/** Days from one date to another. */
export function daysBetween(from: string, to: string): number {
  const day = (text: string) => {
    const read = parts(text);
    return read ? Date.UTC(read.year, read.month - 1, read.day) / 86_400_000 : Number.NaN;
  };
  return day(to) - day(from);
}

/** 1 jam 5 menit */
export function minutes(count: number): string {
  const [hours, rest] = [Math.floor(count / 60), count % 60];
  if (hours === 0) return `${rest} menit`;
  return rest === 0 ? `${hours} jam` : `${hours} jam ${rest} menit`;
}

/** 1.234 */
export function number(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** 37,3 kB */
export function bytes(count: number): string {
  if (count < 1_000) return `${count} B`;
  const [size, unit] = count < 1_000_000 ? [count / 1_000, 'kB'] : [count / 1_000_000, 'MB'];
  return `${size.toFixed(size < 10 ? 1 : 0).replace('.', ',')} ${unit}`;
}

/** 0812-3456-7890, of what the core keeps as `6281234567890`. */
export function phone(text: string): string {
  const local = text.replace(/^62(?=8\d{7,11}$)/, '0');
  return local === text ? text : local.replace(/^(\d{4})(\d{4})(\d+)$/, '$1-$2-$3');
}
