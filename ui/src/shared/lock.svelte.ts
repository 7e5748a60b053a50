/**
 * Locking the desk: by hand, and by itself when nobody has touched it for a while, or the computer has slept or was locked. What is typed is kept first; scans go on
 * coming in, letters going out.
 */

import { call } from '../ipc/call';
import { onSystemLocked } from '../ipc/events';
import { text } from '../text/id';
import { keepTyping } from './route.svelte';
import { say } from './toast.svelte';

/** Milliseconds without a touch. */
const IDLE = 5 * 60_000;
/** How often the clock is looked at. */
const LOOK = 5_000;
/** A clock that has moved so much further between two looks was not looked at because the computer slept. */
const SLEPT = 60_000;
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** Keeps what is typed, then has nobody be answered until somebody signs in. */
export async function lock(): Promise<void> {
  await keepTyping();
  await call('desk_lock', {});
}

/** Locks an open office whose data is not everybody's when nobody touches it, and with the computer. Answers with a function that ends it. */
export function watchDesk(now: () => number = Date.now): () => void {
  let touched = now();
  let looked = touched;
  const touch = () => void (touched = now());
  const look = () => {
    const at = now();
    const slept = at - looked > SLEPT;
    looked = at;
    if (at - touched < IDLE && !slept) return;
    // Not once more while it is under way.
    touched = at;
    // What cannot be locked now is tried again after the same time.
    void lock().then(() => say(text.users.locked.idle), () => {});
  };
  // What is locked with the computer says nothing: its officer did it.
  const system = onSystemLocked(() => void lock().catch(() => {}));
  const timer = setInterval(look, LOOK);
  for (const kind of TOUCHES) window.addEventListener(kind, touch, { capture: true, passive: true });
  return () => {
    clearInterval(timer);
    system();
    for (const kind of TOUCHES) window.removeEventListener(kind, touch, { capture: true });
  };
}
