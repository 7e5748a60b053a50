/** A fictitious office and its people, as the wire takes them. */

import type { CertificateFields, OfficeFields, OfficialFields, OwnerFields } from '../../../ui/src/ipc/generated/wire.ts';

export const PASSPHRASE = 'kata sandi untuk uji coba';
export const USER = 'Contoh Petugas';

export const profile = {
  government: 'Pemerintah Kabupaten Contoh', name: 'Dinas Komunikasi dan Informatika', short_name: 'Diskominfo',
  section: 'Bidang Persandian dan Keamanan Informasi', region: 'Kabupaten Contoh', province: 'Provinsi Contoh', city: 'Kota Contoh',
  address: 'Jalan Contoh Nomor 1, Kota Contoh 99999', phone: '(0999) 123456', email: 'diskominfo@contohkab.go.id', website: 'diskominfo.contohkab.go.id',
  zone: 'wib',
  registers: {
    keluar: { pattern: '{klasifikasi}/{urut}/{unit}.{bidang}', classification: '000.6.5', unit: 'Diskominfo', section: '05' },
    masuk: { pattern: '{urut}/{tahun}' },
  },
} as unknown as OfficeFields;

export const officials = [
  { role: 'kepala-dinas', name: 'Dra. Contoh Kepala Dinas, M.Si.', nip: '197001011996012001', rank: 'Pembina Utama Muda', post: 'Kepala Dinas Komunikasi dan Informatika' },
  { role: 'kepala-bidang', name: 'Contoh Kepala Bidang, S.Kom.', nip: '197802022005011002', rank: 'Pembina', post: 'Kepala Bidang Persandian dan Keamanan Informasi' },
  { role: 'petugas', name: 'Contoh Petugas, A.Md.', nip: '199103032015032003', rank: 'Penata Muda', post: 'Sandiman Ahli Pertama' },
] as unknown as OfficialFields[];

export const owner = {
  name: 'Rahmat Hidayat', title_after: 'S.Kom.', nik: '3171010103800001', nip: '198003012005011001', employment: 'pns', grade: 'III/d', post: 'Kepala Seksi Pelayanan',
  unit: 'Bidang Pelayanan Kesehatan', institution: 'Dinas Kesehatan Kabupaten Contoh', email: 'rahmat@contohkab.go.id', phone: '0812-3456-7890', ams_user: 'rahmat',
} as unknown as OwnerFields;

export const certificate: CertificateFields = {
  serial: '7714092555100001', subject_dn: 'CN=Rahmat Hidayat, O=Pemerintah Kabupaten Contoh, C=ID', issuer: 'BSRE CA DS G1', valid_from: '2024-12-05', valid_until: '2026-12-05',
};

/** Values of letters that no register holds. */
export const letterValues: Record<string, string> = {
  'atasan.nama': 'dr. Contoh Atasan, M.Kes.', 'atasan.nip': '197502022000031002', 'atasan.pangkat_golongan': 'Pembina Tk. I (IV/b)',
  'atasan.jabatan': 'Kepala Dinas Kesehatan', 'atasan.instansi': 'Dinas Kesehatan Kabupaten Contoh', sistem: 'Tata Naskah Dinas Elektronik',
  kegunaan: 'Penandatanganan naskah dinas secara elektronik', jumlah_lampiran: '1 (satu) berkas',
};

/** A small real PDF of one page, with `text` in it, so that every file is another one. */
export function pdf(text: string): Buffer {
  const stream = `BT /F1 12 Tf 72 720 Td (${text.replace(/[()\\]/g, ' ')}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 6\n0000000000 65535 f \n${rows}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
