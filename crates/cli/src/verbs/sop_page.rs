//! An SOP as a page of text: its form, its lanes, its steps.

use crate::page::Page;
use sandika_domain::calendar::{StandardTime, TimeClock};
use sandika_domain::sop::{Approval, Condition, Field, Identity, Lane, Outcome, Party, Sop, Step};

/// Width of the labels of the head.
const HEAD: usize = 20;
/// Width of the labels of a step.
const STEP: usize = 19;

/// The page.
pub(super) fn page(sop: &Sop) -> String {
    let mut page = Page::default();
    head(&mut page, sop);
    let headings = &sop.headings;
    for (title, lines) in [
        ("DASAR HUKUM", &headings.legal_basis),
        ("KUALIFIKASI PELAKSANA", &headings.qualifications),
        ("KETERKAITAN", &headings.related),
        ("PERALATAN DAN PERLENGKAPAN", &headings.equipment),
        ("PERINGATAN", &headings.warnings),
        ("PENCATATAN DAN PENDATAAN", &headings.records),
    ] {
        page.heading(title);
        page.list(lines);
    }
    lanes(&mut page, &sop.lanes);
    page.heading("LANGKAH");
    for (index, step) in sop.steps.iter().enumerate() {
        if index > 0 {
            page.gap();
        }
        self::step(&mut page, step, sop);
    }
    totals(&mut page, sop);
    page.into_text()
}

fn head(page: &mut Page, sop: &Sop) {
    let Identity { government, office, division, title, cover_title, number, created, revised, effective, approval } = &sop.identity;
    page.block("", "", &title.to_uppercase());
    page.block("", "", &[Some(government), Some(office), division.as_ref()].into_iter().flatten().cloned().collect::<Vec<_>>().join(" · "));
    page.gap();
    let mut entry = |label: &str, value: Option<String>| page.entry("", label, HEAD, value.as_slice());
    entry("Kode", Some(sop.id.clone()));
    entry("Jenis", Some(sop.kind.to_string()));
    if cover_title.is_some() {
        entry("Judul sampul", cover_title.clone());
    }
    entry("Nomor", number.clone());
    entry("Tanggal pembuatan", created.clone());
    entry("Tanggal revisi", revised.clone());
    entry("Tanggal efektif", effective.clone());
    entry("Disahkan oleh", approved(approval));
}

fn approved(approval: &Approval) -> Option<String> {
    let nip = approval.nip.as_ref().map(|nip| format!("NIP {nip}"));
    let parts = [approval.position.clone(), approval.name.clone(), approval.rank.clone(), nip];
    let said: Vec<String> = parts.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join("; "))
}

fn lanes(page: &mut Page, lanes: &[Lane]) {
    page.heading("PELAKSANA");
    let widest = lanes.iter().map(|lane| lane.name.chars().count()).max().unwrap_or_default().min(60) + 4;
    for lane in lanes {
        let party = match lane.party {
            Party::Office => "dinas",
            Party::Outside => "pihak luar",
        };
        page.entry("  ", &lane.name, widest, &[party.to_owned()]);
    }
}

fn step(page: &mut Page, step: &Step, sop: &Sop) {
    page.block(&format!("{:>3}. ", step.number), "     ", &step.activity);
    let mut row = |label: &str, values: Vec<String>| page.entry("     ", label, STEP, &values);
    row("Pelaksana", vec![step.lanes.iter().map(|lane| lane_name(sop, lane)).collect::<Vec<_>>().join(", ")]);
    row("Simbol", vec![step.symbol.to_string()]);
    row("Kelengkapan", step.requirements.clone());
    row("Waktu", step.time.map(time).into_iter().collect());
    row("Output", step.output.clone());
    row("Keterangan", step.remarks.clone());
    let mut where_any = |label: &str, values: Vec<String>| {
        if !values.is_empty() {
            row(label, values);
        }
    };
    where_any("Keputusan", step.outcomes.iter().map(outcome).collect());
    where_any("Lanjut", step.next.map(|next| format!("ke langkah {next}")).into_iter().collect());
    where_any("Akibat", step.effects.iter().map(ToString::to_string).collect());
    where_any("SOP lain", sop.sub_sops.iter().filter(|call| call.step == step.number).map(|call| call.id.clone()).collect());
    where_any("Isian", step.fields.iter().map(field).collect());
    let document =
        |paper: &sandika_domain::sop::DocumentRequirement| remarked(&paper.name, &[required(paper.required)], paper.condition.as_ref());
    where_any("Berkas", step.documents.iter().map(document).collect());
    let letter = |letter: &sandika_domain::sop::LetterRequirement| {
        let back = if letter.scan_back { "pindai kembali" } else { "" };
        remarked(&letter.id, &[required(letter.required), back], letter.condition.as_ref())
    };
    where_any("Surat", step.letters.iter().map(letter).collect());
    let message = |offer: &sandika_domain::sop::MessageOffer| {
        remarked(&offer.id, &[&format!("kepada {}", lane_name(sop, &offer.to))], offer.condition.as_ref())
    };
    where_any("Pesan", step.messages.iter().map(message).collect());
}

fn totals(page: &mut Page, sop: &Sop) {
    if sop.totals.is_empty() {
        return;
    }
    page.heading("WAKTU PENYELESAIAN");
    for total in &sop.totals {
        let steps: Vec<String> = total.steps.iter().map(ToString::to_string).collect();
        let of = if steps.is_empty() { String::new() } else { format!(" (langkah {})", steps.join(", ")) };
        page.block("  ", "    ", &format!("{}: {}{of}", total.name, total.time));
    }
}

fn lane_name(sop: &Sop, id: &str) -> String {
    sop.lanes.iter().find(|lane| lane.id == id).map_or_else(|| id.to_owned(), |lane| lane.name.clone())
}

fn time(time: StandardTime) -> String {
    match time.clock {
        TimeClock::Working => format!("{time} (waktu kerja)"),
        TimeClock::Calendar => format!("{time} (waktu kalender)"),
    }
}

fn outcome(outcome: &Outcome) -> String {
    let returns = if outcome.returns { "dikembalikan" } else { "" };
    let note = if outcome.note_required { "catatan wajib" } else { "" };
    remarked(&format!("{} → langkah {}", outcome.name, outcome.to), &[returns, note], None)
}

fn field(field: &Field) -> String {
    let choices = if field.choices.is_empty() { String::new() } else { format!(": {}", field.choices.join(" / ")) };
    remarked(&field.label, &[&format!("{}{choices}", field.kind), required(field.required)], field.condition.as_ref())
}

fn required(required: bool) -> &'static str {
    if required { "wajib" } else { "tidak wajib" }
}

/// A text with remarks in brackets; empty remarks do not count.
fn remarked(text: &str, remarks: &[&str], condition: Option<&Condition>) -> String {
    let condition = condition.map(|condition| {
        let parts: Vec<String> = condition.0.iter().map(|(path, values)| format!("{path} = {}", values.join(" / "))).collect();
        format!("bila {}", parts.join(" dan "))
    });
    let said: Vec<&str> = remarks.iter().copied().chain(condition.as_deref()).filter(|remark| !remark.is_empty()).collect();
    if said.is_empty() { text.to_owned() } else { format!("{text} ({})", said.join("; ")) }
}
