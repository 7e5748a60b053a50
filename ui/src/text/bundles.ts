/** Texts about bundles of cases, and about the office in open formats. */

export const bundles = {
  menu: 'Simpan bundel perkara …',
  case: {
    title: 'Simpan bundel perkara',
    about: 'Riwayat, surat, berkas, dan catatan jurnal perkara ini ditulis sebagai satu berkas ZIP yang dapat dibaca dan diperiksa tanpa program ini.',
    personal: 'Isinya memuat data pribadi dan tidak terenkripsi. Serahkan hanya kepada yang berhak, dan jangan kirim melalui saluran terbuka.',
    action: 'Pilih tempat dan tulis', save: 'Simpan bundel perkara sebagai', name: (agenda: string) => `Bundel perkara ${agenda}.zip`, writing: 'Menulis bundel perkara',
    done: (files: string) => `Bundel perkara ditulis: ${files} berkas`,
    seal: 'Sidik bundel', sealText: 'Catat sidik ini di tempat lain. Pemeriksa di dalam bundel menampilkan sidik yang sama selama tidak ada yang mengubahnya.',
    copy: 'Salin sidik', copied: 'Sidik bundel tersalin',
  },
  office: {
    title: 'Ekspor terbuka', about: 'Tulis seluruh kantor dalam bentuk terbuka (JSON, CSV, PDF) yang dapat dibaca program lain dan diimpor lagi ke kantor baru. Bukan pengganti cadangan.',
    action: 'Ekspor …', sure: 'Ekspor tanpa enkripsi?',
    warning: 'Berkas ekspor memuat seluruh isi kantor, termasuk NIK dan data pribadi semua pemilik, dan TIDAK terenkripsi. Siapa pun yang memegang berkasnya dapat membacanya tanpa kata sandi.',
    care: 'Simpan hanya di tempat yang terlindung, dan hapus bila tidak diperlukan lagi. Ketikan yang belum dicatat, antrean kirim, dan pindaian yang belum ditempatkan tidak ikut.',
    write: 'Saya mengerti, pilih tempat', save: 'Simpan ekspor kantor sebagai', name: 'Ekspor kantor.zip', writing: 'Mengekspor kantor',
    done: (entries: string, files: string) => `Kantor diekspor: ${entries} catatan, ${files} berkas`,
    left: (drafts: string, outgoing: string, scans: string) => `Tidak ikut: ${drafts} ketikan, ${outgoing} surat dalam antrean, ${scans} pindaian yang belum ditempatkan.`,
    link: 'Impor dari ekspor terbuka …', importTitle: 'Impor dari ekspor terbuka',
    importLead: 'Kantor baru dibuat dari berkas ekspor, lalu diperiksa seluruhnya. Bila ada yang tidak sesuai, tidak ada yang tertinggal.',
    file: 'Berkas ekspor', fileTitle: 'Pilih berkas ekspor kantor', pick: 'Pilih berkas …', fileNeeded: 'Pilih berkas ekspornya.', none: 'Belum dipilih',
    admin: 'Anda menjadi admin kantor ini. Pengguna lain tetap tercatat dan diberi kata sandi baru oleh admin; lembar pemulihan harus dibuat lagi.',
    import: 'Impor kantor', importing: 'Mengimpor kantor …', imported: (entries: string, files: string) => `Kantor diimpor dan diperiksa: ${entries} catatan, ${files} berkas`,
    content: (names: string) => `Isi kantor yang tidak ikut karena nama atau ukurannya: ${names}.`,
  },
};
