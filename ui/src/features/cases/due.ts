/** How a due time looks beside the office's clock. Both are `YYYY-MM-DDTHH:MM`, so that they compare as texts. */

export type DueTone = 'plain' | 'due' | 'late';

export function dueTone(due: string, now: string): DueTone {
  if (due < now) return 'late';
  return due.slice(0, 10) === now.slice(0, 10) ? 'due' : 'plain';
}
