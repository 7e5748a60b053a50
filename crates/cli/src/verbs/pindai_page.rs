//! What `pindai` says of files to a person.

use super::pindai::{CertificateView, FileView, LetterView, PageView, PlanView, SignatureView};
use crate::page::Page;

/// Width of the labels.
const LABEL: usize = 17;

/// Every file under its name.
pub(super) fn told(views: &[FileView]) -> String {
    let mut page = Page::default();
    for (place, view) in views.iter().enumerate() {
        if place > 0 {
            page.gap();
        }
        page.verbatim(&view.file);
        file(&mut page, view);
    }
    page.into_text()
}

fn file(page: &mut Page, view: &FileView) {
    let mut entry = |label: &str, values: Vec<String>| page.entry("  ", label, LABEL, &values);
    if let (Some(kind), Some(size)) = (view.kind, view.size) {
        entry("Jenis", vec![format!("{kind}, {size} bita")]);
    }
    for held in &view.pages {
        entry(&format!("Halaman {}", held.page), vec![of_page(held)]);
    }
    for (number, held) in (1..).zip(&view.signatures) {
        entry(&format!("Tanda tangan {number}"), of_signature(held));
    }
    for held in &view.certificates {
        entry(if held.authority { "Penerbit" } else { "Sertifikat" }, of_certificate(held));
    }
    if let Some(fault) = &view.fault {
        entry("Masalah", vec![fault.clone()]);
    }
    match &view.plan {
        None => {}
        Some(PlanView::Files { letter }) => entry("Akan", vec![format!("tersimpan sendiri pada {}", of_letter(letter))]),
        Some(PlanView::Tray { why }) => {
            let why = why.iter().map(|why| format!("menunggu di Kotak Pindai: {why}"));
            entry("Akan", why.collect());
        }
        Some(PlanView::Apart { pieces }) => {
            let piece = pieces.iter().map(|piece| {
                let pages: Vec<String> = piece.pages.iter().map(u32::to_string).collect();
                let fate = match (&piece.letter, &piece.why) {
                    (Some(letter), _) => format!("tersimpan sendiri pada {}", of_letter(letter)),
                    (None, why) => format!("menunggu di Kotak Pindai: {}", why.as_deref().unwrap_or_default()),
                };
                format!("halaman {} {fate}", pages.join(", "))
            });
            entry("Akan dipisah", piece.collect());
        }
    }
}

fn of_page(held: &PageView) -> String {
    let codes =
        held.codes.iter().map(|code| format!("kode {} versi {}, halaman {} dari {}", code.letter, code.version, code.page, code.of));
    let size = format!("{} × {}", held.width, held.height);
    let rest = match (&held.trouble, held.blank, held.codes.is_empty()) {
        (Some(trouble), ..) => return trouble.clone(),
        (None, true, _) => "kosong".to_owned(),
        (None, false, true) => "tanpa kode".to_owned(),
        (None, false, false) => codes.collect::<Vec<_>>().join("; "),
    };
    format!("{size}, {rest}")
}

fn of_signature(held: &SignatureView) -> Vec<String> {
    let signer = held.signer.clone().unwrap_or_else(|| "penandatangan tidak diketahui".to_owned());
    let who = held.at.iter().fold(signer, |told, at| format!("{told}, {at}"));
    std::iter::once(who).chain(held.words.iter().cloned()).collect()
}

fn of_certificate(held: &CertificateView) -> Vec<String> {
    let mut told = vec![
        held.name.clone(),
        format!("nomor seri {}", held.serial),
        format!("subjek {}", held.subject),
        format!("penerbit {}", held.issuer),
        format!("berlaku {} sampai {}", held.not_before, held.not_after),
    ];
    told.extend(held.email.iter().map(|email| format!("surel {email}")));
    if !held.key_usage.is_empty() {
        told.push(format!("untuk {}", held.key_usage.join(", ")));
    }
    told.push(format!("sidik SHA-256 {}", held.fingerprint));
    told
}

fn of_letter(letter: &LetterView) -> String {
    format!("perkara {} sebagai {} (surat {}, versi {})", letter.agenda, letter.title, letter.letter, letter.version)
}
