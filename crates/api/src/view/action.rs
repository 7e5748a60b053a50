//! What the actions of the journal are called, and what happened outside of cases, as sentences.

use sandika_domain::calendar::Zone;
use sandika_domain::fact::{Access, AgendaBookEnd, ClockMove, Fact, NumberUse, Personal, Retention, TakenOut};
use sandika_domain::words::date_time;

/// Every action by its word in the journal.
const ACTIONS: &[(&str, &str)] = &[
    ("account_numbers", "Nomor dijelaskan"),
    ("adopt_sop", "SOP mulai dipakai"),
    ("approve_revocation", "Pencabutan disetujui"),
    ("assign_case", "Petugas ditetapkan"),
    ("attach_document", "Berkas dilampirkan"),
    ("bind_key", "Ikatan kunci pada akun Windows diubah"),
    ("change_passphrase", "Kata sandi diganti"),
    ("clock_moved", "Jam komputer berubah"),
    ("close_case", "Perkara ditutup"),
    ("complete_step", "Langkah diselesaikan"),
    ("data_taken", "Data pribadi dikeluarkan sebagai berkas"),
    ("destruction_approve", "Usulan musnah disetujui"),
    ("destruction_done", "Pemusnahan dilaksanakan"),
    ("destruction_drop", "Usulan musnah dibatalkan"),
    ("destruction_propose", "Berkas diusulkan musnah"),
    ("detach_document", "Berkas dilepas"),
    ("door_rule", "Aturan pencabutan diubah"),
    ("end_wait", "Selesai menunggu"),
    ("erase_person", "Data orang dihapus"),
    ("fill_step", "Isian dicatat"),
    ("import_classifications", "Daftar klasifikasi diambil"),
    ("issue_letter", "Surat diterbitkan"),
    ("keep_template", "Bentuk surat disimpan bersama suratnya"),
    ("note_case", "Catatan ditambahkan"),
    ("number_elsewhere", "Nomor sistem lain dicatat"),
    ("open_case", "Perkara dibuka"),
    ("owner_reveal", "NIK ditampilkan"),
    ("print_agenda_book", "Buku agenda dicetak"),
    ("print_letter", "Surat dicetak"),
    ("print_letter_failed", "Pencetakan surat gagal"),
    ("record_certificate", "Sertifikat dicatat"),
    ("record_message", "Pesan dicatat"),
    ("record_office", "Profil kantor dicatat"),
    ("record_official", "Pejabat dicatat"),
    ("record_owner", "Pemilik dicatat"),
    ("recovery_make", "Lembar pemulihan dibuat"),
    ("recovery_use", "Lembar pemulihan dipakai"),
    ("release_numbers", "Penjelasan nomor ditarik"),
    ("reopen_case", "Perkara dibuka kembali"),
    ("reset_template", "Bentuk surat dikembalikan ke bawaan"),
    ("restore_classifications", "Daftar klasifikasi dikembalikan"),
    ("retention_hold", "Berkas ditahan dari pemusnahan"),
    ("retention_release", "Penahanan berkas dilepas"),
    ("retention_table", "Tabel retensi dicatat"),
    ("return_letter", "Surat diterima kembali"),
    ("return_letter_by_code", "Surat diterima kembali dari pindaian"),
    ("save_template", "Bentuk surat disimpan"),
    ("send_message", "Pesan dikirim"),
    ("sign_in", "Percobaan masuk ditolak"),
    ("start_update", "Pembaruan program diminta"),
    ("start_wait", "Mulai menunggu"),
    ("undo_step", "Langkah diurungkan"),
    ("user_admit", "Pengguna didaftarkan"),
    ("user_dismiss", "Hak masuk dihapus"),
    ("user_passphrase", "Kata sandi pengguna diganti"),
    ("user_role", "Peran pengguna diubah"),
    ("void_letter", "Surat dibatalkan"),
    ("waive_document", "Berkas dikecualikan"),
    ("withdraw_case", "Permohonan dibatalkan"),
];

/// What an action is called; one of a later program by its own word.
pub(crate) fn action_label(action: &str) -> String {
    let known = ACTIONS.iter().find(|(word, _)| *word == action);
    known.map_or_else(|| action.replace('_', " "), |(_, label)| (*label).to_owned())
}

/// What happened outside of cases, as a sentence.
pub(crate) fn office_sentence(fact: &Fact, zone: Zone) -> String {
    match fact {
        Fact::OfficeRecorded { profile } => format!("Profil kantor “{}” dicatat", profile.name),
        Fact::OfficialRecorded { personal, .. } => named("Data pejabat", personal.known().map(|details| details.name.as_str())),
        Fact::OwnerRecorded { personal, .. } => named("Data pemilik", personal.known().map(|recorded| recorded.details.name.as_str())),
        Fact::CertificateRecorded { personal, .. } => named("Sertifikat", personal.known().map(|details| details.serial.as_str())),
        Fact::CertificateRevoked { at, .. } => format!("Sertifikat dicabut pada {}", date_time(zone.local(*at))),
        Fact::CertificateReplaced { .. } => "Sertifikat diganti yang baru".to_owned(),
        Fact::CertificateRestored { .. } => "Akibat pada sertifikat ditarik kembali".to_owned(),
        Fact::SopAdopted { sop, .. } => format!("Versi SOP “{sop}” mulai dipakai"),
        Fact::TemplateAdopted(adopted) => format!("Bentuk surat “{}” disimpan", adopted.template),
        Fact::TemplateReset { template } => format!("Bentuk surat “{template}” dikembalikan ke bawaan"),
        Fact::ClassificationsRecorded(list) => format!("Daftar klasifikasi dengan {} kode dicatat", list.codes.len()),
        Fact::PassphraseChanged(change) => format!("Kata sandi {} diganti", change.slot),
        Fact::Access(access) => at_the_door(access, zone),
        Fact::Retention(retention) => retention_sentence(retention),
        Fact::PersonErased { .. } => "Data seseorang dihapus untuk selamanya".to_owned(),
        Fact::ClockMoved(clock) => clock_sentence(clock, zone),
        Fact::UpdateStarted(update) => {
            format!("Pemasangan Sandika {} di atas versi {} diminta; tanda tangannya dari kunci {}", update.to, update.from, update.key)
        }
        _ => numbers_sentence(fact),
    }
}

fn named(what: &str, name: Option<&str>) -> String {
    name.map_or_else(|| format!("{what} dicatat (isi telah dihapus)"), |name| format!("{what} “{name}” dicatat"))
}

/// A clock that was set back, or that is far ahead of the entry before.
pub(crate) fn clock_sentence(clock: &ClockMove, zone: Zone) -> String {
    let moment = |at| date_time(zone.local(at));
    let (before, now) = (moment(clock.before), moment(clock.now));
    if clock.is_back() {
        format!("Jam komputer mundur: catatan sebelumnya {before}, jam menunjukkan {now}. Urutan catatan tetap menurut saat dicatat")
    } else {
        format!("Jam komputer menunjukkan {now}, lebih dari setahun sesudah catatan sebelumnya ({before}). Periksa apakah jamnya benar")
    }
}

fn numbers_sentence(fact: &Fact) -> String {
    let range = |first: u32, last: u32| if first == last { first.to_string() } else { format!("{first} sampai {last}") };
    match fact {
        Fact::NumbersAccounted(account) => {
            let how = match account.used {
                NumberUse::Book => "dari buku manual",
                NumberUse::OtherSystem => "dari sistem lain",
                NumberUse::Unused => "tidak dipakai",
            };
            let about = match &account.personal {
                Personal::Known(note) if !note.about.is_empty() => format!(": {}", note.about),
                Personal::Known(_) => String::new(),
                Personal::Erased => " (isi telah dihapus)".to_owned(),
            };
            format!("Nomor {} register {} tahun {} {how}{about}", range(account.first, account.last), account.register, account.year)
        }
        Fact::NumbersReleased(numbers) => {
            format!("Penjelasan nomor {} register {} tahun {} ditarik", range(numbers.first, numbers.last), numbers.register, numbers.year)
        }
        Fact::AgendaBookPrinted(book) => {
            let end = match book.end {
                AgendaBookEnd::Printed => "dicetak",
                AgendaBookEnd::Failed => "gagal dicetak",
                AgendaBookEnd::Stopped => "dihentikan pencetakannya",
            };
            format!("Buku agenda register {} ({} halaman) {end}", book.register, book.pages)
        }
        _ => "Data kantor dicatat".to_owned(),
    }
}

fn retention_sentence(retention: &Retention) -> String {
    match retention {
        Retention::TableRecorded(table) if table.confirmed => format!("Tabel retensi dicatat menurut {}", table.basis),
        Retention::TableRecorded(_) => "Tabel retensi dicatat, belum ditandai sesuai".to_owned(),
        Retention::Held { personal: Personal::Known(reason), .. } => format!("Berkas seorang pemilik ditahan: {reason}"),
        Retention::Held { .. } => "Berkas seorang pemilik ditahan (isi telah dihapus)".to_owned(),
        Retention::Released { .. } => "Penahanan berkas seorang pemilik dilepas".to_owned(),
        Retention::Proposed { owners, .. } => format!("{} berkas diusulkan musnah", owners.len()),
        Retention::Approved { .. } => "Usulan musnah disetujui".to_owned(),
        Retention::Dropped { .. } => "Usulan musnah dibatalkan".to_owned(),
        Retention::Done { owners, .. } => format!("{} berkas dimusnahkan dengan berita acara", owners.len()),
    }
}

fn at_the_door(access: &Access, zone: Zone) -> String {
    match access {
        Access::UserAdmitted { user, role } => format!("{user} dapat masuk sebagai {}", role.title()),
        Access::UserDismissed { user } => format!("{user} tidak dapat masuk lagi"),
        Access::PassphraseSet { user } => format!("Kata sandi baru ditetapkan untuk {user}"),
        Access::KeyBound { user, on: true } => format!("Kunci {user} diikat pada akun Windows"),
        Access::KeyBound { user, on: false } => format!("Kunci {user} dilepas dari akun Windows"),
        Access::SignInsRefused { user, count, last } => {
            format!("{count} kali kata sandi {user} keliru sebelum masuk, terakhir {}", date_time(zone.local(*last)))
        }
        Access::RecoveryMade {} => "Lembar pemulihan baru dibuat; yang lama tidak berlaku".to_owned(),
        Access::RecoveryUsed { user } => format!("Kata sandi {user} diganti dengan lembar pemulihan"),
        Access::TwoPersons { on: true } => "Pencabutan memerlukan persetujuan pengguna kedua".to_owned(),
        Access::TwoPersons { on: false } => "Pencabutan tidak lagi memerlukan persetujuan".to_owned(),
        Access::DataTaken { what: TakenOut::Bundle, .. } => "Satu perkara dikeluarkan sebagai bundel".to_owned(),
        Access::DataTaken { what: TakenOut::Export, .. } => "Seluruh kantor dikeluarkan dalam bentuk terbuka".to_owned(),
        Access::DataTaken { what: TakenOut::Journal, .. } => "Jurnal dikeluarkan dengan data pribadi terbuka".to_owned(),
        Access::NikShown { .. } => "NIK seorang pemilik ditampilkan lengkap".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn actions_stand_in_order_each_once_and_later_ones_are_called_by_their_words() {
        assert!(ACTIONS.is_sorted_by(|one, other| one.0 < other.0));
        assert_eq!(action_label("open_case"), "Perkara dibuka");
        assert_eq!(action_label("sesuatu_baru"), "sesuatu baru");
    }
}
