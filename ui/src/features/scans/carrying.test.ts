/** A scan is let go only where it was seen to be marked. */

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const answers: Record<string, unknown> = {};
vi.mock('../../ipc/call', async (original) => ({ ...(await original()), call: (command: string) => Promise.resolve(answers[command]) }));

import type { ScanRowView } from '../../ipc/generated/wire';
import { Carrying } from './carrying.svelte';

const scan = { id: 's', name: 'scan.pdf', letters: [] } as unknown as ScanRowView;
const REST = 450;

beforeEach(() => {
  vi.useFakeTimers();
  answers.scan_guesses = [];
  answers.case_list = [{ case: 'a', owner_name: 'Siti Aminah', agenda: '1/2026', activity: 'Verifikasi' }, { case: 'b', owner_name: 'Rahmat', agenda: '2/2026', activity: 'Verifikasi' }];
  answers.scan_places = [{ as: 'document', step: 1, document: 'ktp', name: 'KTP', present: false, required: true }];
});
afterEach(() => vi.useRealTimers());

async function begun(): Promise<Carrying> {
  const carrying = new Carrying();
  carrying.begin(scan);
  await vi.advanceTimersByTimeAsync(0);
  return carrying;
}

test('let go on a case, the case is answered', async () => {
  const carrying = await begun();
  carrying.over({ x: 9, y: 9, at: 1 });
  expect(carrying.end(1)?.choice.case).toBe('b');
  expect(carrying.scan).toBeUndefined();
});

test('resting on a case opens its places, and resting on the way back closes them', async () => {
  const carrying = await begun();
  carrying.over({ x: 9, y: 9, at: 0 });
  await vi.advanceTimersByTimeAsync(REST - 1);
  expect(carrying.placing?.chosen).toBeUndefined();
  await vi.advanceTimersByTimeAsync(1);
  expect(carrying.placing?.choices.map(({ title }) => title)).toEqual(['KTP']);
  carrying.over({ x: 9, y: 20, at: 'back' });
  await vi.advanceTimersByTimeAsync(REST);
  expect(carrying.placing?.choices).toHaveLength(2);
});

test('a place that has come under a resting pointer takes nothing until it was moved to', async () => {
  const opened = async () => {
    const carrying = await begun();
    carrying.over({ x: 9, y: 9, at: 0 });
    await vi.advanceTimersByTimeAsync(REST);
    return carrying;
  };
  expect((await opened()).end(0)).toBeUndefined();
  const moved = await opened();
  moved.over({ x: 9, y: 10, at: 0 });
  // However long it is held there.
  await vi.advanceTimersByTimeAsync(2 * REST);
  expect(moved.end(0)?.choice.to).toEqual({ as: 'document', case: 'a', step: 1, document: 'ktp' });
});

test('let go while the places of a case are on their way, the case is answered', async () => {
  const carrying = await begun();
  answers.scan_places = new Promise(() => {});
  carrying.over({ x: 9, y: 9, at: 1 });
  await vi.advanceTimersByTimeAsync(REST);
  expect(carrying.end(undefined)?.choice.case).toBe('b');
});

test.each([undefined, 'back', 1] as const)('let go on %s, which is not what is marked, nothing happens', async (at) => {
  const carrying = await begun();
  carrying.over({ x: 9, y: 9, at: 0 });
  expect(carrying.end(at)).toBeUndefined();
});
