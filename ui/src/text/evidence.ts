/** What files say of certificates and signatures. */
export const evidence = {
  signatures: {
    title: 'Tanda tangan elektronik', reading: 'Memeriksa tanda tangan …', nobody: 'Penanda tangan tidak disebutkan',
    by: (issuer: string) => `Penerbit ${issuer}`, at: (when: string) => `Ditandatangani ${when}`, stamped: 'waktu dari stempel waktu', claimed: 'waktu menurut penanda tangan',
    tones: { utuh: 'Utuh', periksa: 'Perlu diperiksa', rusak: 'Tidak sah' },
  },
  certificate: {
    fill: 'Isi dari berkas sertifikat …', pickTitle: 'Pilih berkas sertifikat atau PDF bertanda tangan', filled: (name: string) => `Diisi dari sertifikat ${name}. Periksa sebelum disimpan.`,
    otherHolder: (name: string, owner: string) => `Nama pada sertifikat ini ${name}, pada data pemilik ${owner}: pastikan berkasnya milik orang yang sama sebelum melanjutkan.`,
    several: 'Berkas ini memuat beberapa sertifikat. Pilih pemiliknya:', hint: '.cer, .crt, .pem, .p7b, atau PDF yang ditandatangani. Kunci privat (.p12, .pfx, .key) ditolak.',
  },
};
