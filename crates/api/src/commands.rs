//! The list of commands. Their descriptions are what `sandika perintah` shows, so they are in Indonesian.

use crate::args::*;
use crate::dispatch::{read, write};
use crate::error::ApiError;
use crate::handle::*;
use crate::topic::Changed;
use crate::typescript::Declarations;
use crate::view::*;
use sandika_app::{Desk, Office};
use std::fmt::Write as _;

/// A command as it is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CommandInfo {
    /// Name on the wire.
    pub name: &'static str,
    /// What it does, in Indonesian.
    pub description: &'static str,
    /// Whether it changes anything.
    pub changes: bool,
    /// Name of the shape of its arguments.
    pub arguments: &'static str,
    /// Name of the shape of its answer.
    pub answer: &'static str,
}

macro_rules! changes {
    (read) => {
        false
    };
    (change) => {
        true
    };
}

macro_rules! answer {
    (read, $answer:ty) => { $answer };
    (change, $answer:ty) => { Changed<$answer> };
}

/// Lists of commands by what they work on, each with the name of its router. Each command once: whether it reads or changes, its name (which is its
/// handler's), arguments, answer, and description.
macro_rules! commands {
    ($($router:ident on $context:ty {
        $($kind:ident $name:ident($arguments:ty) -> $answer:ty: $description:literal;)+
    })+) => {
        /// Every command.
        pub const COMMANDS: &[CommandInfo] = &[$($(CommandInfo {
            name: stringify!($name),
            description: $description,
            changes: changes!($kind),
            arguments: stringify!($arguments),
            answer: stringify!($answer),
        }),+),+];

        $(
            /// Reads the arguments, calls the handler, writes the answer; `None` for a command of another list.
            pub(crate) fn $router(context: &mut $context, command: &str, arguments: &str) -> Option<Result<String, ApiError>> {
                match command {
                    $(stringify!($name) => {
                        let answer: Result<answer!($kind, $answer), ApiError> =
                            read::<$arguments>(arguments).and_then(|arguments| $name(context, arguments));
                        Some(answer.and_then(|answer| write(&answer)))
                    })+
                    _ => None,
                }
            }
        )+

        /// `interface Commands { name: { args, answer } }`.
        pub(crate) fn command_map(declarations: &mut Declarations) -> String {
            let mut map = String::from("export interface Commands {\n");
            $($({
                let arguments = declarations.add::<$arguments>();
                let answer = declarations.add::<answer!($kind, $answer)>();
                // Writing to a string does not fail.
                let _ = writeln!(map, "  /** {} */\n  {}: {{ args: {arguments}; answer: {answer} }};", $description, stringify!($name));
            })+)+
            map.push_str("}\n");
            map
        }
    };
}

commands! {
    to_desk on Desk {
        read desk_show(NoArgs) -> DeskView: "Menampilkan apakah kantor sudah dibuat dan dibuka, serta setelan komputer ini. Hanya di jendela aplikasi.";
        read desk_prepare(NoArgs) -> (): "Menyiapkan pembukaan kantor selagi kata sandinya diketik. Hanya di jendela aplikasi.";
        change desk_create(DeskEnterArgs) -> DeskView: "Membuat kantor baru lalu membukanya. Hanya di jendela aplikasi.";
        change desk_open(DeskEnterArgs) -> DeskView: "Membuka kantor dengan kata sandinya. Hanya di jendela aplikasi.";
        change desk_practice(DeskUserArgs) -> DeskView: "Membuka kantor latihan; dibuat dahulu bila belum ada. Hanya di jendela aplikasi.";
        change desk_passphrase(DeskPassphraseArgs) -> (): "Mengganti kata sandi kantor yang sedang dibuka. Hanya di jendela aplikasi.";
        change desk_close(NoArgs) -> DeskView: "Menutup kantor yang sedang dibuka. Hanya di jendela aplikasi.";
        change device_record(DeviceFields) -> DeskView: "Menyimpan setelan komputer ini: printer, folder keluaran, dan tema. Hanya di jendela aplikasi.";
        read scan_folders(NoArgs) -> ScanFoldersView: "Menampilkan folder pindai yang dipantau, berkas yang belum masuk beserta sebabnya, dan setelannya. Hanya di jendela aplikasi.";
        change scan_folders_record(ScanFields) -> ScanFoldersView: "Menyimpan folder pindai komputer ini dan cara pindaian masuk. Hanya di jendela aplikasi.";
        change scan_folders_hurry(NoArgs) -> (): "Memeriksa folder pindai sekarang juga. Hanya di jendela aplikasi.";
        read printer_list(NoArgs) -> Vec<PrinterView>: "Mendaftar printer komputer ini. Hanya di jendela aplikasi.";

        read backup_show(NoArgs) -> BackupView: "Menampilkan keadaan cadangan: tempat, cadangan terakhir dan ujinya, serta peringatan. Hanya di jendela aplikasi.";
        change backup_record(BackupFields) -> BackupView: "Menyimpan apakah cadangan dibuat sendiri dan tempat keduanya. Hanya di jendela aplikasi.";
        change backup_hurry(BackupHurryArgs) -> BackupView: "Membuat cadangan, atau menguji yang terbaru, sekarang juga. Hanya di jendela aplikasi.";
        change backup_stop(NoArgs) -> BackupView: "Menghentikan pembuatan atau pengujian cadangan yang sedang berjalan. Hanya di jendela aplikasi.";
        change backup_accept(BackupPickArgs) -> BackupView: "Menyatakan berkurangnya isi pada satu cadangan sudah diperiksa. Hanya di jendela aplikasi.";
        read backup_find(PathArgs) -> Vec<BackupFoundView>: "Mencari cadangan dalam folder atau berkas pindahan. Hanya di jendela aplikasi.";
        change backup_restore(BackupRestoreArgs) -> RestoredView: "Memulihkan kantor dari cadangan atau berkas pindahan; data yang sekarang disisihkan utuh. Hanya di jendela aplikasi.";
        change backup_put_back(NoArgs) -> DeskView: "Mengembalikan data kantor yang disisihkan pemulihan terakhir. Hanya di jendela aplikasi.";
        change backup_move(PathArgs) -> MovedView: "Menulis kantor sebagai satu berkas untuk dipindahkan ke komputer lain. Hanya di jendela aplikasi.";
    }

    to_office on Office {
        read office_show(NoArgs) -> Option<OfficeFields>: "Menampilkan profil kantor; kosong bila belum diisi.";
        change office_record(OfficeFields) -> (): "Mencatat profil kantor: kop, wilayah waktu, kertas, dan pola nomor.";
        read number_next(NumberNextArgs) -> NumberNextView: "Menampilkan nomor berikutnya sebuah register menurut pola yang sedang diketik, tanpa memakainya.";
        change emblem_store(PathArgs) -> String: "Menyimpan lambang (PNG atau JPEG) dan menjawab dengan sidiknya, untuk diisikan pada profil.";
        read emblem_show(EmblemArgs) -> EmblemView: "Menampilkan lambang yang sudah disimpan.";
        change typeface_store(FaceStoreArgs) -> FaceFields: "Menyimpan berkas huruf milik kantor (biasa, tebal, miring) dan menjawab dengan sidiknya, untuk diisikan pada profil.";
        read typeface_list(NoArgs) -> Vec<InstalledFaceView>: "Mendaftar keluarga huruf yang terpasang pada komputer ini, dan yang tidak dapat dimuat dalam surat beserta sebabnya.";
        read letter_sample(LetterSampleArgs) -> PdfView: "Menggambar surat contoh dengan kertas, huruf, dan tepi yang sedang dipilih.";
        read official_list(NoArgs) -> Vec<OfficialView>: "Mendaftar pejabat penanda tangan.";
        change official_record(OfficialArgs) -> String: "Mencatat pejabat baru atau data baru seorang pejabat.";

        read sop_list(NoArgs) -> Vec<SopSummary>: "Mendaftar SOP di perpustakaan kantor dengan temuan pemeriksanya.";
        read sop_show(SopArgs) -> SopView: "Menampilkan satu SOP dalam bentuk berkasnya.";
        read sop_check(SopTextArgs) -> Vec<FindingView>: "Memeriksa teks SOP; menjawab semua galat dan peringatan.";
        read content_findings(NoArgs) -> Vec<FindingView>: "Mendaftar kesalahan pada berkas isi milik kantor; berkas itu tidak dipakai.";
        read reason_list(NoArgs) -> Vec<ReasonView>: "Mendaftar alasan pencabutan dan buktinya.";
        read rank_list(NoArgs) -> Vec<RankView>: "Mendaftar pangkat dan golongan.";
        read holiday_list(YearArgs) -> Vec<HolidayView>: "Mendaftar hari libur dan cuti bersama satu tahun.";

        change owner_record(OwnerRecordArgs) -> String: "Mencatat pemilik sertifikat baru atau data barunya.";
        read owner_check(OwnerFields) -> OwnerCheckView: "Memeriksa isian pemilik tanpa mencatatnya.";
        read owner_show(OwnerArgs) -> OwnerView: "Menampilkan pemilik beserta sertifikatnya.";
        read owner_list(OwnerListArgs) -> Vec<OwnerSummary>: "Mendaftar pemilik menurut abjad, satu halaman.";
        read certificate_read(PathArgs) -> Vec<CertificateReadView>: "Membaca data sertifikat dari berkas sertifikat atau PDF bertanda tangan; kunci privat ditolak.";
        change certificate_record(CertificateRecordArgs) -> String: "Mencatat sertifikat seorang pemilik atau data barunya.";

        change case_open(CaseOpenArgs) -> CaseView: "Membuka permohonan baru.";
        read case_show(CaseArgs) -> CaseView: "Menampilkan perkara lengkap dengan langkah, isian, tenggat, dan kekurangannya.";
        read case_list(CaseListArgs) -> Vec<CaseSummaryView>: "Mendaftar perkara, terbaru dahulu, satu halaman.";
        read case_counts(NoArgs) -> Vec<CountView>: "Menghitung perkara menurut layanan dan keadaan.";
        read home_show(NoArgs) -> HomeView: "Menampilkan ringkasan beranda: perkara terlambat, jatuh tempo, menunggu, surat, konsep, dan jumlahnya.";
        read case_timeline(CaseArgs) -> Vec<EntryView>: "Menampilkan riwayat perkara.";
        change case_fill(FillArgs) -> CaseView: "Mencatat isian langkah yang sedang dikerjakan.";
        change case_complete(CompleteArgs) -> CaseView: "Menyelesaikan langkah yang sedang dikerjakan, dengan hasil bila langkahnya keputusan.";
        change case_close(CompleteArgs) -> CaseView: "Menutup perkara pada langkah terakhir.";
        change case_undo(WhyArgs) -> CaseView: "Mengurungkan langkah terakhir, selama belum ada nomor surat terpakai.";
        change case_wait(WaitArgs) -> CaseView: "Menandai perkara menunggu pihak luar; jam kerja berhenti berjalan.";
        change case_resume(RevisionArgs) -> CaseView: "Mengakhiri masa menunggu.";
        change case_withdraw(WhyArgs) -> CaseView: "Membatalkan permohonan, dengan alasan.";
        change case_reopen(WhyArgs) -> CaseView: "Membuka kembali perkara yang selesai atau dibatalkan, dengan alasan.";
        change case_note(TextArgs) -> CaseView: "Menambahkan catatan pada perkara.";
        change case_assign(AssignArgs) -> CaseView: "Menugaskan perkara kepada petugas, atau menariknya kembali.";
        change case_attach(AttachArgs) -> CaseView: "Melampirkan berkas pada langkah.";
        change case_detach(DetachArgs) -> CaseView: "Melepas berkas dari langkah; isinya tetap tersimpan.";
        change case_waive(WaiveArgs) -> CaseView: "Mengecualikan berkas wajib secara tertulis: siapa dan mengapa.";
        read document_show(DocumentArgs) -> FileView: "Menampilkan isi satu berkas perkara.";
        read document_signatures(DocumentArgs) -> Vec<SignatureView>: "Memeriksa tanda tangan elektronik pada berkas PDF perkara, tanpa jaringan.";
        read document_save(DocumentSaveArgs) -> (): "Menyimpan salinan berkas perkara ke tempat pilihan petugas.";

        read template_list(NoArgs) -> Vec<TemplateView>: "Mendaftar bentuk surat kantor.";
        read template_show(TemplateShowArgs) -> TemplateTextView: "Menampilkan isi satu bentuk surat yang berlaku, atau versi lamanya.";
        read template_versions(TemplateArgs) -> Vec<TemplateVersionView>: "Mendaftar versi satu bentuk surat yang pernah disimpan atau dipakai menerbitkan surat.";
        read template_names(NoArgs) -> TemplateNamesView: "Mendaftar isian yang dapat dipakai dalam bentuk surat, beserta artinya.";
        read template_check(TemplateTryArgs) -> TemplateCheckView: "Memeriksa bentuk surat yang sedang disusun; menjawab semua galatnya.";
        read template_preview(TemplatePreviewArgs) -> PdfView: "Menggambar bentuk surat yang sedang disusun sebagai konsep, dengan isi rekaan atau isi satu perkara.";
        change template_save(TemplateSaveArgs) -> TemplateTextView: "Menyimpan bentuk surat sebagai versi kantor; berlaku bagi surat yang terbit sesudahnya.";
        change template_reset(TemplateArgs) -> TemplateTextView: "Mengembalikan bentuk surat ke bawaan; versi kantor tetap tersimpan dalam riwayat.";
        read letter_preview(LetterArgs) -> PdfView: "Menyusun surat sebagai konsep, dengan nomor sementara.";
        change letter_issue(LetterIssueArgs) -> IssuedView: "Menerbitkan surat: nomor, PDF, dan catatannya sekaligus.";
        read letter_filled(CaseLetterArgs) -> LetterFilledView: "Membaca isian surat saat terbit, untuk mengawali perbaikannya.";
        read letter_batch_check(LetterBatchArgs) -> BatchCheckView: "Memeriksa apakah surat untuk banyak permohonan dapat diterbitkan; belum ada yang diterbitkan.";
        change letter_batch(LetterBatchArgs) -> BatchDoneView: "Menerbitkan surat untuk banyak permohonan: satu surat setiap permohonan, atau satu surat untuk semuanya.";
        read letter_list(LetterListArgs) -> Vec<LetterView>: "Mendaftar surat, terbaru dahulu, satu halaman.";
        read letter_show(LetterVersionArgs) -> PdfView: "Membaca PDF surat persis seperti saat terbit.";
        read letter_save(LetterSaveArgs) -> (): "Menyimpan PDF surat ke tempat pilihan petugas.";
        change letter_send(LetterSendArgs) -> OutgoingView: "Mengantrekan surat ke printer atau ke folder keluaran; tercatat sebagai tercetak setelah keluar.";
        read letter_print_show(LetterPrintArgs) -> LetterPrintView: "Menampilkan apakah surat sudah pernah dicetak, sehingga pencetakan lagi memerlukan alasan.";
        read print_log(PrintLogArgs) -> Vec<PrintLogView>: "Mendaftar pencetakan surat dan buku agenda, terbaru dahulu, satu halaman: siapa, kapan, printer, hasil, dan alasan cetak ulang.";
        read print_set_show(CaseArgs) -> Vec<SetPaperView>: "Mendaftar surat perkara yang dapat dicetak sekaligus, termasuk lembar yang dibuat bersamanya.";
        change print_set_send(PrintSetArgs) -> Vec<SetLineView>: "Mengantrekan beberapa surat perkara sekaligus, berurutan; yang tidak dapat diantrekan disebutkan alasannya.";
        change letter_return(LetterReturnArgs) -> CaseView: "Menerima kembali surat yang sudah ditandatangani.";
        read scan_list(ScanListArgs) -> ScanListView: "Mendaftar isi Kotak Pindai, terbaru dahulu, satu halaman.";
        read scan_show(ScanArgs) -> ScanView: "Menampilkan satu pindaian dengan halaman-halamannya.";
        read scan_picture(ScanPictureArgs) -> FileView: "Menggambar satu halaman pindaian.";
        read scan_signatures(ScanArgs) -> Vec<SignatureView>: "Memeriksa tanda tangan elektronik pada pindaian PDF, tanpa jaringan.";
        read scan_save(ScanSaveArgs) -> (): "Menyimpan salinan pindaian, persis seperti saat masuk, ke tempat pilihan petugas.";
        read scan_places(CaseArgs) -> Vec<ScanPlaceView>: "Mendaftar tempat pindaian pada satu perkara: surat yang dapat kembali dan berkas langkahnya.";
        read scan_guesses(ScanArgs) -> Vec<ScanGuessView>: "Mencari perkara berjalan yang pemiliknya disebut dalam teks pindaian; petugas yang memastikan.";
        change scan_bring(PathArgs) -> String: "Memasukkan satu berkas ke Kotak Pindai.";
        change scan_file(ScanFileArgs) -> ScanView: "Menempatkan pindaian sebagai surat yang kembali atau berkas langkah.";
        change scan_unfile(ScanArgs) -> ScanView: "Mengembalikan berkas langkah ke Kotak Pindai.";
        change scan_discard(ScanArgs) -> ScanView: "Menyisihkan pindaian yang bukan milik perkara mana pun; tetap tersimpan.";
        change scan_restore(ScanArgs) -> ScanView: "Mengembalikan pindaian yang disisihkan ke Kotak Pindai.";
        change scan_retry(ScanArgs) -> ScanView: "Membaca ulang pindaian.";
        change scan_compose(ScanComposeArgs) -> Vec<String>: "Menyusun dokumen baru dari halaman pindaian: memisah, menggabung, mengurutkan, memutar, atau membuang halaman; aslinya tetap.";
        change scan_compose_undo(ScanArgs) -> (): "Mengurungkan penyusunan: dokumen susunan disisihkan, aslinya kembali ke Kotak Pindai.";
        read outgoing_list(NoArgs) -> Vec<OutgoingView>: "Mendaftar surat yang sedang menuju printer atau folder keluaran.";
        change outgoing_retry(OutgoingArgs) -> (): "Mencoba lagi mengirim surat dari antrean sekarang.";
        change outgoing_drop(OutgoingArgs) -> (): "Menghapus surat dari antrean; yang sedang dikirim dihentikan bila masih bisa.";
        change letter_void(LetterVoidArgs) -> CaseView: "Membatalkan surat dengan alasan; nomornya tetap tercatat terpakai.";
        change letter_number_elsewhere(LetterElsewhereArgs) -> CaseView: "Mencatat nomor surat pada sistem lain, misalnya SRIKANDI, di samping nomor kantor.";
        read register_show(RegisterArgs) -> RegisterView: "Menampilkan keadaan satu register dan tahun: nomor berikutnya dan nomor yang kosong.";
        read number_list(NumberListArgs) -> Vec<NumberView>: "Mendaftar nomor yang terpakai pada satu register dan tahun, menurut nomor.";
        change number_account(NumberAccountArgs) -> (): "Mencatat nomor dari buku manual atau sistem lain, atau nomor yang tidak dipakai.";
        change number_release(NumberReleaseArgs) -> (): "Menarik kembali catatan nomor yang keliru.";
        read agenda_book_save(AgendaBookSaveArgs) -> AgendaBookView: "Menulis buku agenda satu register dan kurun sebagai PDF ke tempat pilihan petugas.";
        change agenda_book_print(AgendaBookPrintArgs) -> AgendaBookView: "Mencetak buku agenda satu register dan kurun, dan menunggu sampai keluar.";

        read classification_list(NoArgs) -> ClassificationListView: "Menampilkan berapa kode ada pada daftar klasifikasi arsip, sejak kapan, dan daftar sebelumnya.";
        read classification_find(ClassificationFindArgs) -> ClassificationFoundView: "Mencari kode klasifikasi menurut kodenya atau kata pada uraiannya.";
        read classification_check(ClassificationCheckArgs) -> ClassificationCheckView: "Memeriksa berkas CSV daftar klasifikasi: yang baru, berubah, dan dihapus, atau semua kesalahannya.";
        change classification_import(ClassificationImportArgs) -> ClassificationDoneView: "Mengambil berkas CSV sebagai daftar klasifikasi kantor; utuh atau tidak sama sekali.";
        change classification_restore(NoArgs) -> ClassificationListView: "Mengembalikan daftar klasifikasi yang berlaku sebelumnya.";
        read classification_save(PathArgs) -> (): "Menyimpan daftar klasifikasi sebagai berkas CSV yang dapat diimpor lagi.";
        read classification_sample(PathArgs) -> (): "Menyimpan contoh berkas CSV daftar klasifikasi.";

        read message_compose(MessageArgs) -> MessageView: "Menyusun pesan untuk disalin.";
        change message_mail(MessageMailArgs) -> MailedView: "Menyerahkan pesan ke program e-mail dan mencatatnya.";
        change message_record(MessageRecordArgs) -> CaseView: "Mencatat pesan yang sudah disampaikan dengan cara lain.";

        change draft_save(DraftSaveArgs) -> (): "Menyimpan ketikan yang belum dicatat.";
        read draft_load(DraftArgs) -> Option<DraftView>: "Membaca kembali satu ketikan.";
        read draft_list(NoArgs) -> Vec<DraftView>: "Mendaftar semua ketikan yang belum dicatat.";
        change draft_discard(DraftArgs) -> bool: "Membuang satu ketikan.";

        read search(SearchArgs) -> Vec<HitView>: "Mencari perkara, pemilik, atau surat.";
        read store_verify(NoArgs) -> VerifyView: "Memeriksa jurnal, berkas tersimpan, dan tabel turunan.";
        change store_rebuild(NoArgs) -> RebuildView: "Menyusun ulang semua tabel turunan dari jurnal.";
    }
}
