/** Things that are drawn to another place with the pointer. Not by the browser's own dragging: the shell keeps that for files. */

import type { Attachment } from 'svelte/attachments';

interface Drawing<Spot> {
  /** Whether anything may be moved at all. */
  open: () => boolean;
  begin: (key: string) => void;
  /** The place under the pointer; none where nothing can be let go. */
  spot: (event: PointerEvent, element: HTMLElement) => Spot | undefined;
  over: (spot: Spot | undefined) => void;
  /** It was let go, or given up: then there is no place. */
  drop: (spot: Spot | undefined) => void;
}

/** Pixels from a press to a drawing. */
const FAR = 6;

/** For the element around all that can be drawn, each of which bears its key as `data-key`. Escape gives up. */
export function drawn<Spot>({ open, begin, spot, over, drop }: Drawing<Spot>): Attachment<HTMLElement> {
  return (element) => {
    let pressed: { key: string; x: number; y: number; id: number } | undefined;
    let moving = false;

    const keyAt = (target: EventTarget | null) => (target as Element | null)?.closest<HTMLElement>('[data-key]')?.dataset.key;

    function down(event: PointerEvent) {
      const key = keyAt(event.target);
      if (event.button === 0 && key && open()) pressed = { key, x: event.clientX, y: event.clientY, id: event.pointerId };
    }

    function move(event: PointerEvent) {
      if (!pressed) return;
      if (!moving && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > FAR) {
        moving = true;
        element.setPointerCapture(pressed.id);
        begin(pressed.key);
      }
      if (moving) over(spot(event, element));
    }

    function end(at: Spot | undefined) {
      if (moving) drop(at);
      // The click that follows a drawing chooses nothing.
      setTimeout(() => (moving = false));
      pressed = undefined;
    }

    const up = (event: PointerEvent) => end(spot(event, element));
    const cancel = () => end(undefined);
    const key = (event: KeyboardEvent) => {
      if (!moving || event.key !== 'Escape') return;
      event.stopPropagation();
      cancel();
    };
    const click = (event: MouseEvent) => {
      if (!moving) return;
      event.stopPropagation();
      event.preventDefault();
    };

    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', cancel);
    element.addEventListener('click', click, { capture: true });
    window.addEventListener('keydown', key, { capture: true });
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', cancel);
      element.removeEventListener('click', click, { capture: true });
      window.removeEventListener('keydown', key, { capture: true });
    };
  };
}
