//! Attachments (`[[lampiran]]`): pages of their own behind the letter, upright or crosswise, that name the letter they belong to.

use super::block::Section;
use super::condition::Condition;
use super::fill::Filler;
use super::model::{Attachment, Orientation, Signature, Signing};
use super::placeholder::Text;
use super::read::Reader;
use crate::document::{Table, word_enum};
use crate::words::{date_long, roman};
use chrono::NaiveDate;

word_enum! {
    /// How the pages lie.
    Direction {
        /// The short side below.
        Upright = "tegak",
        /// The long side below.
        Landscape = "mendatar",
    }
}

impl From<Direction> for Orientation {
    fn from(direction: Direction) -> Self {
        match direction {
            Direction::Upright => Self::Upright,
            Direction::Landscape => Self::Landscape,
        }
    }
}

/// One `[[lampiran]]`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct AttachmentTemplate {
    pub(super) condition: Condition,
    pub(super) orientation: Orientation,
    pub(super) title: Vec<Text>,
    pub(super) sections: Vec<Section>,
    /// A letter signed by hand is signed below this attachment too. An electronic signature covers the whole file.
    pub(super) signed: bool,
}

/// What an attachment says of its letter.
pub(super) struct Attached<'l> {
    pub(super) name: &'l str,
    pub(super) number: Option<&'l str>,
    pub(super) date: NaiveDate,
    pub(super) signatures: &'l [Signature],
}

impl AttachmentTemplate {
    /// The attachment; `place` is its number among how many.
    pub(super) fn compose<'a>(&'a self, filler: &mut Filler<'a>, letter: &Attached<'_>, place: (usize, usize)) -> Attachment {
        let number = letter.number.map(|number| ("Nomor".to_owned(), number.to_owned()));
        let date = ("Tanggal".to_owned(), date_long(letter.date));
        let by_hand = letter.signatures.iter().filter(|signature| self.signed && signature.signing == Signing::Wet);
        Attachment {
            orientation: self.orientation,
            heading: vec![heading(place), letter.name.to_uppercase()],
            rows: number.into_iter().chain([date]).collect(),
            title: self.title.iter().flat_map(|line| filler.lines(line)).map(|line| line.to_uppercase()).collect(),
            blocks: self.sections.iter().flat_map(|section| section.compose(filler)).collect(),
            signatures: by_hand.cloned().collect(),
        }
    }

    /// As [`Section::visit`].
    pub(super) fn visit<'t>(&'t self, texts: &mut Vec<(&'t Text, Option<&'t str>)>, conditions: &mut Vec<&'t Condition>) {
        conditions.push(&self.condition);
        texts.extend(self.title.iter().map(|text| (text, None)));
        self.sections.iter().for_each(|section| section.visit(texts, conditions));
    }
}

/// "LAMPIRAN", numbered where there are several.
fn heading((number, of): (usize, usize)) -> String {
    let numeral = u16::try_from(number).ok().filter(|_| of > 1).and_then(roman);
    numeral.map_or_else(|| "LAMPIRAN".to_owned(), |numeral| format!("LAMPIRAN {numeral}"))
}

impl Reader<'_> {
    /// The attachments, in order; none where there are none.
    pub(super) fn attachments(&self, root: &Table<'_>) -> Vec<AttachmentTemplate> {
        let mut number = 0;
        root.tables_or_none("lampiran", |table| {
            number += 1;
            let at = format!("lampiran {number}");
            AttachmentTemplate {
                condition: self.condition(table, &at),
                orientation: table.word_or_none::<Direction>("arah").map(Orientation::from).unwrap_or_default(),
                title: self.texts_or_none(table, "judul", &at),
                sections: self.sections(table, &at),
                signed: table.flag("tanda_tangan"),
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::{LetterModel, Template, samples};
    use super::*;
    use crate::letter::model::Block;

    const HEAD: &str = "format = 1\nid = \"surat\"\nnama = \"Surat\"\nbentuk = \"judul\"\nkop = \"tanpa\"\ntte = true\nkaki_tte = \"BSrE\"\n\
        [kepala]\njudul = [\"SURAT\"]\nnomor = \"12/…\"\n[[bagian]]\njenis = \"paragraf\"\nteks = \"Isi.\"\n";
    const TABLE: &str = "[[lampiran.bagian]]\njenis = \"butir\"\nuntuk_setiap = \"pemilik\"\n\
        butir = [{ teks = \"{urutan} {pemilik.nama}: {sertifikat.nomor_seri?}, {perkara.alasan?}\" }]\n";

    fn faults(body: &str) -> String {
        let found = match Template::parse("surat.toml", format!("{HEAD}{body}").as_bytes()) {
            Ok(template) => template.check(),
            Err(faults) => faults,
        };
        found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    }

    fn letter(body: &str, owners: usize) -> LetterModel {
        let mut values = samples::values_of(owners);
        if let Some(rows) = values.rows.get_mut("pemilik") {
            rows.iter_mut().enumerate().for_each(|(at, row)| drop(row.insert("sertifikat.nomor_seri".into(), format!("S{at}"))));
        }
        Template::parse("surat.toml", format!("{HEAD}{body}").as_bytes()).unwrap().compose(&values, &samples::setup()).unwrap()
    }

    #[test]
    fn every_fault_of_an_attachment_is_named_with_its_place() {
        for (body, expected) in [
            (format!("[[lampiran]]\n{TABLE}"), ""),
            ("[[lampiran]]\njudul = [\"A\"]".to_owned(), "Kunci `bagian` tidak ada di `lampiran`"),
            (format!("[[lampiran]]\narah = \"miring\"\n{TABLE}"), "Kunci `arah` tidak boleh bernilai `miring`"),
            (format!("[[lampiran]]\njudul = [\"{{pemilik.nma}}\"]\n{TABLE}"), "(lampiran 1, judul) Isian `pemilik.nma` tidak dikenal"),
            (format!("[[lampiran]]\n{}", TABLE.replace("pemilik.nama", "pemilik.nma")), "(lampiran 1, bagian 1, butir 1, teks)"),
            // Outside the rows of a letter about several nobody's name can stand.
            (format!("[[lampiran]]\njudul = [\"{{pemilik.nama}}\"]\n{TABLE}"), "L004 (lampiran 1, judul) Isian `{pemilik.nama}`"),
        ] {
            let found = faults(&body);
            assert!(found.contains(expected) && found.is_empty() == expected.is_empty(), "{body}\n{found}");
        }
    }

    #[test]
    fn attachments_name_their_letter_and_each_row_its_own_case() {
        let one = letter(&format!("[[lampiran]]\narah = \"mendatar\"\n{TABLE}"), 2);
        let [attachment] = &one.attachments[..] else { panic!("{}", one.attachments.len()) };
        assert_eq!(attachment.orientation, Orientation::Landscape);
        assert_eq!(attachment.heading, ["LAMPIRAN", "SURAT"]);
        assert_eq!(attachment.rows, [("Nomor".into(), "12/…".into()), ("Tanggal".into(), "21 November 2026".into())]);
        let items = vec!["1 Contoh Pemilik: S0, Purna tugas/pensiun".to_owned(), "2 Contoh Pemilik: S1, Purna tugas/pensiun".to_owned()];
        assert_eq!(attachment.blocks, [Block::Numbered { items }]);
        let two = letter(&format!("[[lampiran]]\n{TABLE}[[lampiran]]\nbila = {{ \"jumlah_pemilik\" = [\"3\"] }}\n{TABLE}"), 3);
        let headings: Vec<_> = two.attachments.iter().map(|attachment| attachment.heading[0].as_str()).collect();
        assert_eq!(headings, ["LAMPIRAN I", "LAMPIRAN II"]);
    }
}
