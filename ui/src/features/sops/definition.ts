/** An SOP under the keys of its file, as `sop_show` hands it over. The core has checked it before; here it only gets its types. */

import type { SopView } from '../../ipc/generated/wire';

export interface Definition {
  id: string;
  jenis: string;
  identitas: Identity;
  dasar_hukum: string[];
  kualifikasi_pelaksana: string[];
  keterkaitan: string[];
  peralatan: string[];
  peringatan: string[];
  pencatatan: string[];
  pelaksana: Lane[];
  langkah: Step[];
  waktu_penyelesaian?: Total[] | null;
  sub_sop?: { id: string; langkah: number }[] | null;
}

export interface Identity {
  pemerintah: string;
  dinas: string;
  bidang: string | null;
  judul: string;
  judul_sampul: string | null;
  nomor: string | null;
  tanggal_pembuatan: string | null;
  tanggal_revisi: string | null;
  tanggal_efektif: string | null;
  disahkan_oleh: { jabatan: string | null; nama: string | null; pangkat: string | null; nip: string | null };
}

export interface Lane {
  id: string;
  nama: string;
  /** `dinas` acts at this office, `luar` outside it. */
  pihak: string;
}

export type SymbolName = 'mulai' | 'proses' | 'keputusan' | 'selesai';

export interface Step {
  nomor: number;
  kegiatan: string;
  pelaksana: string[];
  simbol: SymbolName;
  kelengkapan: string[];
  waktu: Duration | null;
  output: string[];
  keterangan: string[];
  lanjut?: number | null;
  keputusan?: Outcome[] | null;
}

export interface Outcome {
  hasil: string;
  ke: number;
  kembali?: boolean | null;
}

export interface Duration {
  amount: number;
  unit: 'minute' | 'hour' | 'day';
  clock: 'working' | 'calendar';
}

export interface Total {
  nama: string;
  waktu: Duration;
  langkah?: number[] | null;
}

export function definitionOf(view: SopView): Definition {
  return view.definition as Definition;
}

/** A way from a step to another one. */
export interface Way {
  to: number;
  /** Outcome of a decision; empty where there is one way only. */
  label: string;
  /** A return for completion. */
  back: boolean;
}

/** Where each step leads: the outcomes of a decision, `lanjut`, or the step after it; nowhere from the end. */
export function ways(steps: Pick<Step, 'nomor' | 'simbol' | 'lanjut' | 'keputusan'>[], at: number): Way[] {
  const step = steps[at];
  if (!step || step.simbol === 'selesai') return [];
  if (step.keputusan?.length) return step.keputusan.map(({ hasil, ke, kembali }) => ({ to: ke, label: hasil, back: kembali ?? false }));
  const to = step.lanjut ?? steps[at + 1]?.nomor;
  return to === undefined ? [] : [{ to, label: '', back: false }];
}
