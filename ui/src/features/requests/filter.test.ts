import { expect, test } from 'vitest';
import { countsOf, total } from './counts';
import { EVERYTHING, fromQuery, isEverything, toArgs, toPath, type Filter } from './filter';

const filters: [Partial<Filter>, string, object][] = [
  [{}, 'permohonan', {}],
  [{ standing: 'waiting' }, 'permohonan?keadaan=waiting', { standings: ['waiting'] }],
  [{ queue: 'due-today' }, 'permohonan?antrean=due-today', { queue: 'due-today' }],
  [{ service: 'lupa-passphrase', assignee: 'Siti & Budi' }, 'permohonan?layanan=lupa-passphrase&petugas=Siti+%26+Budi',
    { service: 'lupa-passphrase', assignee: 'Siti & Budi' }],
  [{ text: '19680903 199302 2 001' }, 'permohonan?cari=19680903+199302+2+001', { text: '19680903 199302 2 001' }],
  [{ owner: '0187', standing: 'open' }, 'permohonan?keadaan=open&pemilik=0187', { standings: ['open'], owner: '0187' }],
];

test.each(filters)('%j stands in the address and comes back', (part, path, args) => {
  const filter = { ...EVERYTHING, ...part };
  expect(toPath(filter)).toBe(path);
  expect(fromQuery(new URLSearchParams(path.split('?')[1]))).toEqual(filter);
  expect(toArgs(filter)).toEqual(args);
  expect(isEverything(filter)).toBe(path === 'permohonan');
});

test('blanks ask for nothing', () => {
  expect(toPath({ ...EVERYTHING, text: '  ' })).toBe('permohonan');
  expect(toArgs({ ...EVERYTHING, text: ' a ' })).toEqual({ text: 'a' });
});

const counts = [
  { service: 'pencabutan', standing: 'open', cases: 5 }, { service: 'pencabutan', standing: 'closed', cases: 100 }, { service: 'pembaruan', standing: 'open', cases: 2 },
];

test('totals are known where the counts can tell', () => {
  expect(countsOf(counts, EVERYTHING)).toEqual({ '': 107, open: 7, closed: 100 });
  expect(total(counts, { ...EVERYTHING, service: 'pencabutan' })).toBe(105);
  expect(total(counts, { ...EVERYTHING, standing: 'waiting' })).toBe(0);
  expect(total(counts, { ...EVERYTHING, text: 'budi' })).toBeUndefined();
});
