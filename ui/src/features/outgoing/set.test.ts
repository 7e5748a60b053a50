import { beforeEach, expect, test, vi } from 'vitest';
import type { OutgoingView, PrintLogView, SetLineView, SetPaperView } from '../../ipc/generated/wire';

/** What the core knows: the queue, the print log, and what it was asked to do. */
const core = { set: [] as SetPaperView[], queue: [] as OutgoingView[], log: [] as PrintLogView[], sent: [] as Record<string, unknown>[], asked: [] as string[], refuse: '' };

/** Queues what is sent: each paper under its template's name, but those that are refused. */
function queued(papers: { template: string; letter?: string; version?: number }[]): SetLineView[] {
  return papers.map(({ template, letter = `surat-${template}`, version = 1 }, at) => {
    const title = template;
    if (core.refuse === template) return { title, letter: null, version: 0, queued: null, why: ['Belum ada pejabat.', 'Catat dahulu.'] };
    const one = { id: `${template}-${core.sent.length}`, letter, version, title, copies: 1, way: 'printer', state: 'menunggu', tries: 0, problem: null, queued_at: String(at) };
    core.queue.push(one as OutgoingView);
    return { title, letter, version, queued: one as OutgoingView, why: [] };
  });
}

const answers: Record<string, (args: never) => unknown> = {
  print_set_show: () => core.set,
  print_set_send: (args: { papers: { template: string }[] }) => {
    core.sent.push(args);
    return queued(args.papers);
  },
  outgoing_list: () => core.queue,
  outgoing_retry: ({ id }: { id: string }) => core.queue.forEach((one) => { if (one.id === id) one.state = 'menunggu'; }),
  outgoing_drop: ({ id }: { id: string }) => leaves(id, 'dihentikan', 'dihapus dari antrean oleh petugas'),
  print_log: ({ letter }: { letter: string }) => core.log.filter((row) => row.letter === letter),
};

vi.mock('../../platform', () => ({
  platform: {
    rpc: async (command: string, args: string) => {
      core.asked.push(command);
      const answer = answers[command]?.(JSON.parse(args) as never);
      if (answer === 'absent') throw JSON.stringify({ code: 'not-found', message: 'tidak ada', faults: [] });
      return JSON.stringify(answer ?? null);
    },
  },
}));

const { PrintSet } = await import('./set.svelte');
const { Sending } = await import('./sending.svelte');
const { publish } = await import('../../ipc/topics');

/** A letter leaves the queue, which the print log tells. */
function leaves(id: string, result: PrintLogView['result'], why = ''): unknown {
  const one = core.queue.find((held) => held.id === id);
  if (!one) return 'absent';
  core.queue = core.queue.filter((held) => held !== one);
  core.log.unshift({ letter: one.letter, version: one.version, result, why } as PrintLogView);
  return null;
}

const paper = (template: string, more: Partial<SetPaperView> = {}): SetPaperView => ({
  template, title: template, letter: null, version: 0, number: null, dated: null, printed: 0, companion: true, outdated: false, suggested: true,
  reason_needed: false, paper: 'f4', why: [], ...more,
});

const printed = { letter: 'surat-rekomendasi', version: 2, printed: 1, suggested: false, reason_needed: true, companion: false };

async function chosen() {
  const set = new PrintSet('c');
  await set.read();
  return set;
}

beforeEach(() => {
  Object.assign(core, { set: [paper('rekomendasi', printed), paper('disposisi'), paper('daftar')], queue: [], log: [], sent: [], asked: [], refuse: '' });
});

const standings = (lines: readonly { title: string; standing: string }[]) => lines.map(({ title, standing }) => `${title}: ${standing}`);

test('what is suggested is ticked, unless it cannot be made', async () => {
  core.set.push(paper('kartu', { why: ['Belum ada pejabat.'] }));
  const set = await chosen();
  expect(set.rows?.map(({ ticked, possible }) => [ticked, possible])).toEqual([[false, true], [true, true], [true, true], [false, false]]);
});

test('the reason is asked for where one of the ticked was printed before, and not of one that is made anew', async () => {
  const set = await chosen();
  const [letter] = set.rows ?? [];
  if (!letter) throw new Error('no rows');
  expect(set.asksWhy).toBe(false);
  letter.ticked = true;
  expect(set.asksWhy).toBe(true);
  letter.renew = true;
  expect(set.asksWhy).toBe(false);
});

test('what is to be said of the papers that are ticked is said once for each paper', async () => {
  core.set.push(paper('kartu', { paper: 'a4' }), paper('tanda', { paper: null }));
  const set = await chosen();
  const sending = new Sending(undefined);
  const papers = [{ paper: 'f4', warning: 'tidak ada F4' }, { paper: 'a4', warning: null }];
  sending.printers = [{ name: 'Loket', default: true, ready: true, detail: '', papers }];
  expect(set.warnings(sending)).toEqual(['tidak ada F4']);
  sending.way = 'folder';
  expect(set.warnings(sending)).toEqual([]);
});

test.each([['0', true], ['', true], ['1.5', true], ['100', true], ['99', false], ['2', false]])('%j copies are wrong: %s', async (copies, wrong) => {
  const set = await chosen();
  set.setAll(copies);
  expect(set.wrong).toBe(wrong);
});

test('nothing ticked is nothing to print, and copies of what is not ticked do not matter', async () => {
  const set = await chosen();
  for (const row of set.rows ?? []) row.ticked = false;
  set.setAll('0');
  expect([set.wrong, set.rows?.some((row) => row.wrong)]).toEqual([true, false]);
});

test('what is ticked is sent in its order, with its version, its copies and the one reason', async () => {
  const set = await chosen();
  for (const row of set.rows ?? []) [row.ticked, row.copies] = [true, row.paper.template === 'daftar' ? '3' : '1'];
  const sending = new Sending(undefined);
  [sending.printer, sending.asksWhy, sending.why] = ['Loket', set.asksWhy, 'Cetakan rusak'];
  await set.send(sending);
  expect(core.sent).toEqual([{
    case: 'c', way: 'printer', printer: 'Loket', reason: 'Cetakan rusak',
    papers: [{ template: 'rekomendasi', copies: 1, letter: 'surat-rekomendasi', version: 2 }, { template: 'disposisi', copies: 1 }, { template: 'daftar', copies: 3 }],
  }]);
});

test('each paper is followed to its end, which the print log tells', async () => {
  const run = await (await chosen()).send(new Sending(undefined));
  expect(standings(run.lines)).toEqual(['disposisi: menunggu', 'daftar: menunggu']);
  const [first, second] = core.queue;
  if (!first || !second) throw new Error('nothing is queued');
  leaves(first.id, 'tercetak');
  [second.state, second.problem] = ['gagal', 'kertas habis'];
  await run.look();
  expect([standings(run.lines), run.underway.length, run.failed.length]).toEqual([['disposisi: tercetak', 'daftar: gagal'], 0, 1]);
  expect(run.lines[1]?.why).toBe('kertas habis');
});

test('what left before anybody listened is told as well, and what leaves later', async () => {
  const run = await (await chosen()).send(new Sending(undefined));
  const [first, second] = core.queue;
  if (!first || !second) throw new Error('nothing is queued');
  leaves(first.id, 'tercetak');
  publish(['outgoing', 'letters', 'cases']);
  const end = run.follow();
  await expect.poll(() => standings(run.lines)).toEqual(['disposisi: tercetak', 'daftar: menunggu']);
  leaves(second.id, 'tercetak');
  publish(['outgoing', 'letters', 'cases']);
  await expect.poll(() => run.underway).toEqual([]);
  end();
});

test('what has left the queue without a word of the log is not called printed', async () => {
  const run = await (await chosen()).send(new Sending(undefined));
  core.queue = [];
  await run.look();
  expect([run.out.length, run.underway.length]).toEqual([0, 2]);
});

test('only what failed is tried again', async () => {
  core.refuse = 'disposisi';
  core.set.push(paper('kartu'));
  const run = await (await chosen()).send(new Sending(undefined));
  expect(standings(run.lines)).toEqual(['disposisi: ditolak', 'daftar: menunggu', 'kartu: menunggu']);
  expect(run.lines[0]?.why).toBe('Belum ada pejabat. Catat dahulu.');
  const [list, card] = core.queue;
  if (!list || !card) throw new Error('nothing is queued');
  leaves(card.id, 'tercetak');
  list.state = 'gagal';
  await run.look();
  core.refuse = '';
  await run.again();
  expect(core.sent[1]?.papers).toEqual([{ template: 'disposisi', copies: 1 }]);
  expect(standings(run.lines)).toEqual(['disposisi: menunggu', 'daftar: menunggu', 'kartu: tercetak']);
  expect(core.asked.filter((command) => command === 'outgoing_retry')).toHaveLength(1);
});

test('what was issued already is not issued a second time when it is tried again', async () => {
  const run = await (await chosen()).send(new Sending(undefined));
  run.lines = run.lines.map((line) => ({ ...line, id: null, standing: 'ditolak' as const }));
  await run.again();
  expect((core.sent[1]?.papers as { letter: string }[]).map(({ letter }) => letter)).toEqual(['surat-disposisi', 'surat-daftar']);
});

test('the rest is stopped from the end, and one that left meanwhile stays printed', async () => {
  core.set.push(paper('kartu'));
  const run = await (await chosen()).send(new Sending(undefined));
  const [first] = core.queue;
  if (!first) throw new Error('nothing is queued');
  leaves(first.id, 'tercetak');
  await run.stop();
  expect(standings(run.lines)).toEqual(['disposisi: tercetak', 'daftar: dihentikan', 'kartu: dihentikan']);
  expect(core.log.map(({ letter }) => letter)).toEqual(['surat-daftar', 'surat-kartu', 'surat-disposisi']);
});
