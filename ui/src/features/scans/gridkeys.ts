/** The keys of the page grid. */

import { isShortcut } from '../../shared/keys';
import type { Arrangement } from './arrangement.svelte';

interface Place {
  editable: boolean;
  /** Around all pages, which bear their key as `data-key`. */
  list: HTMLElement;
  look: (key: string) => void;
}

/** Does what a key means; answers whether it meant something. */
export function gridKeys(event: KeyboardEvent, arrangement: Arrangement, { editable, list, look }: Place): boolean {
  if (isShortcut(event, 'a')) return done(arrangement.all());
  // Ctrl+Z is heard on the whole screen.
  if (event.ctrlKey || event.metaKey) return event.key === ' ' && done(arrangement.choose(arrangement.at, 'also'));
  if (event.altKey) {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key] as 1 | -1 | undefined;
    return by !== undefined && editable && done(arrangement.shift(by));
  }
  const all = arrangement.pages;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return done(arrangement.step(event.key === 'ArrowLeft' ? -1 : 1, event.shiftKey));
    case 'ArrowUp':
    case 'ArrowDown':
      return done(arrangement.step(below(list, arrangement, event.key === 'ArrowDown' ? 1 : -1), event.shiftKey));
    case 'Home':
    case 'End':
      return done(arrangement.step(event.key === 'Home' ? -all.length : all.length, event.shiftKey));
    case ' ':
      return done(arrangement.choose(arrangement.at, event.shiftKey ? 'up-to' : 'also'));
    case 'Enter':
      return done(look(arrangement.at));
    case 'Escape':
      return arrangement.chosen.size > 0 && done(arrangement.none());
    case 'Delete':
      return editable && done(arrangement.leaveOut());
    default:
      return false;
  }
}

/** How many pages on the one below lies, or above: rows are as long as the window makes them. */
function below(list: HTMLElement, arrangement: Arrangement, way: 1 | -1): number {
  const boxes = arrangement.pages.map(({ key }) => list.querySelector(`[data-key="${key}"]`)?.getBoundingClientRect());
  const now = arrangement.pages.findIndex(({ key }) => key === arrangement.at);
  const from = boxes[now];
  if (!from) return 0;
  const beyond = boxes.map((box, at) => ({ at, box })).filter(({ box }) => box && (way > 0 ? box.top > from.top + 4 : box.top < from.top - 4));
  const far = ({ box }: { box?: DOMRect }) => (box ? Math.abs(box.top - from.top) * 100 + Math.abs(box.left - from.left) : Infinity);
  const nearest = beyond.reduce<{ at: number; box?: DOMRect } | undefined>((best, one) => (!best || far(one as never) < far(best) ? (one as never) : best), undefined);
  return nearest ? nearest.at - now : 0;
}

function done(_: unknown): true {
  return true;
}
