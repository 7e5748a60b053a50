/**
 * The case that the officer is about to open. What its screen shows first is read before the screen is there, so that its first picture is whole; and
 * where somebody rests on the way to a case, its screen is made as well, so that opening it only shows it.
 */

import type { Attachment } from 'svelte/attachments';
import { ApiFailure, call } from '../../ipc/call';
import type { CaseView, EntryView } from '../../ipc/generated/wire';
import { subscribe } from '../../ipc/topics';
import { beforeArriving, route } from '../../shared/route.svelte';
import { templates } from '../steps/templates';

export interface Ahead {
  id: string;
  view: CaseView;
  timeline: EntryView[];
}

/** Milliseconds for which it holds; only the time used goes on while nothing changes, and that by the minute. */
const FRESH = 5000;
/** Milliseconds on one way to a case that are more than passing over it. */
const RESTING = 80;
/** The form of a new request stands among the cases. */
export const NO_CASE = 'baru';
/** Rows and links that lead to a case. */
const WAYS = '[data-case], a[href^="#/permohonan/"]';

let ready: (Ahead & { at: number }) | undefined;
let reading: { id: string; done: Promise<void> } | undefined;
let changes = 0;

let rested: string | undefined;
let resting: ReturnType<typeof setTimeout> | undefined;
let approached = $state.raw<string>();

// What has changed since it was read is read again by the screen itself.
subscribe(['cases', 'letters', 'owners', 'office'], () => {
  changes++;
  ready = undefined;
});

/** The case at the address; none for the list of requests and for a new one. */
export const caseShown = (): string | undefined => (route().view === 'permohonan' ? caseAt(route().parts) : undefined);

const caseAt = ([id]: string[]): string | undefined => (id === NO_CASE ? undefined : id);

/** Reads a case that the officer is about to open, unless it is there or on its way already. */
export function readSoon(id: string): Promise<void> {
  if (isReady(id)) return Promise.resolve();
  if (reading?.id !== id) {
    const mine = { id, done: read(id).finally(() => reading === mine && (reading = undefined)) };
    reading = mine;
  }
  return reading.done;
}

async function read(id: string): Promise<void> {
  const before = changes;
  try {
    const [view, timeline] = await Promise.all([call('case_show', { case: id }), call('case_timeline', { case: id }), templates.value ?? templates.refresh()]);
    if (before === changes) ready = { id, view, timeline, at: performance.now() };
  } catch (fault) {
    // The screen asks again by itself, and says why it cannot be shown.
    if (!(fault instanceof ApiFailure)) throw fault;
  }
}

const isReady = (id: string): boolean => ready?.id === id && performance.now() - ready.at < FRESH;

beforeArriving('permohonan', async (parts) => {
  const id = caseAt(parts);
  if (id && id !== approached) await readSoon(id);
});

/** What was read of this case on the way to it, once. */
export function readAhead(id: string): Ahead | undefined {
  const found = isReady(id) ? ready : undefined;
  ready = undefined;
  return found;
}

/** The case whose screen is to be made, because somebody rests on the way to it. */
export const approachedCase = (): string | undefined => approached;

/** The officer went somewhere: no case is approached any more. */
export function stopApproach(): void {
  restOn(undefined);
  approached = undefined;
}

/** The officer has come to rest on a way to this case, or on none. */
export function restOn(id: string | undefined): void {
  if (id === rested) return;
  clearTimeout(resting);
  rested = id;
  if (id && id !== approached) resting = setTimeout(() => void approach(id), RESTING);
}

async function approach(id: string): Promise<void> {
  await readSoon(id);
  // From one case to another it is only read: two screens of cases would share the names of their fields.
  if (rested === id && isReady(id) && !caseShown()) approached = id;
}

/** For `{@attach}`: whatever leads to a case within is a way to it, for mouse and keyboard. */
export const ways: Attachment<HTMLElement> = (element) => {
  let spot = { x: NaN, y: NaN };
  let keys = false;
  const onPointer = (event: PointerEvent) => {
    if (event.screenX !== spot.x || event.screenY !== spot.y) keys = false;
    spot = { x: event.screenX, y: event.screenY };
    // Rows that the keys scroll pass under a pointer at rest, and nobody points at them.
    if (!keys) onWay(event);
  };
  const ending = new AbortController();
  const { signal } = ending;
  for (const kind of ['pointerover', 'pointermove'] as const) element.addEventListener(kind, onPointer, { signal });
  element.addEventListener('focusin', onWay, { signal });
  element.addEventListener('keydown', () => (keys = true), { signal });
  // The wheel is turned by who holds the mouse.
  element.addEventListener('wheel', () => (keys = false), { signal, passive: true });
  element.addEventListener('scroll', onScroll, { signal, capture: true, passive: true });
  return () => ending.abort();
};

/** What stands behind the place is painted with it: it is no burden to somebody who scrolls on. It may scroll its own parts. */
function onScroll({ target }: Event): void {
  if (target instanceof Element && target.closest('[inert]')) return;
  // Whoever comes to rest there again approaches it again; the row that the keys have just come to is not forgotten.
  if (rested === approached) rested = undefined;
  approached = undefined;
}

function onWay({ target }: Event): void {
  const way = target instanceof Element ? target.closest<HTMLElement>(WAYS) : null;
  restOn(way ? (way.dataset.case ?? caseAt([way.getAttribute('href')?.split('/')[2] ?? ''])) : undefined);
}
