//! Letter faces among the fonts that are installed on this computer, so that nobody has to know where their files lie.

use super::face::FONT_LIMIT;
use crate::office::Office;
use sandika_letters::{FontCut, FontFault, FontGlance, glance_at_font};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// A family of installed fonts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InstalledFace {
    /// Its name.
    pub family: String,
    /// The files of its cuts that letters use, the regular one first; none when letters cannot be set in it.
    pub paths: Vec<PathBuf>,
    /// Why not.
    pub fault: Option<FontFault>,
}

impl Office {
    /// The families that letters can be set in, and those that officers know and will look for, but whose maker or kind of file rules them out. Fonts of
    /// other scripts, of symbols and of thin or wide designs without a regular cut are left out. By name.
    pub fn installed_faces(&self) -> Vec<InstalledFace> {
        let mut families = Families::default();
        self.ports.fonts.each(&mut |path, file| families.note(path, file));
        families.0.into_values().filter_map(Family::face).collect()
    }
}

/// Families by their names in small letters.
#[derive(Default)]
struct Families(BTreeMap<String, Family>);

impl Families {
    fn note(&mut self, path: &Path, file: &[u8]) {
        if file.len() as u64 > FONT_LIMIT {
            return;
        }
        let Some(FontGlance { facts, fault }) = glance_at_font(file) else { return };
        let family = self.0.entry(facts.family.to_lowercase()).or_insert_with(|| Family { name: facts.family, cuts: Vec::new() });
        // Of two files of the same cut the first that is any good.
        match family.cuts.iter_mut().find(|cut| cut.cut == facts.cut) {
            Some(known) if known.fault.is_some() && fault.is_none() => *known = Cut { cut: facts.cut, path: path.to_owned(), fault },
            Some(_) => {}
            None => family.cuts.push(Cut { cut: facts.cut, path: path.to_owned(), fault }),
        }
    }
}

struct Family {
    name: String,
    cuts: Vec<Cut>,
}

struct Cut {
    cut: FontCut,
    path: PathBuf,
    fault: Option<FontFault>,
}

impl Family {
    fn face(self) -> Option<InstalledFace> {
        let regular = self.cuts.iter().find(|cut| cut.cut == FontCut::Regular)?;
        if let Some(fault) = &regular.fault {
            let fault = Some(fault.clone()).filter(is_told)?;
            return Some(InstalledFace { family: self.name, paths: Vec::new(), fault: Some(fault) });
        }
        let used = [FontCut::Regular, FontCut::Bold, FontCut::Italic];
        let file = |wanted: FontCut| self.cuts.iter().find(|cut| cut.cut == wanted && cut.fault.is_none()).map(|cut| cut.path.clone());
        let paths = used.into_iter().filter_map(file).collect();
        Some(InstalledFace { family: self.name, paths, fault: None })
    }
}

/// Whether somebody would look for a font of this fault: one that other programs write letters with.
fn is_told(fault: &FontFault) -> bool {
    use FontFault::{BitmapsOnly, Collection, Restricted, Unlicensed, Variable, WholeOnly};
    matches!(fault, BitmapsOnly | Collection | Restricted | Unlicensed | Variable | WholeOnly)
}
