//! Pages sorted into letters.

use super::doubt::Doubt;
use crate::ids::LetterId;
use crate::letter::code::PageCode;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What was seen on one page of a scan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeenPage {
    /// The page, from 1.
    pub page: u32,
    /// Codes of ours that were read on it.
    pub codes: Vec<PageCode>,
    /// Next to no ink.
    pub blank: bool,
    /// It could not be looked at.
    pub unreadable: bool,
}

/// What the office knows of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownLetter {
    /// The letter.
    pub letter: LetterId,
    /// The version that holds.
    pub newest: u32,
    /// Pages of that version.
    pub pages: u32,
    /// A signed scan of it is there.
    pub returned: bool,
    /// It is void.
    pub voided: bool,
    /// Its case takes papers in.
    pub open: bool,
}

/// What becomes of pages without a code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LoosePages {
    /// They wait for an officer.
    #[default]
    Tray,
    /// They belong to the letter whose page lies before them, such as an attachment that was typed elsewhere.
    LetterBefore,
}

/// Pages of one letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The letter, where it is one of this office.
    pub letter: Option<LetterId>,
    /// Version that the codes say.
    pub version: u32,
    /// Pages of the scan, in the order of the letter; a page without a code behind the page that it lay behind.
    pub pages: Vec<u32>,
    /// Why it does not file itself; none where it does.
    pub doubt: Option<Doubt>,
}

/// A scan, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sorted {
    /// Letters, in the order in which their first pages lie.
    pub bundles: Vec<Bundle>,
    /// Pages that belong to no letter, ascending, with the reason. Blank pages are not among them: they belong nowhere.
    pub loose: Vec<(u32, Doubt)>,
}

impl Sorted {
    /// The bundles that file themselves.
    pub fn sure(&self) -> impl Iterator<Item = &Bundle> {
        self.bundles.iter().filter(|bundle| bundle.doubt.is_none())
    }

    /// Why something waits for an officer: each reason once. A scan without any code says just that.
    pub fn doubts(&self) -> Vec<Doubt> {
        if self.bundles.is_empty() && self.loose.iter().all(|(_, doubt)| *doubt == Doubt::Loose) {
            return vec![Doubt::NoCode];
        }
        let all = self.bundles.iter().filter_map(|bundle| bundle.doubt.as_ref()).chain(self.loose.iter().map(|(_, doubt)| doubt));
        let mut found: Vec<Doubt> = Vec::new();
        for doubt in all {
            if let (Some(Doubt::Unreadable { pages }), Doubt::Unreadable { pages: more }) = (found.last_mut(), doubt) {
                pages.extend(more);
            } else if !found.contains(doubt) {
                found.push(doubt.clone());
            }
        }
        found
    }
}

/// A bundle while its pages are gathered: each with the place in the letter that it follows.
struct Gathered {
    id: String,
    version: u32,
    of: u32,
    /// (page of the letter, page of the scan); a page without a code has the number of the page before it.
    pages: Vec<(u32, u32)>,
    coded: Vec<u32>,
}

/// Sorts the pages of a scan. `known` tells of a letter by the identity in its code.
pub fn sort(pages: &[SeenPage], loose: LoosePages, known: impl Fn(&str) -> Option<KnownLetter>) -> Sorted {
    let mut gathered: Vec<Gathered> = Vec::new();
    let mut sorted = Sorted::default();
    let mut before: Option<usize> = None;
    for page in pages {
        match &page.codes[..] {
            _ if page.unreadable => sorted.loose.push((page.page, Doubt::Unreadable { pages: vec![page.page] })),
            [code] => before = Some(gather(&mut gathered, code, page.page)),
            [] if page.blank => {}
            [] => match before.filter(|_| loose == LoosePages::LetterBefore).and_then(|at| gathered.get_mut(at)) {
                Some(letter) => letter.pages.extend(letter.coded.last().map(|last| (*last, page.page))),
                None => sorted.loose.push((page.page, Doubt::Loose)),
            },
            _ => sorted.loose.push((page.page, Doubt::SeveralCodes { page: page.page })),
        }
    }
    sorted.bundles = gathered.into_iter().map(|letter| judged(letter, &known)).collect();
    sorted
}

/// Puts a page to those of its letter and version; answers with their place.
fn gather(gathered: &mut Vec<Gathered>, code: &PageCode, page: u32) -> usize {
    let same = |held: &Gathered| held.id == code.letter && held.version == code.version && held.of == code.of;
    let at = gathered.iter().position(same).unwrap_or_else(|| {
        gathered.push(Gathered { id: code.letter.clone(), version: code.version, of: code.of, pages: Vec::new(), coded: Vec::new() });
        gathered.len() - 1
    });
    if let Some(letter) = gathered.get_mut(at) {
        letter.pages.push((code.page, page));
        letter.coded.push(code.page);
    }
    at
}

fn judged(letter: Gathered, known: impl Fn(&str) -> Option<KnownLetter>) -> Bundle {
    let known = known(&letter.id);
    let doubt = doubt_of(&letter, known.as_ref());
    let mut pages = letter.pages;
    pages.sort_by_key(|(place, _)| *place);
    let pages = pages.into_iter().map(|(_, page)| page).collect();
    Bundle { letter: known.map(|known| known.letter), version: letter.version, pages, doubt }
}

fn doubt_of(letter: &Gathered, known: Option<&KnownLetter>) -> Option<Doubt> {
    let Some(known) = known.filter(|known| letter.version <= known.newest) else { return Some(Doubt::Foreign) };
    if letter.version < known.newest {
        return Some(Doubt::Older { version: letter.version, newest: known.newest });
    }
    // A code that counts other pages than the letter has was not made by this office.
    if letter.of != known.pages {
        return Some(Doubt::Foreign);
    }
    let mut there = BTreeSet::new();
    if let Some(page) = letter.coded.iter().find(|page| !there.insert(**page)) {
        return Some(Doubt::Twice { page: *page });
    }
    let missing: Vec<u32> = (1..=letter.of).filter(|page| !there.contains(page)).collect();
    if !missing.is_empty() {
        return Some(Doubt::Missing { pages: missing, of: letter.of });
    }
    match known {
        KnownLetter { voided: true, .. } => Some(Doubt::Voided),
        KnownLetter { open: false, .. } => Some(Doubt::Closed),
        KnownLetter { returned: true, .. } => Some(Doubt::Returned),
        _ => None,
    }
}
