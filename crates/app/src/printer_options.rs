//! What CUPS tells of a printer's options, as `lpoptions -p NAME -l` writes them.

pub use sandika_domain::letter::media::PrinterPapers;

/// The papers of a printer: the line `PageSize/Media Size: Letter *A4 Legal`, where a star marks what it is set to. A printer without that line
/// does not tell, and so does one whose answer is empty.
pub fn papers(answer: &str) -> PrinterPapers {
    let named = |line: &&str| ["PageSize/", "PageSize:", "media/", "media:"].iter().any(|begin| line.starts_with(begin));
    let Some((_, choices)) = answer.lines().find(named).and_then(|line| line.split_once(": ")) else { return PrinterPapers::default() };
    let usual = choices.split_whitespace().find_map(|choice| choice.strip_prefix('*')).map(str::to_owned);
    // A size of one's own is no paper that lies in a tray.
    let takes = choices.split_whitespace().map(|choice| choice.trim_start_matches('*')).filter(|choice| *choice != "Custom.WIDTHxHEIGHT");
    PrinterPapers { usual: usual.filter(|usual| usual != "Custom.WIDTHxHEIGHT"), takes: takes.map(str::to_owned).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_stand_in_their_line_with_a_star_at_the_present_one() {
        let options = "ColorModel/Output Mode: *Gray RGB\nPageSize/Media Size: Letter *A4 FanFoldGermanLegal Custom.WIDTHxHEIGHT\nDuplex/2-Sided: *None";
        for (answer, usual, takes) in [
            (options, Some("A4"), &["Letter", "A4", "FanFoldGermanLegal"] as &[&str]),
            ("PageSize/Ukuran Kertas: A4 *Custom.215x330mm", Some("Custom.215x330mm"), &["A4", "Custom.215x330mm"]),
            ("PageSize: A4 F4", None, &["A4", "F4"]),
            ("media/Media: *iso_a4_210x297mm", Some("iso_a4_210x297mm"), &["iso_a4_210x297mm"]),
            ("InputSlot/Media Source: *Tray1", None, &[]),
            ("", None, &[]),
        ] {
            let told = papers(answer);
            assert_eq!((told.usual.as_deref(), told.takes), (usual, takes.iter().map(|name| (*name).to_owned()).collect()), "{answer}");
        }
    }
}
