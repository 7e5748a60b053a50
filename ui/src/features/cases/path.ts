/** Reading the timeline of a case. */

import type { EntryView } from '../../ipc/generated/wire';

/** The step that was completed last and not taken back: what the next undo undoes. */
export function lastCompleted(entries: readonly EntryView[]): number | undefined {
  const path: number[] = [];
  for (const { kind, step } of entries.flatMap((entry) => entry.facts)) {
    if (kind === 'step_completed' && step !== null) path.push(step);
    if (kind === 'step_undone') path.pop();
  }
  return path.at(-1);
}

/** A line of the timeline. */
export interface Event {
  at: string;
  by: string;
  text: string;
}

/** What happened, newest first. */
export function events(entries: readonly EntryView[]): Event[] {
  return entries.flatMap(({ at, by, facts }) => facts.map(({ text }) => ({ at, by, text }))).reverse();
}

/** How the case came to its end before the last step: said once more where the officer looks first. */
export function withdrawal(entries: readonly EntryView[]): Event | undefined {
  return entries.flatMap(({ at, by, facts }) => facts.filter(({ kind }) => kind === 'case_withdrawn').map(({ text }) => ({ at, by, text }))).at(-1);
}

/** The lines of each day. */
export function byDay(lines: readonly Event[]): [day: string, lines: Event[]][] {
  const days = new Map<string, Event[]>();
  for (const line of lines) {
    const day = line.at.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return [...days];
}
