/** Pages that are drawn to another place with the pointer. Not by the browser's own dragging: the shell keeps that for files. */

import type { Attachment } from 'svelte/attachments';

export interface Spot {
  key: string;
  side: 'before' | 'behind';
}

interface Drawing {
  /** Whether pages may be moved at all. */
  open: () => boolean;
  begin: (key: string) => void;
  /** Where they would come to stand. */
  over: (spot: Spot | undefined) => void;
  drop: (spot: Spot | undefined) => void;
}

/** Pixels from a press to a drawing. */
const FAR = 6;

/** For the element around all pages, which bear their key as `data-key`. */
export function drawn({ open, begin, over, drop }: Drawing): Attachment<HTMLElement> {
  return (element) => {
    let pressed: { key: string; x: number; y: number; id: number } | undefined;
    let moving = false;

    const keyAt = (target: EventTarget | null) => (target as Element | null)?.closest<HTMLElement>('[data-key]')?.dataset.key;

    function spotAt({ clientX, clientY }: PointerEvent): Spot | undefined {
      const page = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-key]');
      if (!page || !element.contains(page)) return undefined;
      const { left, width } = page.getBoundingClientRect();
      return { key: page.dataset.key ?? '', side: clientX < left + width / 2 ? 'before' : 'behind' };
    }

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
      if (moving) over(spotAt(event));
    }

    function end(spot: Spot | undefined) {
      if (moving) drop(spot);
      // The click that follows a drawing chooses nothing.
      setTimeout(() => (moving = false));
      pressed = undefined;
    }

    const up = (event: PointerEvent) => end(spotAt(event));
    const cancel = () => end(undefined);
    const click = (event: MouseEvent) => {
      if (moving) event.stopPropagation();
    };

    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', cancel);
    element.addEventListener('click', click, { capture: true });
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', cancel);
      element.removeEventListener('click', click, { capture: true });
    };
  };
}
