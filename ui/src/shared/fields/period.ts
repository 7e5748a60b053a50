/** The days that a list is asked for. */

/** What is typed is asked for only where it is a day; an end before the beginning is read the other way round. */
export function period(from: string, until: string): { from?: string; until?: string } {
  const [first, last] = from && until && until < from ? [until, from] : [from, until];
  return { ...(first && { from: first }), ...(last && { until: last }) };
}
