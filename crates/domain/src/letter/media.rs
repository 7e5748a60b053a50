//! What printers call papers, and whether a printer has the paper of a letter.

use super::model::Paper;

/// What a printer tells of its papers, by the names that it has for them: of PPD files ("A4", "FanFoldGermanLegal", "Custom.215x330mm") or of
/// PWG 5101.1 ("iso_a4_210x297mm").
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrinterPapers {
    /// The one that it is set to; none where it does not tell.
    pub usual: Option<String>,
    /// Every paper that it can be set to; empty where it does not tell.
    pub takes: Vec<String>,
    /// It can be set to any size.
    pub any_size: bool,
}

/// Millimetres by which a sheet may differ from its paper: names are rounded.
const SLACK: f64 = 1.5;

/// Millimetres in an inch and in a point.
const INCH: f64 = 25.4;
const POINT: f64 = INCH / 72.0;

impl Paper {
    /// The paper of a sheet, upright, in millimetres. Folio is sold 210 to 216 mm wide.
    pub fn of_size_mm(width: f64, height: f64) -> Option<Self> {
        let near = |size: f64, wanted: f64| (size - wanted).abs() <= SLACK;
        Self::ALL.into_iter().find(|paper| {
            let (wide, high) = paper.size_mm();
            let wide_enough = if *paper == Self::F4 { (210.0 - SLACK..=216.0 + SLACK).contains(&width) } else { near(width, wide) };
            wide_enough && near(height, high)
        })
    }

    /// The paper behind a printer's name for it; none for other papers.
    pub fn of_media(name: &str) -> Option<Self> {
        size_of(name).and_then(|(width, height)| Self::of_size_mm(width, height))
    }
}

impl PrinterPapers {
    /// The printer's own name for a paper, to be named with a job: the one that it is set to, else the nearest that it has, else the size itself where
    /// it takes any; none where it has nothing of the kind or does not tell.
    pub fn name_of(&self, paper: Paper) -> Option<String> {
        let is = |name: &&String| Paper::of_media(name) == Some(paper);
        let (width, height) = paper.size_mm();
        let off = |name: &&String| size_of(name).map_or(f64::MAX, |(wide, high)| (wide - width).abs() + (high - height).abs());
        let nearest = || self.takes.iter().filter(is).min_by(|one, other| off(one).total_cmp(&off(other)));
        let named = self.usual.as_ref().filter(is).or_else(nearest).cloned();
        named.or_else(|| self.any_size.then(|| format!("Custom.{width}x{height}mm")))
    }

    /// Why a letter, or a book, on this paper will not come out as it was made, and what to do; none where it will, or where the printer does not tell.
    /// A job names its paper wherever the printer has it ([`Self::name_of`]).
    pub fn warning(&self, paper: Paper, printer: &str) -> Option<String> {
        let is = |name: &String| Paper::of_media(name) == Some(paper);
        if self.usual.is_none() && self.takes.is_empty() || self.usual.as_ref().is_some_and(is) {
            return None;
        }
        let has_it = self.name_of(paper).is_some();
        let paper = paper.name();
        let set_to = self.usual.as_deref().map_or_else(String::new, |usual| format!(" memakai {}", spoken(usual)));
        Some(if has_it {
            let usual = if set_to.is_empty() { " belum diatur ke kertas itu".to_owned() } else { set_to };
            format!(
                "Dokumen ini {paper}, sedangkan printer {printer}{usual}. Pasang kertas {paper} sebelum mencetak: dokumen dicetak pada ukuran \
                 aslinya, sehingga isinya dapat terpotong pada kertas lain."
            )
        } else {
            let and = if set_to.is_empty() { "" } else { " dan" };
            format!(
                "Dokumen ini {paper}, sedangkan printer {printer}{set_to}{and} tidak mengenal {paper}. Pilih printer lain, \
                 atau terima isi dokumen yang disesuaikan ke kertas yang ada."
            )
        })
    }
}

/// A printer's name for a paper, as offices call it where they do.
fn spoken(name: &str) -> &str {
    match Paper::of_media(name) {
        Some(paper) => paper.name(),
        None => name,
    }
}

/// Width and height in millimetres of a paper by its name, where it says them or is one of those that letters are printed on. "F4" is no name of a
/// standard: it is the paper of ours.
fn size_of(name: &str) -> Option<(f64, f64)> {
    match name.to_ascii_lowercase().as_str() {
        "a4" => Some(Paper::A4.size_mm()),
        "f4" => Some(Paper::F4.size_mm()),
        "folio" => Some((210.0, 330.0)),
        "fanfoldgermanlegal" => Some((8.5 * INCH, 13.0 * INCH)),
        "legal" => Some(Paper::Legal.size_mm()),
        _ => size_in(name),
    }
}

/// Width and height in millimetres that a name ends with: `215x330mm`, `8.5x13in`, or points, as PPD files write custom sizes.
fn size_in(name: &str) -> Option<(f64, f64)> {
    let size = name.strip_prefix("Custom.").unwrap_or_else(|| name.rsplit('_').next().unwrap_or(name));
    let (size, unit) = [("mm", 1.0), ("cm", 10.0), ("in", INCH), ("pt", POINT), ("", POINT)]
        .into_iter()
        .find_map(|(ending, unit)| size.strip_suffix(ending).map(|size| (size, unit)))?;
    let (width, height) = size.split_once('x')?;
    let millimetres = |text: &str| text.parse::<f64>().ok().map(|length| length * unit);
    Some((millimetres(width)?, millimetres(height)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_are_known_by_every_name_that_printers_have_for_them() {
        for (name, expected) in [
            ("A4", Some(Paper::A4)),
            ("iso_a4_210x297mm", Some(Paper::A4)),
            ("F4", Some(Paper::F4)),
            ("Folio", Some(Paper::F4)),
            ("FanFoldGermanLegal", Some(Paper::F4)),
            ("Custom.215x330mm", Some(Paper::F4)),
            ("Custom.612x936", Some(Paper::F4)),
            ("Custom.8.5x13in", Some(Paper::F4)),
            ("om_folio_210x330mm", Some(Paper::F4)),
            ("na_foolscap_8.5x13in", Some(Paper::F4)),
            ("Legal", Some(Paper::Legal)),
            ("na_legal_8.5x14in", Some(Paper::Legal)),
            ("Custom.216x356mm", Some(Paper::Legal)),
            ("Letter", None),
            ("A5", None),
            ("Custom.WIDTHxHEIGHT", None),
            ("om_folio-sp_215x315mm", None),
            ("", None),
        ] {
            assert_eq!(Paper::of_media(name), expected, "{name}");
        }
    }

    #[test]
    fn a_letter_is_warned_of_a_printer_that_has_other_paper() {
        let printer = |usual: Option<&str>, takes: &[&str]| PrinterPapers {
            usual: usual.map(str::to_owned),
            takes: takes.iter().map(|name| (*name).to_owned()).collect(),
            any_size: false,
        };
        let with_any_size = PrinterPapers { any_size: true, ..printer(Some("A4"), &["A4", "Letter"]) };
        for (papers, paper, expected) in [
            (printer(None, &[]), Paper::F4, None),
            (with_any_size, Paper::F4, Some("Dokumen ini F4, sedangkan printer Loket memakai A4. Pasang kertas F4")),
            (printer(Some("Folio"), &["A4", "Folio"]), Paper::F4, None),
            (printer(Some("Custom.215x330mm"), &["A4"]), Paper::F4, None),
            (
                printer(Some("A4"), &["A4", "Folio"]),
                Paper::F4,
                Some("Dokumen ini F4, sedangkan printer Loket memakai A4. Pasang kertas F4"),
            ),
            (printer(Some("A4"), &["A4", "Letter"]), Paper::F4, Some("printer Loket memakai A4 dan tidak mengenal F4. Pilih printer lain")),
            (printer(Some("Letter"), &["A4", "Letter"]), Paper::A4, Some("printer Loket memakai Letter. Pasang kertas A4")),
            (printer(None, &["A4", "Legal"]), Paper::Legal, Some("printer Loket belum diatur ke kertas itu. Pasang kertas Legal")),
            (printer(None, &["A5"]), Paper::Legal, Some("printer Loket tidak mengenal Legal")),
        ] {
            let said = papers.warning(paper, "Loket");
            match expected {
                None => assert_eq!(said, None, "{papers:?}"),
                Some(words) => assert!(said.as_ref().is_some_and(|said| said.contains(words)), "{papers:?}: {said:?}"),
            }
        }
    }

    #[test]
    fn a_job_names_its_paper_as_the_printer_does() {
        let f4 = [Paper::F4].as_slice();
        for (usual, takes, any_size, papers, expected) in [
            (Some("A4"), ["A4", "Letter", "Legal"].as_slice(), false, Paper::ALL.as_slice(), [Some("A4"), None, Some("Legal")].as_slice()),
            (Some("A4"), &["A4", "Letter"], true, &Paper::ALL, &[Some("A4"), Some("Custom.215x330mm"), Some("Custom.215.9x355.6mm")]),
            (Some("A4"), &["A4", "Folio", "FanFoldGermanLegal"], true, f4, &[Some("FanFoldGermanLegal")]),
            (Some("Folio"), &["A4", "Folio", "FanFoldGermanLegal"], true, f4, &[Some("Folio")]),
            (Some("Custom.215x330mm"), &["A4", "Custom.215x330mm"], true, f4, &[Some("Custom.215x330mm")]),
            (Some("iso_a4_210x297mm"), &["iso_a4_210x297mm", "om_folio_210x330mm"], false, f4, &[Some("om_folio_210x330mm")]),
            (None, &["A4.Borderless", "A4"], false, &[Paper::A4], &[Some("A4")]),
            (None, &[], false, &Paper::ALL, &[None, None, None]),
        ] {
            let takes = takes.iter().map(|name| (*name).to_owned()).collect();
            let printer = PrinterPapers { usual: usual.map(str::to_owned), takes, any_size };
            let named: Vec<_> = papers.iter().map(|paper| printer.name_of(*paper)).collect();
            let expected: Vec<_> = expected.iter().map(|name| name.map(str::to_owned)).collect();
            assert_eq!(named, expected, "{printer:?}");
        }
    }
}
