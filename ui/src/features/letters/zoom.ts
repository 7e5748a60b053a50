/** How large pages are shown, and which of them the reader is looking at. */

/** As wide as the place allows, one page as a whole, or a number of CSS pixels for each point. */
export type Zoom = 'fit' | 'whole' | number;

export interface Size {
  width: number;
  height: number;
}

/** CSS pixels for each point of a page in a place of such a size, without the room around it. */
export function scaleOf(zoom: Zoom, page: Size, place: Size): number {
  if (typeof zoom === 'number') return zoom;
  const [wide, high] = [Math.max(0, place.width) / page.width, Math.max(0, place.height) / page.height];
  return zoom === 'fit' ? wide : Math.min(wide, high);
}

export const SMALLEST = 0.25;
export const LARGEST = 4;

const STEP = 1.2;

/** The next size up; sizes are rounded so that up and down meet again. */
export function larger(scale: number): number {
  return within(scale * STEP);
}

/** The next size down. */
export function smaller(scale: number): number {
  return within(scale / STEP);
}

function within(scale: number): number {
  return Math.min(LARGEST, Math.max(SMALLEST, Math.round(scale * 100) / 100));
}

/** The page, from 1, that fills most of a window that begins at `top`; the earlier one where two fill it alike. */
export function pageInView(pages: { top: number; bottom: number }[], top: number, height: number): number {
  let best = { page: 1, seen: 0 };
  pages.forEach((page, at) => {
    const seen = Math.min(page.bottom, top + height) - Math.max(page.top, top);
    if (seen > best.seen + 1) best = { page: at + 1, seen };
  });
  return best.page;
}
