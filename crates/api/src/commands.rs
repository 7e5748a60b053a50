//! The list of commands. Their descriptions are what `sandika perintah` shows, so they are in Indonesian.

use crate::args::*;
use crate::dispatch::{read, write};
use crate::error::ApiError;
use crate::handle::*;
use crate::topic::Changed;
use crate::typescript::Declarations;
use crate::view::*;
use sandika_app::{Desk, Office};
use sandika_domain::user::Right;
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
    /// What the role of the one who works must allow; none where everybody may who is signed in, or where the use case itself looks.
    pub right: Option<Right>,
}

macro_rules! changes {
    (read) => {
        false
    };
    (change) => {
        true
    };
}

macro_rules! right {
    () => {
        None
    };
    ($right:ident) => {
        Some(Right::$right)
    };
}

/// Refuses what the one at the desk may not do.
macro_rules! need {
    ($context:ident) => {
        Ok(())
    };
    ($context:ident $right:ident) => {
        $context.need(Right::$right).map_err(ApiError::from)
    };
}

macro_rules! answer {
    (read, $answer:ty) => { $answer };
    (change, $answer:ty) => { Changed<$answer> };
}

/// Lists of commands by what they work on, each with the name of its router. Each command once: whether it reads or changes, the right that it takes where
/// it takes one, its name (which is its handler's), arguments, answer, and description.
macro_rules! commands {
    ($($router:ident on $context:ty {
        $($kind:ident $([$right:ident])? $name:ident($arguments:ty) -> $answer:ty: $description:literal;)+
    })+) => {
        /// Every command.
        pub const COMMANDS: &[CommandInfo] = &[$($(CommandInfo {
            name: stringify!($name),
            description: $description,
            changes: changes!($kind),
            arguments: stringify!($arguments),
            answer: stringify!($answer),
            right: right!($($right)?),
        }),+),+];

        $(
            /// Reads the arguments, calls the handler, writes the answer; `None` for a command of another list.
            pub(crate) fn $router(context: &mut $context, command: &str, arguments: &str) -> Option<Result<String, ApiError>> {
                match command {
                    $(stringify!($name) => {
                        let answer: Result<answer!($kind, $answer), ApiError> =
                            need!(context $($right)?).and_then(|()| read::<$arguments>(arguments)).and_then(|arguments| $name(context, arguments));
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
        change desk_passphrase(DeskPassphraseArgs) -> (): "Mengganti kata sandi pengguna yang sedang bekerja. Hanya di jendela aplikasi.";
        read desk_account(NoArgs) -> AccountView: "Menampilkan apakah kunci pengguna yang sedang bekerja terikat pada akun Windows. Hanya di jendela aplikasi.";
        change desk_account_record(DeskAccountArgs) -> AccountView: "Mengikat kunci pengguna yang sedang bekerja pada akun Windows, atau melepasnya. Hanya di jendela aplikasi.";
        read desk_users(DeskUsersArgs) -> Vec<String>: "Mendaftar nama yang dapat masuk ke kantor. Hanya di jendela aplikasi.";
        change desk_lock(NoArgs) -> DeskView: "Mengunci meja tanpa menutup kantor: pindaian tetap masuk, surat tetap keluar. Hanya di jendela aplikasi.";
        change desk_recover(DeskRecoverArgs) -> DeskView: "Membuka kantor dengan kata-kata lembar pemulihan dan memberi admin kata sandi baru. Hanya di jendela aplikasi.";
        change user_admit(UserAdmitArgs) -> UsersView: "Mendaftarkan pengguna kantor dengan perannya. Hanya di jendela aplikasi.";
        change user_passphrase(UserPassphraseArgs) -> (): "Memberi seorang pengguna kata sandi baru. Hanya di jendela aplikasi.";
        change recovery_make(RecoveryMakeArgs) -> PdfView: "Membuat lembar pemulihan baru; lembar sebelumnya tidak berlaku lagi. Hanya di jendela aplikasi.";
        read recovery_save(PathArgs) -> (): "Menyimpan lembar pemulihan yang sedang ditampilkan ke tempat pilihan petugas. Hanya di jendela aplikasi.";
        read recovery_print(NoArgs) -> (): "Mencetak lembar pemulihan yang sedang ditampilkan. Hanya di jendela aplikasi.";
        read recovery_put_away(NoArgs) -> (): "Mengakhiri tampilan lembar pemulihan; tidak dapat ditampilkan lagi. Hanya di jendela aplikasi.";
        change desk_import(DeskImportArgs) -> ImportedView: "Membuat kantor baru dari hasil ekspor terbuka lalu membukanya; kantor yang sudah ada tidak disentuh. Hanya di jendela aplikasi.";
        change desk_close(NoArgs) -> DeskView: "Menutup kantor yang sedang dibuka. Hanya di jendela aplikasi.";
        change device_record(DeviceFields) -> DeskView: "Menyimpan setelan komputer ini: printer, folder keluaran, tema, dan tinggalnya program di dekat jam. Hanya di jendela aplikasi.";
        read scan_folders(NoArgs) -> ScanFoldersView: "Menampilkan folder pindai yang dipantau, berkas yang belum masuk beserta sebabnya, dan setelannya. Hanya di jendela aplikasi.";
        change scan_folders_record(ScanFields) -> ScanFoldersView: "Menyimpan folder pindai komputer ini dan cara pindaian masuk. Hanya di jendela aplikasi.";
        change scan_folders_hurry(NoArgs) -> (): "Memeriksa folder pindai sekarang juga. Hanya di jendela aplikasi.";
        read printer_list(NoArgs) -> Vec<PrinterView>: "Mendaftar printer komputer ini. Hanya di jendela aplikasi.";

        read backup_show(NoArgs) -> BackupView: "Menampilkan keadaan cadangan: tempat, cadangan terakhir dan ujinya, serta peringatan. Hanya di jendela aplikasi.";
        change [Setup] backup_record(BackupFields) -> BackupView: "Menyimpan apakah cadangan dibuat sendiri dan tempat keduanya. Hanya di jendela aplikasi.";
        change [Keep] backup_hurry(BackupHurryArgs) -> BackupView: "Membuat cadangan, atau menguji yang terbaru, sekarang juga. Hanya di jendela aplikasi.";
        change [Keep] backup_stop(NoArgs) -> BackupView: "Menghentikan pembuatan atau pengujian cadangan yang sedang berjalan. Hanya di jendela aplikasi.";
        change [Keep] backup_accept(BackupPickArgs) -> BackupView: "Menyatakan berkurangnya isi pada satu cadangan sudah diperiksa. Hanya di jendela aplikasi.";
        read backup_find(PathArgs) -> Vec<BackupFoundView>: "Mencari cadangan dalam folder atau berkas pindahan. Hanya di jendela aplikasi.";
        change [Setup] backup_restore(BackupRestoreArgs) -> RestoredView: "Memulihkan kantor dari cadangan atau berkas pindahan; data yang sekarang disisihkan utuh. Hanya di jendela aplikasi.";
        change [Setup] backup_put_back(NoArgs) -> DeskView: "Mengembalikan data kantor yang disisihkan pemulihan terakhir. Hanya di jendela aplikasi.";
        change [Setup] backup_move(PathArgs) -> MovedView: "Menulis kantor sebagai satu berkas untuk dipindahkan ke komputer lain. Hanya di jendela aplikasi.";

        read update_show(NoArgs) -> UpdateStateView: "Menampilkan versi program, kunci pembaruan yang dipercayainya, dan tempat cadangan sebelum pembaruan. Hanya di jendela aplikasi.";
        read [Setup] update_look(PathArgs) -> UpdateView: "Memeriksa berkas pembaruan: tanda tangan, keutuhan, dan versinya. Hanya di jendela aplikasi.";
        change [Setup] update_start(UpdateStartArgs) -> UpdateStartedView: "Mencadangkan kantor lalu menjalankan pemasang dari berkas pembaruan; sesudahnya aplikasi harus ditutup. Hanya di jendela aplikasi.";
    }

    to_office on Office {
        read office_show(NoArgs) -> Option<OfficeFields>: "Menampilkan profil kantor; kosong bila belum diisi.";
        change [Setup] office_record(OfficeFields) -> (): "Mencatat profil kantor: kop, wilayah waktu, kertas, dan pola nomor.";
        read number_next(NumberNextArgs) -> NumberNextView: "Menampilkan nomor berikutnya sebuah register menurut pola yang sedang diketik, tanpa memakainya.";
        change [Setup] emblem_store(PathArgs) -> String: "Menyimpan lambang (PNG atau JPEG) dan menjawab dengan sidiknya, untuk diisikan pada profil.";
        read emblem_show(EmblemArgs) -> EmblemView: "Menampilkan lambang yang sudah disimpan.";
        change [Setup] typeface_store(FaceStoreArgs) -> FaceFields: "Menyimpan berkas huruf milik kantor (biasa, tebal, miring) dan menjawab dengan sidiknya, untuk diisikan pada profil.";
        read typeface_list(NoArgs) -> Vec<InstalledFaceView>: "Mendaftar keluarga huruf yang terpasang pada komputer ini, dan yang tidak dapat dimuat dalam surat beserta sebabnya.";
        read letter_sample(LetterSampleArgs) -> PdfView: "Menggambar surat contoh dengan kertas, huruf, dan tepi yang sedang dipilih.";
        read official_list(NoArgs) -> Vec<OfficialView>: "Mendaftar pejabat penanda tangan.";
        change [Setup] official_record(OfficialArgs) -> String: "Mencatat pejabat baru atau data baru seorang pejabat.";

        read sop_list(NoArgs) -> Vec<SopSummary>: "Mendaftar SOP di perpustakaan kantor dengan temuan pemeriksanya.";
        read sop_show(SopArgs) -> SopView: "Menampilkan satu SOP dalam bentuk berkasnya.";
        read sop_check(SopTextArgs) -> Vec<FindingView>: "Memeriksa teks SOP; menjawab semua galat dan peringatan.";
        read content_findings(NoArgs) -> Vec<FindingView>: "Mendaftar kesalahan pada berkas isi milik kantor; berkas itu tidak dipakai.";
        read reason_list(NoArgs) -> Vec<ReasonView>: "Mendaftar alasan pencabutan dan buktinya.";
        read rank_list(NoArgs) -> Vec<RankView>: "Mendaftar pangkat dan golongan.";
        read holiday_list(YearArgs) -> Vec<HolidayView>: "Mendaftar hari libur dan cuti bersama satu tahun.";

        change [Work] owner_record(OwnerRecordArgs) -> String: "Mencatat pemilik sertifikat baru atau data barunya.";
        read owner_check(OwnerFields) -> OwnerCheckView: "Memeriksa isian pemilik tanpa mencatatnya.";
        read owner_show(OwnerArgs) -> OwnerView: "Menampilkan pemilik beserta sertifikatnya.";
        read owner_list(OwnerListArgs) -> Vec<OwnerSummary>: "Mendaftar pemilik menurut abjad, satu halaman.";
        read certificate_read(PathArgs) -> Vec<CertificateReadView>: "Membaca data sertifikat dari berkas sertifikat atau PDF bertanda tangan; kunci privat ditolak.";
        change [Work] certificate_record(CertificateRecordArgs) -> String: "Mencatat sertifikat seorang pemilik atau data barunya.";

        change [Work] case_open(CaseOpenArgs) -> CaseView: "Membuka permohonan baru.";
        read case_show(CaseArgs) -> CaseView: "Menampilkan perkara lengkap dengan langkah, isian, tenggat, dan kekurangannya.";
        read case_list(CaseListArgs) -> Vec<CaseSummaryView>: "Mendaftar perkara, terbaru dahulu, satu halaman.";
        read case_counts(NoArgs) -> Vec<CountView>: "Menghitung perkara menurut layanan dan keadaan.";
        read home_show(NoArgs) -> HomeView: "Menampilkan ringkasan beranda: perkara terlambat, jatuh tempo, menunggu, surat, konsep, dan jumlahnya.";
        read case_timeline(CaseArgs) -> Vec<EntryView>: "Menampilkan riwayat perkara.";
        change [Work] case_bundle_save(CaseBundleArgs) -> CaseBundleView: "Menulis bundel perkara: riwayat, surat, berkas, dan jurnalnya sebagai satu ZIP yang dapat diperiksa tanpa program ini.";
        change [Work] case_fill(FillArgs) -> CaseView: "Mencatat isian langkah yang sedang dikerjakan.";
        change [Work] case_complete(CompleteArgs) -> CaseView: "Menyelesaikan langkah yang sedang dikerjakan, dengan hasil bila langkahnya keputusan.";
        change [Work] case_close(CompleteArgs) -> CaseView: "Menutup perkara pada langkah terakhir.";
        change [Approve] case_approve(ApproveArgs) -> CaseView: "Menyetujui pencabutan pada langkah yang sedang dikerjakan; pengguna lain yang menyelesaikannya.";
        change [Work] case_undo(WhyArgs) -> CaseView: "Mengurungkan langkah terakhir, selama belum ada nomor surat terpakai.";
        change [Work] case_wait(WaitArgs) -> CaseView: "Menandai perkara menunggu pihak luar; jam kerja berhenti berjalan.";
        change [Work] case_resume(RevisionArgs) -> CaseView: "Mengakhiri masa menunggu.";
        change [Work] case_withdraw(WhyArgs) -> CaseView: "Membatalkan permohonan, dengan alasan.";
        change [Work] case_reopen(WhyArgs) -> CaseView: "Membuka kembali perkara yang selesai atau dibatalkan, dengan alasan.";
        change case_note(TextArgs) -> CaseView: "Menambahkan catatan pada perkara.";
        change [Work] case_assign(AssignArgs) -> CaseView: "Menugaskan perkara kepada petugas, atau menariknya kembali.";
        change [Work] case_attach(AttachArgs) -> CaseView: "Melampirkan berkas pada langkah.";
        change [Work] case_detach(DetachArgs) -> CaseView: "Melepas berkas dari langkah; isinya tetap tersimpan.";
        change [Work] case_waive(WaiveArgs) -> CaseView: "Mengecualikan berkas wajib secara tertulis: siapa dan mengapa.";
        read document_show(DocumentArgs) -> FileView: "Menampilkan isi satu berkas perkara.";
        read document_signatures(DocumentArgs) -> Vec<SignatureView>: "Memeriksa tanda tangan elektronik pada berkas PDF perkara, tanpa jaringan.";
        read document_save(DocumentSaveArgs) -> (): "Menyimpan salinan berkas perkara ke tempat pilihan petugas.";

        read template_list(NoArgs) -> Vec<TemplateView>: "Mendaftar bentuk surat kantor.";
        read template_show(TemplateShowArgs) -> TemplateTextView: "Menampilkan isi satu bentuk surat yang berlaku, atau versi lamanya.";
        read template_versions(TemplateArgs) -> Vec<TemplateVersionView>: "Mendaftar versi satu bentuk surat yang pernah disimpan atau dipakai menerbitkan surat.";
        read template_names(NoArgs) -> TemplateNamesView: "Mendaftar isian yang dapat dipakai dalam bentuk surat, beserta artinya.";
        read template_check(TemplateTryArgs) -> TemplateCheckView: "Memeriksa bentuk surat yang sedang disusun; menjawab semua galatnya.";
        read template_preview(TemplatePreviewArgs) -> PdfView: "Menggambar bentuk surat yang sedang disusun sebagai konsep, dengan isi rekaan atau isi satu perkara.";
        change [Setup] template_save(TemplateSaveArgs) -> TemplateTextView: "Menyimpan bentuk surat sebagai versi kantor; berlaku bagi surat yang terbit sesudahnya.";
        change [Setup] template_reset(TemplateArgs) -> TemplateTextView: "Mengembalikan bentuk surat ke bawaan; versi kantor tetap tersimpan dalam riwayat.";
        read letter_preview(LetterArgs) -> PdfView: "Menyusun surat sebagai konsep, dengan nomor sementara.";
        change [Work] letter_issue(LetterIssueArgs) -> IssuedView: "Menerbitkan surat: nomor, PDF, dan catatannya sekaligus.";
        read letter_filled(CaseLetterArgs) -> LetterFilledView: "Membaca isian surat saat terbit, untuk mengawali perbaikannya.";
        read letter_batch_check(LetterBatchArgs) -> BatchCheckView: "Memeriksa apakah surat untuk banyak permohonan dapat diterbitkan; belum ada yang diterbitkan.";
        change [Work] letter_batch(LetterBatchArgs) -> BatchDoneView: "Menerbitkan surat untuk banyak permohonan: satu surat setiap permohonan, atau satu surat untuk semuanya.";
        read letter_list(LetterListArgs) -> Vec<LetterView>: "Mendaftar surat, terbaru dahulu, satu halaman.";
        read letter_show(LetterVersionArgs) -> PdfView: "Membaca PDF surat persis seperti saat terbit.";
        read letter_save(LetterSaveArgs) -> (): "Menyimpan PDF surat ke tempat pilihan petugas.";
        change [Work] letter_send(LetterSendArgs) -> OutgoingView: "Mengantrekan surat ke printer atau ke folder keluaran; tercatat sebagai tercetak setelah keluar.";
        read letter_print_show(LetterPrintArgs) -> LetterPrintView: "Menampilkan apakah surat sudah pernah dicetak, sehingga pencetakan lagi memerlukan alasan.";
        read print_log(PrintLogArgs) -> Vec<PrintLogView>: "Mendaftar pencetakan surat dan buku agenda, terbaru dahulu, satu halaman: siapa, kapan, printer, hasil, dan alasan cetak ulang.";
        read print_set_show(CaseArgs) -> Vec<SetPaperView>: "Mendaftar surat perkara yang dapat dicetak sekaligus, termasuk lembar yang dibuat bersamanya.";
        change [Work] print_set_send(PrintSetArgs) -> Vec<SetLineView>: "Mengantrekan beberapa surat perkara sekaligus, berurutan; yang tidak dapat diantrekan disebutkan alasannya.";
        change [Work] letter_return(LetterReturnArgs) -> CaseView: "Menerima kembali surat yang sudah ditandatangani.";
        read scan_list(ScanListArgs) -> ScanListView: "Mendaftar isi Kotak Pindai, terbaru dahulu, satu halaman.";
        read scan_show(ScanArgs) -> ScanView: "Menampilkan satu pindaian dengan halaman-halamannya.";
        read scan_picture(ScanPictureArgs) -> FileView: "Menggambar satu halaman pindaian.";
        read scan_signatures(ScanArgs) -> Vec<SignatureView>: "Memeriksa tanda tangan elektronik pada pindaian PDF, tanpa jaringan.";
        read scan_save(ScanSaveArgs) -> (): "Menyimpan salinan pindaian, persis seperti saat masuk, ke tempat pilihan petugas.";
        read scan_places(CaseArgs) -> Vec<ScanPlaceView>: "Mendaftar tempat pindaian pada satu perkara: surat yang dapat kembali dan berkas langkahnya.";
        read scan_guesses(ScanArgs) -> Vec<ScanGuessView>: "Mencari perkara berjalan yang pemiliknya disebut dalam teks pindaian; petugas yang memastikan.";
        change [Work] scan_bring(PathArgs) -> String: "Memasukkan satu berkas ke Kotak Pindai.";
        change [Work] scan_file(ScanFileArgs) -> ScanView: "Menempatkan pindaian sebagai surat yang kembali atau berkas langkah.";
        change [Work] scan_unfile(ScanArgs) -> ScanView: "Mengembalikan berkas langkah ke Kotak Pindai.";
        change [Work] scan_discard(ScanArgs) -> ScanView: "Menyisihkan pindaian yang bukan milik perkara mana pun; tetap tersimpan.";
        change [Work] scan_restore(ScanArgs) -> ScanView: "Mengembalikan pindaian yang disisihkan ke Kotak Pindai.";
        change [Work] scan_retry(ScanArgs) -> ScanView: "Membaca ulang pindaian.";
        change [Work] scan_compose(ScanComposeArgs) -> Vec<String>: "Menyusun dokumen baru dari halaman pindaian: memisah, menggabung, mengurutkan, memutar, atau membuang halaman; aslinya tetap.";
        change [Work] scan_compose_undo(ScanArgs) -> (): "Mengurungkan penyusunan: dokumen susunan disisihkan, aslinya kembali ke Kotak Pindai.";
        read outgoing_list(NoArgs) -> Vec<OutgoingView>: "Mendaftar surat yang sedang menuju printer atau folder keluaran.";
        change [Work] outgoing_retry(OutgoingArgs) -> (): "Mencoba lagi mengirim surat dari antrean sekarang.";
        change [Work] outgoing_drop(OutgoingArgs) -> (): "Menghapus surat dari antrean; yang sedang dikirim dihentikan bila masih bisa.";
        change [Work] letter_void(LetterVoidArgs) -> CaseView: "Membatalkan surat dengan alasan; nomornya tetap tercatat terpakai.";
        change [Work] letter_number_elsewhere(LetterElsewhereArgs) -> CaseView: "Mencatat nomor surat pada sistem lain, misalnya SRIKANDI, di samping nomor kantor.";
        read register_show(RegisterArgs) -> RegisterView: "Menampilkan keadaan satu register dan tahun: nomor berikutnya dan nomor yang kosong.";
        read number_list(NumberListArgs) -> Vec<NumberView>: "Mendaftar nomor yang terpakai pada satu register dan tahun, menurut nomor.";
        change [Work] number_account(NumberAccountArgs) -> (): "Mencatat nomor dari buku manual atau sistem lain, atau nomor yang tidak dipakai.";
        change [Work] number_release(NumberReleaseArgs) -> (): "Menarik kembali catatan nomor yang keliru.";
        read monthly_report_save(MonthlyReportSaveArgs) -> (): "Menulis laporan bulanan layanan, beserta ujung jurnal, sebagai PDF ke tempat pilihan petugas.";
        read agenda_book_save(AgendaBookSaveArgs) -> AgendaBookView: "Menulis buku agenda satu register dan kurun sebagai PDF ke tempat pilihan petugas.";
        change [Work] agenda_book_print(AgendaBookPrintArgs) -> AgendaBookView: "Mencetak buku agenda satu register dan kurun, dan menunggu sampai keluar.";

        read classification_list(NoArgs) -> ClassificationListView: "Menampilkan berapa kode ada pada daftar klasifikasi arsip, sejak kapan, dan daftar sebelumnya.";
        read classification_find(ClassificationFindArgs) -> ClassificationFoundView: "Mencari kode klasifikasi menurut kodenya atau kata pada uraiannya.";
        read classification_check(ClassificationCheckArgs) -> ClassificationCheckView: "Memeriksa berkas CSV daftar klasifikasi: yang baru, berubah, dan dihapus, atau semua kesalahannya.";
        change [Setup] classification_import(ClassificationImportArgs) -> ClassificationDoneView: "Mengambil berkas CSV sebagai daftar klasifikasi kantor; utuh atau tidak sama sekali.";
        change [Setup] classification_restore(NoArgs) -> ClassificationListView: "Mengembalikan daftar klasifikasi yang berlaku sebelumnya.";
        read classification_save(PathArgs) -> (): "Menyimpan daftar klasifikasi sebagai berkas CSV yang dapat diimpor lagi.";
        read classification_sample(PathArgs) -> (): "Menyimpan contoh berkas CSV daftar klasifikasi.";

        read message_compose(MessageArgs) -> MessageView: "Menyusun pesan untuk disalin.";
        change [Work] message_mail(MessageMailArgs) -> MailedView: "Menyerahkan pesan ke program e-mail dan mencatatnya.";
        change [Work] message_record(MessageRecordArgs) -> CaseView: "Mencatat pesan yang sudah disampaikan dengan cara lain.";

        change draft_save(DraftSaveArgs) -> (): "Menyimpan ketikan yang belum dicatat.";
        read draft_load(DraftArgs) -> Option<DraftView>: "Membaca kembali satu ketikan.";
        read draft_list(NoArgs) -> Vec<DraftView>: "Mendaftar semua ketikan yang belum dicatat.";
        change draft_discard(DraftArgs) -> bool: "Membuang satu ketikan.";

        read search(SearchArgs) -> Vec<HitView>: "Mencari perkara, pemilik, atau surat.";
        read user_list(NoArgs) -> UsersView: "Mendaftar pengguna kantor, peran dan haknya, serta aturan pintu masuknya.";
        change [Admit] user_role(UserRoleArgs) -> UsersView: "Mengubah peran seorang pengguna.";
        change [Admit] user_dismiss(UserArgs) -> UsersView: "Menghapus hak masuk seorang pengguna; catatan pekerjaannya tetap.";
        change [Admit] door_rule(DoorRuleArgs) -> UsersView: "Mengatur apakah pencabutan memerlukan persetujuan pengguna kedua.";
        read retention_show(NoArgs) -> RetentionView: "Menampilkan tabel retensi, banyaknya berkas menurut masa simpannya, dan usulan musnah.";
        read retention_list(RetentionListArgs) -> RetentionListView: "Mendaftar berkas pemilik menurut masa simpannya, satu halaman.";
        read retention_list_save(RetentionListSaveArgs) -> (): "Menyimpan daftar arsip menurut masa simpannya sebagai PDF.";
        change [Setup] retention_table(RetentionTableFields) -> RetentionView: "Mencatat tabel retensi kantor: masa aktif, masa inaktif, dan nasib akhir setiap layanan.";
        change [Work] retention_hold(RetentionHoldArgs) -> (): "Menahan berkas seorang pemilik dari pemusnahan, dengan alasan.";
        change [Work] retention_release(OwnerArgs) -> (): "Melepas penahanan berkas seorang pemilik.";
        change [Work] destruction_propose(DestructionProposeArgs) -> RetentionView: "Mengusulkan berkas yang lewat masa simpannya untuk dimusnahkan.";
        change [Destroy] destruction_approve(DestructionArgs) -> RetentionView: "Menyetujui usulan musnah pengguna lain.";
        change [Work] destruction_drop(DestructionArgs) -> RetentionView: "Membatalkan usulan musnah; berkasnya tetap tersimpan.";
        change [Setup] destruction_carry_out(DestructionCarryOutArgs) -> RetentionView: "Memusnahkan berkas pada usulan yang disetujui, dengan berita acara; tidak dapat diurungkan.";
        change [Setup] destruction_finish(NoArgs) -> RetentionView: "Menuntaskan pemusnahan yang terhenti di tengah jalan.";
        read destruction_files(DestructionArgs) -> Vec<RetentionFileView>: "Mendaftar berkas pada satu usulan musnah yang masih ada.";
        read destruction_record(DestructionArgs) -> PdfView: "Membaca berita acara pemusnahan persis seperti saat dilaksanakan.";
        read destruction_record_save(DestructionSaveArgs) -> (): "Menyimpan berita acara pemusnahan ke tempat pilihan petugas.";
        change [Reveal] owner_reveal(OwnerArgs) -> String: "Menampilkan NIK lengkap seorang pemilik; siapa yang melihat dan kapan dicatat.";

        read store_verify(NoArgs) -> VerifyView: "Memeriksa jurnal, berkas tersimpan, dan tabel turunan.";
        change [Setup] store_rebuild(NoArgs) -> RebuildView: "Menyusun ulang semua tabel turunan dari jurnal.";

        read journal_state(NoArgs) -> JournalStateView: "Menampilkan ujung jurnal, sampai mana sudah diperiksa, yang ditemukan, dan yang dapat dicari di dalamnya.";
        read journal_list(JournalListArgs) -> Vec<JournalRowView>: "Mendaftar catatan jurnal, terbaru dahulu, satu halaman: menurut pengguna, tindakan, dan kurun.";
        read journal_show(JournalEntryArgs) -> JournalEntryView: "Menampilkan satu catatan jurnal: siapa, kapan, di meja mana, apa yang semula dan menjadi, serta sidiknya.";
        change [Setup] office_export(PathArgs) -> OfficeExportView: "Menulis seluruh kantor dalam bentuk terbuka, tanpa enkripsi, sebagai satu ZIP yang dapat diimpor lagi.";
        change [Setup] journal_export(JournalExportArgs) -> JournalExportView: "Menulis jurnal sebagai berkas JSON Lines yang dapat diperiksa tanpa program ini.";
    }
}
