/** The months of which a report can be made. */

export interface ReportMonth {
  year: number;
  /** 1 to 12. */
  month: number;
}

/** Months back from today, the present one first. */
export function months(today: string, count: number): ReportMonth[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, back) => {
    const at = year * 12 + month - 1 - back;
    return { year: Math.floor(at / 12), month: (at % 12) + 1 };
  });
}

/** As a choice names it: `2026-11`. */
export function keyOf({ year, month }: ReportMonth): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}
