//! From one `[[langkah]]` to a [`Step`].

use std::ops::RangeInclusive;

use super::parse::{identifier, report_repeats, time};
use super::{Condition, ConditionPath, DocumentRequirement, Field, FieldKind, LetterRequirement, MessageOffer, Outcome, Step, Symbol};
use crate::calendar::TimeClock;
use crate::document::{Code, Table, Word};

/// Numbers that a step may have.
pub(super) const STEP_NUMBERS: RangeInclusive<u32> = 1..=9999;

/// `hitungan`, as the file spells it.
impl Word for TimeClock {
    const ALL: &'static [Self] = &[Self::Working, Self::Calendar];

    fn word(self) -> &'static str {
        match self {
            Self::Working => "kerja",
            Self::Calendar => "kalender",
        }
    }
}

pub(super) fn step(table: &Table<'_>) -> Option<Step> {
    let number = table.number("nomor", STEP_NUMBERS);
    let activity = table.text("kegiatan");
    let lanes = table.texts("pelaksana");
    let symbol = table.word::<Symbol>("simbol");
    let written_time = table.text_or_none("waktu").unwrap_or_default();
    let clock = table.word_or_none::<TimeClock>("hitungan").unwrap_or_default();
    let step = Step {
        number,
        activity,
        lanes,
        symbol: symbol.unwrap_or(Symbol::Process),
        requirements: table.texts_or_none("kelengkapan"),
        time: time(table, &written_time, clock),
        output: table.texts_or_none("output"),
        remarks: table.texts_or_none("keterangan"),
        next: table.number_or_none("lanjut", STEP_NUMBERS),
        effects: table.words_or_none("akibat"),
        outcomes: table.tables_or_none("keputusan", outcome),
        fields: table.tables_or_none("isian", field).into_iter().collect::<Option<_>>().unwrap_or_default(),
        documents: table.tables_or_none("berkas", document),
        letters: table.tables_or_none("surat", letter),
        messages: table.tables_or_none("pesan", message),
    };
    report_names(table, &step);
    report_next(table, &step);
    symbol.map(|_| step)
}

/// Names by which answers, files and letters are kept must be unique within the step.
fn report_names(table: &Table<'_>, step: &Step) {
    report_repeats(table, "keputusan", "hasil", step.outcomes.iter().map(|outcome| outcome.name.as_str()));
    report_repeats(table, "isian", "id", step.fields.iter().map(|field| field.id.as_str()));
    report_repeats(table, "berkas", "id", step.documents.iter().map(|document| document.id.as_str()));
    report_repeats(table, "surat", "id", step.letters.iter().map(|letter| letter.id.as_str()));
    report_repeats(table, "pesan", "id", step.messages.iter().map(|message| message.id.as_str()));
}

fn report_next(table: &Table<'_>, step: &Step) {
    if step.next.is_some() && matches!(step.symbol, Symbol::Decision | Symbol::End) {
        let advice = match step.symbol {
            Symbol::Decision => "Tulis tujuan pada `ke` setiap keputusan.",
            _ => "Hapus `lanjut` atau ubah simbolnya.",
        };
        table.report("lanjut", Code::S001, format!("`lanjut` tidak berlaku pada langkah dengan simbol `{}`. {advice}", step.symbol));
    }
}

fn outcome(table: &Table<'_>) -> Outcome {
    Outcome {
        name: table.text("hasil"),
        to: table.number("ke", STEP_NUMBERS),
        note_required: table.flag("catatan_wajib"),
        returns: table.flag("kembali"),
    }
}

fn field(table: &Table<'_>) -> Option<Field> {
    let id = identifier(table, "id");
    let label = table.text("label");
    let kind = table.word::<FieldKind>("jenis");
    let choices = table.texts_or_none("pilihan");
    if let Some(kind) = kind {
        report_choices(table, kind, &choices);
    }
    let (required, hint, condition) = (table.flag("wajib"), table.text_or_none("petunjuk"), condition(table));
    Some(Field { id, label, kind: kind?, required, hint, choices, condition })
}

fn report_choices(table: &Table<'_>, kind: FieldKind, choices: &[String]) {
    if kind == FieldKind::Choice && choices.is_empty() {
        table.report("jenis", Code::S001, "Isian dengan jenis `pilihan` memerlukan daftar `pilihan`.");
    }
    if kind != FieldKind::Choice && !choices.is_empty() {
        table.report(
            "pilihan",
            Code::S001,
            format!("Daftar `pilihan` tidak berlaku untuk jenis `{kind}`. Hapus daftar itu atau ubah jenisnya."),
        );
    }
}

fn document(table: &Table<'_>) -> DocumentRequirement {
    DocumentRequirement {
        id: identifier(table, "id"),
        name: table.text("nama"),
        required: table.flag("wajib"),
        condition: condition(table),
    }
}

fn letter(table: &Table<'_>) -> LetterRequirement {
    LetterRequirement {
        id: identifier(table, "id"),
        required: table.flag("wajib"),
        scan_back: table.flag("pindai_kembali"),
        condition: condition(table),
    }
}

fn message(table: &Table<'_>) -> MessageOffer {
    MessageOffer { id: identifier(table, "id"), to: table.text("kepada"), condition: condition(table) }
}

/// Reads `bila`. A path that names no value is reported (S008); what it may name within this SOP is for the checker to say.
fn condition(table: &Table<'_>) -> Option<Condition> {
    let written = table.lists_by_key_or_none("bila")?;
    let mut parts = Vec::with_capacity(written.len());
    for (path, allowed) in written {
        match ConditionPath::parse(&path) {
            Some(known) => parts.push((known, allowed)),
            None => table.report("bila", Code::S008, unknown_path(&path)),
        }
    }
    Some(Condition(parts))
}

fn unknown_path(path: &str) -> String {
    format!(
        "Syarat `bila` menyebut `{path}`, yang tidak dikenal. Yang dapat dipakai: perkara.alasan, perkara.kanal, \
         perkara.pemohon_dapat_masuk_ams, atau langkah.<nomor>.<id isian>."
    )
}
