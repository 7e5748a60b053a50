//! The history of a case on paper: what the case is, what happened when and by whom, and what the bundle holds.

use super::Watch;
use super::gather::Paper;
use crate::cases::Timeline;
use crate::error::AppError;
use crate::letters::sheet::{heading, sentence};
use crate::office::Office;
use sandika_domain::case::{Case, Status};
use sandika_domain::fact::Fact;
use sandika_domain::letter::LetterModel;
use sandika_domain::letter::model::{Align, Block, Column, Head, Margins, Orientation, PageSetup};
use sandika_domain::letter::values::service_name;
use sandika_domain::person::mask;
use sandika_domain::words::{date_long, date_time};
use sandika_letters::{Legible, Typesetter};
use sandika_store::{Progress, Stage};

/// Says in words what a fact of a timeline is.
pub type Tell<'t> = dyn Fn(&Fact, &Timeline) -> String + 't;

/// Room below the rows, millimetres.
const BOTTOM: f64 = 24.0;
/// Digits of a NIK.
const NIK: usize = 16;

impl Office {
    /// Draws it.
    pub(super) fn case_history(
        &self,
        case: &Case,
        timeline: &Timeline,
        papers: &[Paper],
        tell: &Tell<'_>,
        watch: &mut Watch<'_>,
    ) -> Result<Vec<u8>, AppError> {
        let profile = self.needed_profile()?;
        let now = profile.zone.local(self.now());
        let face = self.letter_face(&profile.page, profile.own_face.as_ref())?;
        let legible = Typesetter::shared().legible(profile.page.typeface, face.as_deref())?;
        let agenda = shown(&legible, &case.agenda.text)?;
        let actor = shown(&legible, self.actor())?;
        let blocks = vec![
            Block::Fields { rows: self.about(case, &legible)? },
            heading("Riwayat"),
            Block::Table { columns: columns(&EVENTS), rows: events(timeline, &legible, tell)? },
            heading("Surat dan berkas dalam bundel ini"),
            if papers.is_empty() {
                sentence("Perkara ini belum memiliki surat atau berkas.")
            } else {
                Block::Table { columns: columns(&FILES), rows: files(papers, &legible)? }
            },
            sentence("NIK disamarkan. Isi lengkap setiap catatan berada dalam jurnal.jsonl; keutuhannya diperiksa dengan periksa.html."),
        ];
        let Margins { top, right, left, .. } = profile.page.margins;
        let model = LetterModel {
            title: format!("Riwayat perkara {}", case.agenda.text),
            face: face.clone(),
            page: PageSetup { margins: Margins { top, right, bottom: BOTTOM, left }, ..profile.page },
            letterhead: Some(self.letterhead(&profile)?),
            head: Head::Title { title: vec!["RIWAYAT PERKARA".to_owned()], number: format!("Nomor agenda {agenda}") },
            blocks,
            signatures: Vec::new(),
            copies: Vec::new(),
            attachments: Vec::new(),
            footer: format!("Riwayat perkara nomor agenda {agenda}. Dibuat {} {} oleh {actor}.", date_time(now), profile.zone),
            code: None,
            draft: false,
            practice: profile.practice,
            date: now.date().to_string(),
        };
        let drawn = Typesetter::shared().render_long(&model, Orientation::Upright, &mut |done, total| {
            watch(Progress { stage: Stage::Book, done: done as u64, total: total as u64 })
        });
        Ok(drawn?.bytes)
    }

    /// What the case is.
    fn about(&self, case: &Case, legible: &Legible<'_>) -> Result<Vec<(String, String)>, AppError> {
        const ERASED: &str = "(telah dihapus)";
        let owner = self.read().owner(case.owner)?;
        let owner = owner.as_ref().and_then(|row| row.recorded.known()).map(|recorded| &recorded.details);
        let certificate = case.certificate.map(|id| self.read().certificate(id)).transpose()?.flatten();
        let serial = certificate.as_ref().and_then(|row| row.details.known()).map(|details| details.serial.clone());
        let sender = case.opening.known().map_or(ERASED.to_owned(), |opening| opening.sender.clone());
        let mut rows = vec![
            ("Nomor agenda", case.agenda.text.clone()),
            ("Layanan", service_name(case.service).to_owned()),
            ("SOP", self.pinned(&case.sop_hash)?.identity.title.clone()),
            ("Diterima", date_long(case.received_on)),
            ("Pengirim", sender),
            ("Pemilik", owner.map_or(ERASED.to_owned(), |details| details.full_name())),
        ];
        if let Some(details) = owner {
            rows.push(("NIP", details.nip.clone()));
            rows.push(("NIK", mask(&details.nik)));
            rows.push(("Jabatan", details.post.clone()));
            rows.push(("Instansi", details.institution.clone()));
        }
        rows.extend(serial.map(|serial| ("Nomor seri sertifikat", serial)));
        rows.push(("Keadaan", standing(case).to_owned()));
        let filled = rows.into_iter().filter(|(_, value)| !value.is_empty());
        filled.map(|(label, value)| Ok((label.to_owned(), shown(legible, &value)?))).collect()
    }
}

const EVENTS: [(&str, f64, Align); 4] =
    [("No.", 3.0, Align::Centre), ("Waktu", 9.0, Align::Left), ("Oleh", 8.0, Align::Left), ("Peristiwa", 29.0, Align::Left)];
const FILES: [(&str, f64, Align); 2] = [("Nama dalam bundel", 20.0, Align::Left), ("Tentang", 28.0, Align::Left)];

fn columns(of: &[(&str, f64, Align)]) -> Vec<Column> {
    of.iter().map(|(title, weight, align)| Column { title: (*title).to_owned(), weight: *weight, align: *align }).collect()
}

fn events(timeline: &Timeline, legible: &Legible<'_>, tell: &Tell<'_>) -> Result<Vec<Vec<String>>, AppError> {
    let row = |(at, entry): (usize, &sandika_store::Entry)| {
        let told: Vec<String> = entry.facts.iter().map(|fact| tell(fact, timeline)).collect();
        Ok(vec![
            (at + 1).to_string(),
            timeline.zone.local(entry.header.at).format("%d-%m-%Y %H.%M").to_string(),
            shown(legible, &entry.header.actor)?,
            shown(legible, &without_niks(&told.join(". ")))?,
        ])
    };
    timeline.entries.iter().enumerate().map(row).collect()
}

fn files(papers: &[Paper], legible: &Legible<'_>) -> Result<Vec<Vec<String>>, AppError> {
    papers.iter().map(|paper| Ok(vec![paper.name.clone(), shown(legible, &without_niks(&paper.about))?])).collect()
}

fn standing(case: &Case) -> &'static str {
    match case.status {
        Status::Open if case.waiting.is_some() => "menunggu pihak lain",
        Status::Open => "berjalan",
        Status::Closed => "selesai",
        Status::Withdrawn => "dibatalkan",
    }
}

/// One line of what the letter face can set.
fn shown(legible: &Legible<'_>, text: &str) -> Result<String, AppError> {
    let line: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(legible.text(&line)?.into_owned())
}

/// A remark may have a NIK in it: whoever saw one whole is recorded, and not here.
fn without_niks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut digits = String::new();
    let close = |digits: &mut String, out: &mut String| {
        out.push_str(&if digits.len() == NIK { mask(digits) } else { digits.clone() });
        digits.clear();
    };
    for letter in text.chars() {
        if letter.is_ascii_digit() {
            digits.push(letter);
        } else {
            close(&mut digits, &mut out);
            out.push(letter);
        }
    }
    close(&mut digits, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::without_niks;

    #[test]
    fn a_nik_in_a_remark_is_masked() {
        for (text, expected) in [
            ("NIK 3199990101900001, benar", "NIK 31••••••••••••01, benar"),
            ("3199990101900001", "31••••••••••••01"),
            ("196809031993022001 adalah NIP", "196809031993022001 adalah NIP"),
            ("nomor 12", "nomor 12"),
        ] {
            assert_eq!(without_niks(text), expected);
        }
    }
}
