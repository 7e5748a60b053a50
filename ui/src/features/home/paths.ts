/** The list behind each queue of the first page. */

import { EVERYTHING, toPath } from '../requests/filter';

export type QueueName = 'overdue' | 'due_today' | 'waiting' | 'unsigned' | 'drafts' | 'mine';

/** Drafts have no list of their own: theirs is the first page. */
export function queuePaths(user: string): Record<QueueName, string> {
  return {
    overdue: toPath({ ...EVERYTHING, queue: 'overdue' }),
    due_today: toPath({ ...EVERYTHING, queue: 'due-today' }),
    waiting: toPath({ ...EVERYTHING, standing: 'waiting' }),
    mine: toPath({ ...EVERYTHING, assignee: user }),
    unsigned: 'surat?saring=pindaian',
    drafts: '',
  };
}
