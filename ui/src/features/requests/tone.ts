/** The meaning that a request's colour carries. */

import type { CaseSummaryView } from '../../ipc/generated/wire';
import { daysBetween } from '../../shared/format';

export type Tone = 'plain' | 'done' | 'wait' | 'due' | 'late';

const STANDINGS: Record<string, Tone> = { waiting: 'wait', closed: 'done' };

export function standingTone(standing: string): Tone {
  return STANDINGS[standing] ?? 'plain';
}

/** `today` is the office's day. A request that waits is not hurried by its own step, until its time has passed all the same. */
export function dueTone({ overdue, step_due, standing }: Pick<CaseSummaryView, 'overdue' | 'step_due' | 'standing'>, today: string): Tone {
  if (overdue) return 'late';
  return step_due && standing !== 'waiting' && daysBetween(today, step_due) === 0 ? 'due' : 'plain';
}
