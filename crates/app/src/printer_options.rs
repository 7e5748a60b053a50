//! What CUPS tells of a printer's options, as `lpoptions -p NAME -l` writes them.

pub use sandika_domain::letter::media::PrinterPapers;
use sandika_domain::letter::model::Paper;

/// Among the papers, that any other size can be named as well.
const ANY_SIZE: &str = "Custom.WIDTHxHEIGHT";

/// The papers of a printer: the line `PageSize/Media Size: Letter *A4 Legal`, where a star marks what it is set to. A printer without that line
/// does not tell, and so does one whose answer is empty.
pub fn papers(answer: &str) -> PrinterPapers {
    let named = |line: &&str| ["PageSize/", "PageSize:", "media/", "media:"].iter().any(|begin| line.starts_with(begin));
    let Some((_, choices)) = answer.lines().find(named).and_then(|line| line.split_once(": ")) else { return PrinterPapers::default() };
    let usual = choices.split_whitespace().find_map(|choice| choice.strip_prefix('*')).map(str::to_owned);
    // A size of one's own is no paper that lies in a tray.
    let all = || choices.split_whitespace().map(|choice| choice.trim_start_matches('*'));
    let takes = all().filter(|choice| *choice != ANY_SIZE).map(str::to_owned).collect();
    PrinterPapers { usual: usual.filter(|usual| usual != ANY_SIZE), takes, any_size: all().any(|choice| choice == ANY_SIZE) }
}

/// What a job says to CUPS of its paper. Where the printer has that of the letter it is named, and nothing is scaled; where it has not, or where either
/// is not known, a letter on F4 must not lose its last lines on A4: it is made smaller there, and stays as it is on its own paper.
pub fn paper_options(papers: &PrinterPapers, paper: Option<Paper>) -> Vec<String> {
    match paper.and_then(|paper| papers.name_of(paper)) {
        Some(name) => vec![format!("media={name}"), "print-scaling=none".to_owned()],
        None => vec!["print-scaling=auto-fit".to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn papers_stand_in_their_line_with_a_star_at_the_present_one() {
        let options = "ColorModel/Output Mode: *Gray RGB\nPageSize/Media Size: Letter *A4 FanFoldGermanLegal Custom.WIDTHxHEIGHT\nDuplex/2-Sided: *None";
        for (answer, usual, takes) in [
            (options, Some("A4"), &["Letter", "A4", "FanFoldGermanLegal"] as &[&str]),
            ("PageSize/Media Size: A4 *Custom.WIDTHxHEIGHT", None, &["A4"]),
            ("PageSize/Ukuran Kertas: A4 *Custom.215x330mm", Some("Custom.215x330mm"), &["A4", "Custom.215x330mm"]),
            ("PageSize: A4 F4", None, &["A4", "F4"]),
            ("media/Media: *iso_a4_210x297mm", Some("iso_a4_210x297mm"), &["iso_a4_210x297mm"]),
            ("InputSlot/Media Source: *Tray1", None, &[]),
            ("", None, &[]),
        ] {
            let told = papers(answer);
            assert_eq!(told.any_size, answer.contains(ANY_SIZE), "{answer}");
            assert_eq!((told.usual.as_deref(), told.takes), (usual, takes.iter().map(|name| (*name).to_owned()).collect()), "{answer}");
        }
    }

    #[test]
    fn a_job_is_scaled_only_where_its_paper_cannot_be_named() {
        let told = papers("PageSize/Media Size: Letter *A4 Custom.WIDTHxHEIGHT");
        for (papers, paper, expected) in [
            (&told, Some(Paper::A4), ["media=A4", "print-scaling=none"].as_slice()),
            (&told, Some(Paper::F4), &["media=Custom.215x330mm", "print-scaling=none"]),
            (&told, None, &["print-scaling=auto-fit"]),
            (&papers("PageSize/Media Size: Letter *A4"), Some(Paper::F4), &["print-scaling=auto-fit"]),
            (&PrinterPapers::default(), Some(Paper::A4), &["print-scaling=auto-fit"]),
        ] {
            assert_eq!(paper_options(papers, paper), expected, "{papers:?}");
        }
    }
}
