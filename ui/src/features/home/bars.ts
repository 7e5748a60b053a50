/** Running cases by service, as lengths that can be compared. */

import type { CountView } from '../../ipc/generated/wire';

export interface Bar {
  service: string;
  open: number;
  waiting: number;
  closed: number;
  /** Parts of the longest bar, 0 to 1. */
  length: { open: number; waiting: number };
}

/** The busiest first; services that never had a case are left out. */
export function bars(counts: CountView[]): Bar[] {
  const of = (service: string, standing: string) => counts.find((count) => count.service === service && count.standing === standing)?.cases ?? 0;
  const services = [...new Set(counts.map((count) => count.service))];
  const rows = services.map((service) => ({ service, open: of(service, 'open'), waiting: of(service, 'waiting'), closed: of(service, 'closed') }));
  const longest = Math.max(1, ...rows.map((row) => row.open + row.waiting));
  return rows
    .map((row) => ({ ...row, length: { open: row.open / longest, waiting: row.waiting / longest } }))
    .sort((a, b) => b.open + b.waiting - (a.open + a.waiting) || a.service.localeCompare(b.service));
}
