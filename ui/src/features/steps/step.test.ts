import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { CaseView, FieldView, OutcomeView } from '../../ipc/generated/wire';
import { ApiFailure } from '../../ipc/call';
import { Gate, type CasePlace } from '../cases/case.svelte';
import { ways } from './choice';
import { marks } from './marks';
import { StepWork, type Typing } from './step.svelte';

const { rpc } = vi.hoisted(() => ({ rpc: vi.fn() }));
vi.mock('../../platform', () => ({ platform: { rpc, onClose: () => () => {} } }));

const field = (id: string, value = ''): FieldView => ({ id, label: id, kind: 'teks', required: true, hint: null, choices: [], value, register: null });

/** A case at a step with two fields; a completion goes on to the next step. */
function caseAt(fields: FieldView[]) {
  let view = { case: 'c', revision: 1, step: 7, steps: [{ step: 7, symbol: 'keputusan' }], form: { fields } } as unknown as CaseView;
  const place: CasePlace = {
    get view() {
      return view;
    },
    async change(work) {
      view = await work({ case: view.case, revision: view.revision });
      return view;
    },
  };
  rpc.mockImplementation(async (command: string, args: string) => {
    const { answers } = JSON.parse(args) as { answers: Record<string, string> };
    const filled = fields.map((one) => ({ ...one, value: answers[one.id] ?? view.form?.fields.find((known) => known.id === one.id)?.value ?? '' }));
    const step = command === 'case_fill' ? view.step : view.step + 1;
    return JSON.stringify({ value: { ...view, step, revision: view.revision + 1, form: { fields: filled } }, changed: ['cases'] });
  });
  return place;
}

function kept(body: Partial<Typing> | null = null) {
  const typing = body && { answers: {}, note: '', doneAt: '', why: {}, letters: {}, ...body };
  return { load: vi.fn(async () => typing), touch: vi.fn(), flush: vi.fn(async () => {}), discard: vi.fn(async () => {}) };
}

const refuse = (error: object) => rpc.mockRejectedValueOnce(JSON.stringify({ faults: [], message: '', ...error }));
const sent = (command: string) => rpc.mock.calls.filter(([name]) => name === command).map(([, args]) => JSON.parse(args as string) as Record<string, unknown>);

beforeEach(() => {
  vi.useFakeTimers();
  rpc.mockReset();
});

describe('typing', () => {
  test('is shown over what is recorded, and is recorded when the field is left', async () => {
    const [draft, place] = [kept(), caseAt([field('a', 'lama'), field('b')])];
    const work = new StepWork(place, new Gate(), draft);
    work.type('a', 'baru');
    expect(work.value(field('a', 'lama'))).toBe('baru');
    expect(draft.touch).toHaveBeenCalledOnce();
    await work.leave('a');
    expect(sent('case_fill')).toEqual([{ case: 'c', revision: 1, step: 7, answers: { a: 'baru' } }]);
    expect(work.answers).toEqual({});
    expect(draft.discard).toHaveBeenCalledOnce();
  });

  test('of an earlier visit comes back, but not over what is typed or recorded since', async () => {
    const draft = kept({ answers: { a: 'kemarin', b: 'sama', c: 'kini tidak ditanya', d: 'kemarin' }, note: 'kurang SK' });
    const work = new StepWork(caseAt([field('a'), field('b', 'sama'), field('d')]), new Gate(), draft);
    work.type('d', 'sekarang');
    await work.restore();
    expect(work.answers).toEqual({ a: 'kemarin', d: 'sekarang' });
    expect([work.note, work.restored]).toEqual(['kurang SK', true]);
  });

  test('that the core does not take stays, with its fault, until it is typed anew', async () => {
    const work = new StepWork(caseAt([field('a')]), new Gate(), kept());
    work.type('a', '31-02');
    refuse({ code: 'invalid-fields', faults: [{ field: 'a', text: 'Tanggal tidak ada.' }] });
    await work.leave('a');
    expect([work.answers.a, work.fault('a'), work.failure]).toEqual(['31-02', 'Tanggal tidak ada.', undefined]);
    work.type('a', '28-02');
    expect(work.fault('a')).toBeNull();
  });

  test('survives a case that was changed from elsewhere', async () => {
    const draft = kept();
    const work = new StepWork(caseAt([field('a')]), new Gate(), draft);
    work.type('a', 'isi');
    refuse({ code: 'stale' });
    await work.leave('a');
    expect(work.failure).toBeInstanceOf(ApiFailure);
    expect([work.answers.a, draft.discard.mock.calls.length]).toEqual(['isi', 0]);
  });

  test('that goes on while it is being recorded is not lost', async () => {
    const work = new StepWork(caseAt([field('a')]), new Gate(), kept());
    work.type('a', 'sat');
    const leaving = work.leave('a');
    work.type('a', 'satu');
    await leaving;
    expect(work.answers).toEqual({ a: 'satu' });
  });
});

describe('completion', () => {
  test('takes what is typed along and forgets it', async () => {
    const draft = kept();
    const work = new StepWork(caseAt([field('a')]), new Gate(), draft);
    work.type('a', 'isi');
    work.why['register-differs:a'] = 'salah ketik di register';
    expect(await work.complete({ name: 'Cocok', to: 8, returns: false, note_required: false })).toBe(true);
    expect(sent('case_complete')[0]).toMatchObject({
      step: 7, revision: 1, outcome: 'Cocok', answers: { a: 'isi' }, confirmed: { 'register-differs:a': 'salah ketik di register' },
    });
    expect([work.answers, draft.discard.mock.calls.length]).toEqual([{}, 1]);
  });

  test('ten quick clicks complete one step once, also where the next step shows the same button', async () => {
    const place = caseAt([]);
    const gate = new Gate();
    for (let click = 0; click < 10; click++) {
      void new StepWork(place, gate, kept()).complete();
      await vi.advanceTimersByTimeAsync(150);
    }
    expect(sent('case_complete')).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(800);
    expect(await new StepWork(place, gate, kept()).complete()).toBe(true);
  });

  test('a refusal says what is missing and can be tried again at once', async () => {
    const work = new StepWork(caseAt([field('a')]), new Gate(), kept());
    refuse({ code: 'incomplete', faults: [{ field: 'a', text: 'Nama pengguna AMS' }] });
    expect(await work.complete()).toBe(false);
    expect(work.refusal).toEqual([{ field: 'a', text: 'Nama pengguna AMS' }]);
    expect(await work.complete()).toBe(true);
    expect(work.refusal).toEqual([]);
  });
});

describe('the way that is offered first', () => {
  const on: OutcomeView = { name: 'Cocok', to: 8, returns: false, note_required: false };
  const other: OutcomeView = { name: 'Perlu perubahan data', to: 4, returns: false, note_required: false };
  const back: OutcomeView = { name: 'Tidak cocok', to: 5, returns: true, note_required: true };
  const pair = (same: boolean) => ({ field: 'a', label: 'a', register: '1', shown: same ? '1' : '2', same });

  test.each([
    ['nothing compared', [on, back], [], 'Cocok'],
    ['all the same', [back, on], [pair(true)], 'Cocok'],
    ['a difference goes back', [on, back], [pair(true), pair(false)], 'Tidak cocok'],
    ['without a way back, the way that is not the main one', [on, other], [pair(false)], 'Perlu perubahan data'],
    ['no decision', [], [], undefined],
  ])('%s', (_, outcomes, differences, first) => {
    expect(ways({ outcomes, differences })[0]?.name).toBe(first);
    expect(ways({ outcomes, differences })).toHaveLength(outcomes.length);
  });
});

describe('differing characters', () => {
  const write = (pieces: { text: string; differs: boolean }[]) => pieces.map((piece) => (piece.differs ? `[${piece.text}]` : piece.text)).join('');

  test.each([
    ['77140925551038', '77140925550138', '7714092555[10]38', '7714092555[01]38'],
    ['CN=A, O=B', 'CN=A, O=C', 'CN=A, O=[B]', 'CN=A, O=[C]'],
    ['sama', 'sama', 'sama', 'sama'],
    ['CN=Contoh, C=ID', 'CN=Contoh, O=X, C=ID', 'CN=Contoh, C=ID', 'CN=Contoh, [O=X, ]C=ID'],
    ['', 'baru', '', '[baru]'],
  ])('%s beside %s', (register, text, left, right) => {
    const told = marks(register, text);
    expect([write(told.register), write(told.shown)]).toEqual([left, right]);
  });
});
