/** Faults of a form by field. */

import type { ApiFailure } from '../../ipc/call';
import type { Fault } from '../../ipc/generated/wire';

/** What a form finds before it can be sent: text that is no number, for instance. Nothing else is judged here. */
export class Unreadable extends Error {
  constructor(readonly faults: Fault[]) {
    super('unreadable');
  }
}

/** What the core says of single fields, each sentence once. Empty when the failure is about no field. */
export function faultsOf({ error }: ApiFailure): Fault[] {
  const own = error.field ? [{ field: error.field, text: error.message }] : [];
  const all = error.faults.length ? error.faults : own;
  return all.filter((fault, at) => all.findIndex((other) => other.field === fault.field && other.text === fault.text) === at);
}
