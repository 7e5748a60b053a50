/** Which rows of a long list are drawn: those in sight and a few around them. */

export interface View {
  /** Pixels that are scrolled away at the top. */
  top: number;
  /** Pixels in sight. */
  height: number;
}

export interface Span {
  first: number;
  /** The row after the last. */
  end: number;
}

/** Rows drawn beyond each edge, so that a quick wheel shows no gap before the next frame. */
const AROUND = 12;

export function span({ top, height }: View, rowHeight: number, count: number): Span {
  const first = Math.max(0, Math.floor(top / rowHeight) - AROUND);
  const end = Math.min(count, Math.ceil((top + height) / rowHeight) + AROUND);
  return { first: Math.min(first, Math.max(0, end)), end: Math.max(0, end) };
}

/** The scroll position that brings a row into sight with the least movement. */
export function reveal(row: number, { top, height }: View, rowHeight: number): number {
  const [start, end] = [row * rowHeight, (row + 1) * rowHeight];
  if (start < top) return start;
  return end > top + height ? end - height : top;
}

/** Whether the end of what is read comes near: the next page is asked for long before it is seen. */
export function wantsMore({ top, height }: View, rowHeight: number, count: number): boolean {
  return top + 4 * height > count * rowHeight;
}

/** Where a key leads from a row; nothing for other keys. */
export function step(key: string, row: number, count: number, { height }: View, rowHeight: number): number | undefined {
  const page = Math.max(1, Math.floor(height / rowHeight) - 1);
  const leads: Record<string, number> = {
    ArrowDown: row + 1, ArrowUp: row - 1, PageDown: row + page, PageUp: row - page, Home: 0, End: count - 1,
  };
  const to = leads[key];
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to));
}
