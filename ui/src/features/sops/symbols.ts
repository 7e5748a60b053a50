/** The symbols of PermenPAN-RB 35/2012 as outlines. */

import type { SymbolName } from './definition';

/** The outline of a step's symbol: a capsule at the ends, a diamond for a decision, else a rectangle. */
export function outline(symbol: SymbolName, x: number, y: number, width: number, height: number): string {
  const [right, bottom, cx, cy] = [x + width, y + height, x + width / 2, y + height / 2];
  switch (symbol) {
    case 'mulai':
    case 'selesai': {
      const r = height / 2;
      return `M${x + r} ${y}H${right - r}A${r} ${r} 0 0 1 ${right - r} ${bottom}H${x + r}A${r} ${r} 0 0 1 ${x + r} ${y}Z`;
    }
    case 'keputusan':
      return `M${cx} ${y}L${right} ${cy}L${cx} ${bottom}L${x} ${cy}Z`;
    case 'proses':
      return `M${x} ${y}H${right}V${bottom}H${x}Z`;
  }
}

/** The off-page connector: a square that points down. */
export function connector(x: number, y: number, size: number): string {
  return `M${x} ${y}H${x + size}V${y + size * 0.6}L${x + size / 2} ${y + size}L${x} ${y + size * 0.6}Z`;
}
