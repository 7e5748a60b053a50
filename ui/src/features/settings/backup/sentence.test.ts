import { describe, expect, it } from 'vitest';
import type { BackupPlaceView, BackupRowView, BackupTestView } from '../../../ipc/generated/wire';
import { sentence } from './sentence';

const test = (good: boolean): BackupTestView => ({ tested_at: '2026-11-20T10:20:00', good, problems: good ? [] : ['rusak'], files_read: 1, files: 1 });
const row = (outcome: BackupTestView | null): BackupRowView => ({
  stamp: '', office: '', made_at: '2026-11-20T10:15:00', program: '', entries: 1, cases: 1, owners: 1, letters: 1, files: 1, shrink: [], accepted: false, test: outcome,
});
const place = (rows: BackupRowView[], more: Partial<BackupPlaceView> = {}): BackupPlaceView => ({
  kind: 'own', folder: '', looked: true, trouble: null, last_at: rows[0]?.made_at ?? null, stale_days: null,
  test: rows.find((one) => one.test)?.test ?? null, backups: rows, unreadable: [], ...more,
});

describe('the state of a place', () => {
  it.each([
    [place([row(test(true))]), 'Cadangan terakhir hari ini 10.15; diuji hari ini 10.20, hasil baik.'],
    [place([row(test(false))]), 'Cadangan terakhir hari ini 10.15; diuji hari ini 10.20, hasil TIDAK BAIK.'],
    [place([row(null)]), 'Cadangan terakhir hari ini 10.15; belum diuji.'],
    [place([row(null), row(test(true))]), 'Cadangan terakhir hari ini 10.15; belum diuji; uji terakhir hari ini 10.20, hasil baik.'],
    [place([]), 'Belum ada cadangan di sini.'],
    [place([], { looked: false }), 'Sedang dibaca …'],
    [place([], { last_at: '2026-11-17T09:00:00' }), 'Cadangan terakhir Sel 17 Nov, 09.00; belum diuji.'],
  ])('is one sentence', (shown, expected) => {
    expect(sentence(shown, '2026-11-20')).toBe(expected);
  });
});
