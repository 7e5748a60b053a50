//! Which stored files belong to a case: every version of its letters, the signed ones that came back, and its evidence, as its entries name them.

use crate::archive::numbered;
use crate::cases::Timeline;
use sandika_domain::fact::{DetachedDocument, Fact, FileRef, SharedLetter};
use sandika_domain::ids::LetterId;
use std::collections::BTreeMap;

/// What a stored file is to the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A letter as it was issued.
    Letter,
    /// A letter that came back signed.
    Returned,
    /// Evidence.
    Evidence,
}

impl Kind {
    /// As the manifest says it.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Letter => "surat",
            Self::Returned => "surat-kembali",
            Self::Evidence => "berkas",
        }
    }
}

/// A stored file with its name in the bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Paper {
    pub(super) kind: Kind,
    pub(super) name: String,
    pub(super) file: FileRef,
    /// What it is, in Indonesian.
    pub(super) about: String,
    /// What was said of it is erased.
    pub(super) erased: bool,
}

/// Every file of a case in the order in which it came.
pub(super) fn papers(timeline: &Timeline) -> Vec<Paper> {
    let mut found = Found::default();
    for fact in timeline.entries.iter().flat_map(|entry| &entry.facts) {
        found.take(fact, timeline);
    }
    let detached = found.detached;
    let mut papers = found.papers;
    for paper in papers.iter_mut().filter(|paper| paper.kind == Kind::Evidence && detached.contains(&paper.file.hash)) {
        paper.about.push_str("; kemudian dilepas dari perkara");
    }
    papers
}

#[derive(Default)]
struct Found {
    papers: Vec<Paper>,
    /// What each version of a letter is called.
    titles: BTreeMap<(LetterId, u32), String>,
    detached: Vec<String>,
    /// Of the person of the case nothing is known any more.
    erased: bool,
    letters: usize,
    evidence: usize,
}

impl Found {
    fn take(&mut self, fact: &Fact, timeline: &Timeline) {
        let names = &timeline.names;
        match fact {
            Fact::CaseOpened { personal, .. } => self.erased = personal.known().is_none(),
            Fact::LetterIssued { letter, version, template, number, file, personal, .. } => {
                let number = number.as_ref().map(|number| number.text.as_str());
                self.letter((*letter, *version), names.letter(template), number, file, personal.known().is_none());
            }
            Fact::LetterShared(SharedLetter { letter, version, template, number, file, .. }) => {
                let number = number.as_ref().map(|number| number.text.as_str());
                // What another case issued says nothing personal here; whether its person is erased, the opening tells.
                self.letter((*letter, *version), names.letter(template), number, file, self.erased);
            }
            Fact::LetterReturned { letter, version, file, personal } => {
                let title = self.titles.get(&(*letter, *version)).cloned().unwrap_or_else(|| "Surat".to_owned());
                self.letters += 1;
                self.papers.push(Paper {
                    kind: Kind::Returned,
                    name: numbered("surat", self.letters, &format!("{title} kembali"), ending(&file.media, "")),
                    file: file.clone(),
                    about: format!("{title}, diterima kembali bertanda tangan"),
                    erased: personal.known().is_none(),
                });
            }
            Fact::DocumentAttached { step, document, file, personal } => {
                let title = names.document(*step, document);
                let own = personal.known().map(|label| label.name.clone()).unwrap_or_default();
                let came = if own.is_empty() { String::new() } else { format!(" (“{own}”)") };
                self.evidence += 1;
                self.papers.push(Paper {
                    kind: Kind::Evidence,
                    name: numbered("berkas", self.evidence, &title, ending(&file.media, &own)),
                    file: file.clone(),
                    about: format!("Berkas langkah {step}: {title}{came}"),
                    erased: personal.known().is_none(),
                });
            }
            Fact::DocumentDetached(DetachedDocument { hash, .. }) => self.detached.push(hash.clone()),
            _ => {}
        }
    }

    fn letter(&mut self, of: (LetterId, u32), title: String, number: Option<&str>, file: &FileRef, erased: bool) {
        let (_, version) = of;
        self.letters += 1;
        let number = number.map(|number| format!(", nomor {number}")).unwrap_or_default();
        let titled = format!("{title} versi {version}");
        self.papers.push(Paper {
            kind: Kind::Letter,
            name: numbered("surat", self.letters, &titled, ending(&file.media, "")),
            file: file.clone(),
            about: format!("{titled}{number}"),
            erased,
        });
        self.titles.insert(of, titled);
    }
}

/// The ending of a file's name: by what its bytes are, else by the name with which it came where that is nothing that runs.
fn ending(media: &str, own: &str) -> &'static str {
    const KEPT: [&str; 12] = ["docx", "xlsx", "pptx", "odt", "ods", "odp", "zip", "txt", "csv", "msg", "p7m", "p7s"];
    let typed = own.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    match media {
        "application/pdf" => "pdf",
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/tiff" => "tif",
        "message/rfc822" => "eml",
        _ => KEPT.into_iter().find(|kept| *kept == typed).unwrap_or(if media == "application/zip" { "zip" } else { "bin" }),
    }
}

#[cfg(test)]
mod tests {
    use super::ending;

    #[test]
    fn nothing_that_runs_keeps_its_ending() {
        for (media, own, expected) in [
            ("application/pdf", "x.exe", "pdf"),
            ("application/zip", "Surat.DOCX", "docx"),
            ("application/zip", "a", "zip"),
            ("application/octet-stream", "pasang.exe", "bin"),
            ("application/octet-stream", "jalan.js", "bin"),
            ("message/rfc822", "", "eml"),
        ] {
            assert_eq!(ending(media, own), expected, "{media} {own}");
        }
    }
}
