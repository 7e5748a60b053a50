import { describe, expect, it } from 'vitest';
import type { CaseView } from '../../ipc/generated/wire';
import { papersOf } from './papers';

const step = (number: number, ...documents: [document: string, name: string][]) =>
  ({ step: number, documents: documents.map(([document, name]) => ({ document, name, hash: `${number}-${name}` })) }) as unknown as CaseView['steps'][number];

describe('the files of a case', () => {
  const view = {
    steps: [step(1, ['surat', 'surat.pdf'], ['lainnya', 'foto.png']), step(4, ['sk-pensiun', 'sk.pdf'])],
    evidence: [{ id: 'sk-pensiun', name: 'SK Pensiun', present: true, waived: false }],
    letters: [
      { step: 2, title: 'Surat Rekomendasi – 9/2026', number: '9/2026', returned: 'hash' }, { step: 3, title: 'Lembar Disposisi', number: null, returned: null },
    ] as unknown as CaseView['letters'],
  };

  it('stand in the order of their steps, each called what it is', () => {
    const found = papersOf(view, { langkah: [{ nomor: 1, berkas: [{ id: 'surat', nama: 'Surat permohonan' }] }] });
    expect(found.map(({ step, title, signed }) => [step, title, signed])).toEqual([
      [1, 'Surat permohonan', false], [1, 'Berkas lain', false], [2, 'Surat Rekomendasi', true], [4, 'SK Pensiun', false],
    ]);
  });
});
