import { expect, test } from 'vitest';
import { dueTone, standingTone } from './tone';

test.each([
  ['passed', { overdue: true, step_due: '2026-11-21T09:00', standing: 'open' }, 'late'],
  ['later today', { overdue: false, step_due: '2026-11-21T15:00', standing: 'open' }, 'due'],
  ['later today, but others have the move', { overdue: false, step_due: '2026-11-21T15:00', standing: 'waiting' }, 'plain'],
  ['tomorrow', { overdue: false, step_due: '2026-11-22T08:00', standing: 'open' }, 'plain'],
  ['never', { overdue: false, step_due: null, standing: 'closed' }, 'plain'],
])('a step that is due %s', (_, row, tone) => {
  expect(dueTone(row, '2026-11-21')).toBe(tone);
});

test('a standing has a colour only where it means something', () => {
  expect(['open', 'waiting', 'closed', 'withdrawn'].map(standingTone)).toEqual(['plain', 'wait', 'done', 'plain']);
});
