//! Print sets.

use super::OutgoingView;
use crate::args::paper_word;
use sandika_app::{SetLine, SetPaper};
use sandika_domain::calendar::Zone;
use serde::Serialize;
use ts_rs::TS;

/// A paper that can be part of a set.
#[derive(Debug, Serialize, TS)]
pub(crate) struct SetPaperView {
    pub(crate) template: String,
    pub(crate) title: String,
    /// Letter id; none of a companion that has not been issued.
    pub(crate) letter: Option<String>,
    /// Its newest version; 0 where it has not been issued.
    pub(crate) version: u32,
    pub(crate) number: Option<String>,
    /// Date of the letter; none where it has not been issued.
    pub(crate) dated: Option<String>,
    /// Copies of this version that were printed.
    pub(crate) printed: u32,
    /// It can be issued anew from what the case says now, without a number.
    pub(crate) companion: bool,
    /// The case has changed since this companion was issued.
    pub(crate) outdated: bool,
    /// It belongs to a set unless the officer leaves it out.
    pub(crate) suggested: bool,
    /// Sending it again asks for a reason.
    pub(crate) reason_needed: bool,
    /// Its paper: `a4`, `f4` or `legal`; none where it cannot be read.
    pub(crate) paper: Option<String>,
    /// Why it cannot be issued, a sentence each; empty where nothing stands in the way.
    pub(crate) why: Vec<String>,
}

impl SetPaperView {
    pub(crate) fn of(paper: SetPaper) -> Self {
        let row = paper.letter.as_ref();
        Self {
            letter: row.map(|row| row.id.to_string()),
            version: row.map_or(0, |row| row.version),
            number: row.and_then(|row| row.number.as_ref()).map(|number| number.text.clone()),
            dated: row.map(|row| row.dated.to_string()),
            printed: row.map_or(0, |row| row.printed),
            template: paper.template,
            title: paper.title,
            companion: paper.companion,
            outdated: paper.outdated,
            suggested: paper.suggested,
            reason_needed: paper.reason_needed,
            paper: paper.paper.map(paper_word),
            why: paper.why,
        }
    }
}

/// What became of a paper of a set when it was to be queued.
#[derive(Debug, Serialize, TS)]
pub(crate) struct SetLineView {
    pub(crate) title: String,
    /// Letter id, once there is one: issued by then, even where it could not be queued.
    pub(crate) letter: Option<String>,
    /// Its version; 0 where it was not issued.
    pub(crate) version: u32,
    /// Its place in the queue; none where it was not queued.
    pub(crate) queued: Option<OutgoingView>,
    /// Why it was not queued, a sentence each.
    pub(crate) why: Vec<String>,
}

impl SetLineView {
    pub(crate) fn of(line: SetLine, zone: Zone) -> Self {
        let (queued, why) = match line.queued {
            Ok(queued) => (Some(OutgoingView::of(&queued, zone)), Vec::new()),
            Err(why) => (None, why),
        };
        let (letter, version) = line.letter.unzip();
        Self { title: line.title, letter: letter.map(|letter| letter.to_string()), version: version.unwrap_or_default(), queued, why }
    }
}
