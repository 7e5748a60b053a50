//! What a case, its owner, its certificate and the office give to a letter. Names are those of [`super::names`]; everything is text as printed.

use super::fill::{LetterValues, Row};
use super::{checklist, samples};
use crate::calendar::Zone;
use crate::case::{Case, Status, stated_revocation};
use crate::document::Word;
use crate::fact::Opening;
use crate::office::{OfficeProfile, OfficialDetails};
use crate::owner::{CertificateDetails, Employment, OwnerDetails};
use crate::person::{Nip, Phone};
use crate::sop::{Channel, Reasons, ServiceKind, Sop};
use crate::words::date_long;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Groups of values that the officer gives with a letter, because no register holds them.
pub const GIVEN: [&str; 6] = ["atasan.", "disposisi.", "sistem", "kegunaan", "jumlah_lampiran", "perkara.catatan"];

/// Whether an officer may give the value with a letter.
pub fn may_be_given(name: &str) -> bool {
    GIVEN.iter().any(|given| if given.ends_with('.') { name.starts_with(given) } else { name == *given })
}

/// Everything that a letter of a case draws from.
#[derive(Clone, Copy, Debug)]
pub struct LetterContext<'a> {
    /// The office.
    pub office: &'a OfficeProfile,
    /// Who signs.
    pub signatory: Option<&'a OfficialDetails>,
    /// Name of the officer at the desk.
    pub officer: &'a str,
    /// The case.
    pub case: &'a Case,
    /// The SOP that the case keeps.
    pub sop: &'a Sop,
    /// The owner, unless erased.
    pub owner: Option<&'a OwnerDetails>,
    /// The certificate concerned.
    pub certificate: Option<&'a CertificateDetails>,
    /// The certificate that replaced it.
    pub new_certificate: Option<&'a CertificateDetails>,
    /// Reasons of the office.
    pub reasons: &'a Reasons,
    /// Number of the letter, when it has one.
    pub number: Option<&'a str>,
    /// Date of the letter.
    pub dated: NaiveDate,
    /// Values that the officer gave with the letter, names within [`GIVEN`].
    pub given: &'a BTreeMap<String, String>,
}

/// The values of a letter.
pub fn letter_values(context: &LetterContext<'_>) -> LetterValues {
    let mut put = Values::default();
    put.day("tanggal_surat", Some(context.dated));
    put.text("tempat_surat", &context.office.city);
    put.text("nomor_surat", context.number.unwrap_or_default());
    put.text("petugas.nama", context.officer);
    office(&mut put, context.office);
    signatory(&mut put, context.signatory);
    owner(&mut put, context.owner);
    certificate(&mut put, "sertifikat", context.certificate);
    certificate(&mut put, "sertifikat_baru", context.new_certificate);
    case(&mut put, context);
    disposition(&mut put, context.case);
    for (name, value) in context.given {
        put.text(name, value);
    }
    LetterValues { values: put.0, rows: rows(context) }
}

/// Fictitious values in this office's own letters: its name, address and, where somebody signs for it, who.
pub fn sample_values(profile: &OfficeProfile, official: Option<&OfficialDetails>) -> LetterValues {
    let mut put = Values::default();
    put.text("tempat_surat", &profile.city);
    office(&mut put, profile);
    signatory(&mut put, official);
    let mut values = samples::values();
    // What the office has not filled in keeps its fictitious value, so that nothing is missing from the sample.
    values.values.extend(put.0.into_iter().filter(|(_, value)| !value.is_empty()));
    values
}

#[derive(Default)]
struct Values(BTreeMap<String, String>);

impl Values {
    fn text(&mut self, name: &str, value: impl Into<String>) {
        self.0.insert(name.to_owned(), value.into());
    }

    fn day(&mut self, name: &str, day: Option<NaiveDate>) {
        self.text(name, day.map(printed_day).unwrap_or_default());
    }
}

fn office(put: &mut Values, office: &OfficeProfile) {
    for (name, value) in [
        ("pemerintah", &office.government),
        ("nama", &office.name),
        ("singkatan", &office.short_name),
        ("alamat", &office.address),
        ("telepon", &office.phone),
        ("email", &office.email),
        ("laman", &office.website),
        ("daerah", &office.region),
        ("ibu_kota", &office.city),
        ("provinsi", &office.province),
    ] {
        put.text(&format!("kantor.{name}"), value);
    }
}

fn signatory(put: &mut Values, official: Option<&OfficialDetails>) {
    let Some(official) = official else { return };
    put.text("penandatangan.jabatan", official.post_lines().join("\n").trim_end_matches(',').to_owned());
    put.text("penandatangan.nama", &official.name);
    put.text("penandatangan.pangkat", &official.rank);
    put.text("penandatangan.golongan", &official.grade);
    put.text("penandatangan.nip", printed_nip(&official.nip));
}

fn owner(put: &mut Values, owner: Option<&OwnerDetails>) {
    let Some(owner) = owner else { return };
    let status = match owner.employment {
        Employment::Pns => "PNS",
        Employment::Pppk => "PPPK",
        Employment::Lainnya => "",
    };
    let rank = match (owner.rank.as_str(), owner.grade.as_str()) {
        ("", "") => String::new(),
        ("", grade) => format!("Golongan {grade}"),
        (rank, "") => rank.to_owned(),
        (rank, grade) => format!("{rank} ({grade})"),
    };
    for (name, value) in [
        ("nama", owner.name.clone()),
        ("nama_lengkap", owner.full_name()),
        ("nik", owner.nik.clone()),
        ("nip", printed_nip(&owner.nip)),
        ("status", status.to_owned()),
        ("pangkat", owner.rank.clone()),
        ("golongan", owner.grade.clone()),
        ("pangkat_golongan", rank),
        ("jabatan", owner.post.clone()),
        ("unit_kerja", owner.unit.clone()),
        ("instansi", owner.institution.clone()),
        ("email", owner.email.clone()),
        ("telepon", Phone::parse(&owner.phone).map(|phone| phone.printed()).unwrap_or_default()),
    ] {
        put.text(&format!("pemilik.{name}"), value);
    }
}

fn certificate(put: &mut Values, group: &str, certificate: Option<&CertificateDetails>) {
    let Some(certificate) = certificate else { return };
    put.text(&format!("{group}.nomor_seri"), &certificate.serial);
    put.text(&format!("{group}.subjek_dn"), &certificate.subject_dn);
    put.text(&format!("{group}.penerbit"), &certificate.issuer);
    put.day(&format!("{group}.berlaku_mulai"), certificate.valid_from);
    put.day(&format!("{group}.berlaku_sampai"), certificate.valid_until);
}

fn case(put: &mut Values, context: &LetterContext<'_>) {
    let LetterContext { case, sop, office, .. } = context;
    put.text("perkara.layanan", service_name(sop.kind));
    put.text("perkara.jenis", sop.kind.word());
    put.text("perkara.agenda", &case.agenda.text);
    put.text("perkara.kanal", channel(case.channel));
    put.day("perkara.diterima", Some(case.received_on));
    let number = sop.identity.number.as_deref().filter(|number| !number.trim().is_empty());
    put.text(
        "perkara.sop",
        number.map_or_else(|| format!("SOP {}", sop.identity.title), |number| format!("SOP {} Nomor {number}", sop.identity.title)),
    );
    if let Some(opening) = case.opening.known() {
        request(put, opening, context.reasons);
    }
    outcome(put, case, office.zone);
}

fn request(put: &mut Values, opening: &Opening, reasons: &Reasons) {
    put.text("perkara.pengirim", &opening.sender);
    put.text("perkara.nomor_surat_masuk", &opening.letter_number);
    put.day("perkara.tanggal_surat_masuk", opening.letter_date);
    let id = opening.reason.as_deref().unwrap_or_default();
    put.text("perkara.alasan_id", id);
    put.text("perkara.alasan", reasons.get(id).map(|reason| reason.label.clone()).unwrap_or_default());
    put.text("perkara.alasan_uraian", &opening.reason_text);
    put.text("perkara.dokumen_hukum_nomor", &opening.legal_number);
    put.day("perkara.dokumen_hukum_tanggal", opening.legal_date);
    put.day("perkara.berlaku_efektif", opening.effective_on);
    put.text("perkara.pemohon_dapat_masuk_ams", opening.can_log_in.map_or("", |can| if can { "ya" } else { "tidak" }));
}

/// What a service is called in letters and messages. Titles of SOPs vary, and may contradict the service.
pub fn service_name(kind: ServiceKind) -> &'static str {
    match kind {
        ServiceKind::Issuance => "Penerbitan Sertifikat Elektronik",
        ServiceKind::Renewal => "Pembaruan Sertifikat Elektronik",
        ServiceKind::Revocation => "Pencabutan Sertifikat Elektronik",
        ServiceKind::DataChange => "Perubahan Data Sertifikat Elektronik",
        ServiceKind::PassphraseReset => "Pengaturan Ulang Passphrase Sertifikat Elektronik",
        ServiceKind::Other => "Layanan Sertifikat Elektronik",
    }
}

/// How the case ended: a certificate effect or the closing is a success. Empty while it is under way, so that no letter tells an outcome too early.
fn outcome(put: &mut Values, case: &Case, zone: Zone) {
    let effect = case.path.iter().rev().find(|passed| !passed.effects.is_empty());
    let done = effect.or_else(|| case.path.last().filter(|_| case.status == Status::Closed));
    let word = if case.status == Status::Withdrawn {
        "dibatalkan"
    } else if done.is_some() {
        "selesai"
    } else {
        ""
    };
    put.text("perkara.hasil", word);
    let ended = done.map(|passed| stated_revocation(case).unwrap_or_else(|| zone.local(passed.done_at)).date());
    put.day("perkara.selesai", ended);
}

/// The fields of a disposition step, by their ids (docs/architecture.md, "Words that the core knows").
fn disposition(put: &mut Values, case: &Case) {
    let answer = |field: &str| case.steps.values().rev().find_map(|record| record.answers.get(field));
    for (name, field) in [("disposisi.kepada", "diteruskan_kepada"), ("disposisi.instruksi", "instruksi")] {
        put.text(name, answer(field).cloned().unwrap_or_default());
    }
    put.day("disposisi.batas", answer("batas_waktu").and_then(|text| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()));
}

fn rows(context: &LetterContext<'_>) -> BTreeMap<String, Vec<Row>> {
    BTreeMap::from([
        ("perubahan".to_owned(), changes(context.case)),
        ("berkas".to_owned(), files(context.case, context.sop)),
        (checklist::ROWS.to_owned(), checklist::rows(context)),
    ])
}

/// What changed in the owner's data: the fields `perihal_perubahan`, `semula`, `menjadi` of a step, one change a line.
fn changes(case: &Case) -> Vec<Row> {
    let Some(record) = case.steps.values().find(|record| record.answers.contains_key("menjadi")) else { return Vec::new() };
    let lines = |field: &str| -> Vec<String> {
        let text = record.answers.get(field).map(String::as_str).unwrap_or_default();
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    };
    let (subjects, before, after) = (lines("perihal_perubahan"), lines("semula"), lines("menjadi"));
    let at = |list: &[String], index: usize| {
        list.get(index).or_else(|| list.first().filter(|_| list.len() == 1)).cloned().unwrap_or_else(|| "-".to_owned())
    };
    let count = after.len().max(before.len());
    (0..count)
        .map(|index| {
            Row::from([
                ("perihal".into(), at(&subjects, index)),
                ("semula".into(), at(&before, index)),
                ("menjadi".into(), at(&after, index)),
            ])
        })
        .collect()
}

/// Documents that are there, by the names that the SOP gives them.
fn files(case: &Case, sop: &Sop) -> Vec<Row> {
    let name = |document: &str| {
        sop.steps.iter().find_map(|step| step.document(document)).map_or_else(|| document.to_owned(), |known| known.name.clone())
    };
    let held = case.steps.values().flat_map(|record| &record.documents);
    held.map(|file| Row::from([("nama".to_owned(), name(&file.document)), ("keadaan".to_owned(), "Lengkap".to_owned())])).collect()
}

/// What the ways in are called in letters.
pub(super) const CHANNELS: [(Channel, &str); 5] = [
    (Channel::Letter, "surat"),
    (Channel::Email, "pos-el"),
    (Channel::Sitante, "aplikasi SITANTE"),
    (Channel::InPerson, "datang langsung"),
    (Channel::OtherApplication, "aplikasi lain"),
];

fn channel(channel: Channel) -> &'static str {
    CHANNELS.iter().find(|(known, _)| *known == channel).map_or("", |(_, word)| word)
}

/// The day stays with its month.
pub(super) fn printed_day(day: NaiveDate) -> String {
    date_long(day).replacen(' ', "\u{a0}", 1)
}

/// Its groups stay on one line: the blanks between them do not break.
fn printed_nip(nip: &str) -> String {
    Nip::read(nip).map(|nip| nip.printed().replace(' ', "\u{a0}")).unwrap_or_else(|_| nip.to_owned())
}
