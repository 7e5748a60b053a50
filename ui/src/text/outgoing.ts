export const outgoing = {
  title: 'Surat yang sedang dikirim',
  none: 'Tidak ada surat yang sedang dikirim.',
  way: 'Kirim lewat',
  ways: { printer: 'Printer', folder: 'Folder keluaran' },
  printer: 'Printer', usual: 'Printer bawaan', notReady: (name: string) => `${name} (tidak siap)`,
  noPrinters: 'Tidak ada printer di komputer ini. Buka dengan aplikasi lain, simpan sebagai PDF, atau kirim ke folder keluaran.',
  noFolder: 'Belum dipilih. Pilih foldernya di Pengaturan, bagian Folder dan printer.',
  copies: 'Rangkap', copiesWrong: 'Isi 1 sampai 99 rangkap.',
  send: { printer: 'Cetak', folder: 'Kirim ke folder' },
  openElsewhere: 'Buka dengan aplikasi lain', saveTitle: 'Simpan surat',

  underway: (count: number) => (count === 1 ? 'Mengirim 1 surat' : `Mengirim ${count} surat`),
  failed: (count: number) => (count === 1 ? '1 surat gagal dikirim' : `${count} surat gagal dikirim`),
  waiting: (count: number) => (count === 1 ? '1 surat menunggu folder' : `${count} surat menunggu folder`),
  mark: (count: number, failed: number, waiting: number) =>
    [`${count} surat sedang dikirim`, failed && `${failed} gagal`, waiting && `${waiting} menunggu folder`].filter(Boolean).join(', ') + '. Buka daftarnya.',

  states: { menunggu: 'Menunggu', dikirim: 'Sedang dikirim', gagal: 'Gagal' },
  number: (number: string) => `Nomor ${number}`,
  agenda: (agenda: string) => `Agenda ${agenda}`,
  times: (copies: number) => `${copies} rangkap`,
  problem: (why: string) => `Belum keluar: ${why}${/[.!?]$/.test(why) ? '' : '.'}`,
  again: (at: string) => `Dicoba lagi sendiri pukul ${at}.`,
  retry: 'Coba lagi', drop: 'Hapus dari antrean', stop: 'Hentikan',
  for: (action: string, title: string) => `${action}: ${title}`,

  left: (title: string, copies: number, way: string) =>
    way === 'folder' ? `${title} sudah diletakkan di folder keluaran, ${copies} rangkap.` : `${title} sudah dicetak, ${copies} rangkap.`,
  refused: (title: string, why: string) => `${title} belum keluar: ${why}`,
};
