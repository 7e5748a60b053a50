import { expect, test } from 'vitest';
import { bars } from './bars';
import { draftPlace } from './drafts';
import { queuePaths } from './paths';

test.each([
  ['permohonan-baru', null, 'permohonan/baru'],
  ['langkah/0187/6', '0187', 'permohonan/0187'],
  ['catatan/0187', '0187', 'permohonan/0187'],
  ['pemilik-baru', null, 'pemilik/baru'],
  ['pemilik/0187', null, 'pemilik/0187/ubah'],
  ['pemilik/0187/sertifikat/baru', null, 'pemilik/0187/sertifikat/baru'],
  ['pengaturan/profil', null, 'pengaturan/profil'],
  ['lain', '0187', 'permohonan/0187'],
  ['lain', null, 'beranda'],
])('the draft %s opens where it was typed', (key, inCase, path) => {
  expect(draftPlace(key, inCase).path).toBe(path);
});

test('every queue but the drafts leads to a list', () => {
  expect(queuePaths('Siti')).toMatchObject({ overdue: 'permohonan?antrean=overdue', waiting: 'permohonan?keadaan=waiting', mine: 'permohonan?petugas=Siti' });
});

test('the busiest service fills its bar, the others are parts of it', () => {
  const counts = [
    { service: 'pembaruan', standing: 'open', cases: 2 }, { service: 'pencabutan', standing: 'open', cases: 6 }, { service: 'pencabutan', standing: 'waiting', cases: 2 },
    { service: 'penerbitan', standing: 'closed', cases: 9 },
  ];
  expect(bars(counts).map(({ service, closed, length }) => [service, closed, length.open, length.waiting])).toEqual([
    ['pencabutan', 0, 0.75, 0.25], ['pembaruan', 0, 0.25, 0], ['penerbitan', 9, 0, 0],
  ]);
  expect(bars([])).toEqual([]);
});
