//! What is filled in at a step of practice: the script's own answers, what the register says, else a plain answer of the field's kind.

use super::script::Script;
use crate::cases::CaseFile;
use chrono::Months;
use sandika_domain::case::{RawAnswers, holds};
use sandika_domain::owner::OwnerDetails;
use sandika_domain::sop::{Field, FieldKind, Step};

/// Fields that ask for the number of the letter that came in.
const NUMBERS: [&str; 2] = ["nomor_surat_masuk", "acuan_permohonan"];

/// An answer to every field that the step asks for; to those that may stay empty only where the register knows it.
pub(super) fn answers(script: &Script, file: &CaseFile, step: &Step) -> RawAnswers {
    let asked = step.fields.iter().filter(|field| holds(field.condition.as_ref(), &file.case));
    let answered = asked.filter_map(|field| Some((field.id.clone(), answer(script, file, field)?)));
    answered.filter(|(_, answer)| !answer.is_empty()).collect()
}

fn answer(script: &Script, file: &CaseFile, field: &Field) -> Option<String> {
    if let Some(own) = script.answers.get(&field.id) {
        return Some(own.clone());
    }
    if let Some(shown) = file.owner.as_ref().and_then(|owner| at_ams(owner, &field.id)) {
        return Some(shown.to_owned());
    }
    field.required.then(|| plain(file, field))
}

/// AMS shows what the register says.
fn at_ams<'o>(owner: &'o OwnerDetails, field: &str) -> Option<&'o str> {
    let shown = match field {
        "username_ams" => &owner.ams_user,
        "nama_ams" => &owner.name,
        "nik_ams" => &owner.nik,
        "nip_ams" => &owner.nip,
        "jabatan_ams" => &owner.post,
        "unit_kerja_ams" => &owner.unit,
        "instansi_ams" => &owner.institution,
        "email_ams" => &owner.email,
        _ => return None,
    };
    Some(shown)
}

fn plain(file: &CaseFile, field: &Field) -> String {
    let now = file.zone.local(file.now);
    let certificate = file.certificate.as_ref().and_then(|row| row.details.known());
    match field.kind {
        FieldKind::Text if NUMBERS.contains(&field.id.as_str()) => {
            file.case.opening.known().map(|opening| opening.letter_number.clone()).unwrap_or_default()
        }
        FieldKind::Text | FieldKind::Owner | FieldKind::Official => "Contoh Petugas, A.Md.".to_owned(),
        FieldKind::Paragraph => "Diproses sesuai ketentuan.".to_owned(),
        FieldKind::Number => "1".to_owned(),
        FieldKind::Date if field.id == "berlaku_sampai" => (now.date() + Months::new(24)).to_string(),
        FieldKind::Date => now.date().to_string(),
        FieldKind::DateTime => now.format("%Y-%m-%dT%H:%M").to_string(),
        FieldKind::Choice => field.choices.first().cloned().unwrap_or_default(),
        FieldKind::Reason => file.case.reason().unwrap_or_default().to_owned(),
        FieldKind::Tick => "ya".to_owned(),
        FieldKind::Nip => file.owner.as_ref().map(|owner| owner.nip.clone()).unwrap_or_default(),
        FieldKind::Nik => file.owner.as_ref().map(|owner| owner.nik.clone()).unwrap_or_default(),
        FieldKind::Email => file.owner.as_ref().map(|owner| owner.email.clone()).unwrap_or_default(),
        FieldKind::Phone => file.owner.as_ref().map(|owner| owner.phone.clone()).unwrap_or_default(),
        FieldKind::SubjectDn => certificate.map(|details| details.subject_dn.clone()).unwrap_or_default(),
        FieldKind::Serial if field.id.ends_with("_baru") => certificate.map(|details| format!("99{}", details.serial)).unwrap_or_default(),
        FieldKind::Serial => certificate.map(|details| details.serial.clone()).unwrap_or_default(),
    }
}
