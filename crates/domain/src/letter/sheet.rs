//! Ruled forms: the disposition sheet and the control card.

use super::condition::Condition;
use super::fill::Filler;
use super::model::{SheetCell, SheetRow};
use super::placeholder::Text;

/// A row of a `lembar`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SheetRowTemplate {
    pub(super) min_height: f64,
    pub(super) cells: Vec<SheetCellTemplate>,
    pub(super) condition: Condition,
}

/// A cell of a `lembar`.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SheetCellTemplate {
    pub(super) weight: f64,
    pub(super) label: Option<Text>,
    pub(super) lines: Vec<Text>,
    pub(super) choices: Vec<Text>,
    /// The lines of this text tick the boxes of `choices`; one that matches none gets a ticked box of its own.
    pub(super) ticked: Option<Text>,
}

impl SheetRowTemplate {
    pub(super) fn compose(&self, filler: &mut Filler<'_>) -> SheetRow {
        SheetRow { min_height: self.min_height, cells: self.cells.iter().map(|cell| cell.compose(filler)).collect() }
    }

    pub(super) fn visit<'t>(&'t self, texts: &mut Vec<(&'t Text, Option<&'t str>)>, conditions: &mut Vec<&'t Condition>) {
        conditions.push(&self.condition);
        for cell in &self.cells {
            let of_cell = cell.label.iter().chain(&cell.lines).chain(&cell.choices).chain(&cell.ticked);
            texts.extend(of_cell.map(|text| (text, None)));
        }
    }
}

impl SheetCellTemplate {
    fn compose(&self, filler: &mut Filler<'_>) -> SheetCell {
        let label = self.label.as_ref().and_then(|label| filler.line(label)).unwrap_or_default();
        let text = self.lines.iter().flat_map(|line| filler.lines(line)).collect();
        let choices = self.choices.iter().filter_map(|choice| filler.line(choice)).collect();
        let ticked = self.ticked.as_ref().map(|ticked| filler.lines(ticked)).unwrap_or_default();
        SheetCell { weight: self.weight, label, text, boxes: boxes(choices, ticked) }
    }
}

/// The boxes of `choices`, ticked where `ticked` names them, then those that only `ticked` names. Case does not matter.
fn boxes(choices: Vec<String>, ticked: Vec<String>) -> Vec<(bool, String)> {
    let same = |a: &str, b: &str| a.to_lowercase() == b.to_lowercase();
    let own: Vec<String> = ticked.iter().filter(|line| !choices.iter().any(|choice| same(choice, line))).cloned().collect();
    let listed = choices.into_iter().map(|choice| (ticked.iter().any(|line| same(&choice, line)), choice));
    listed.chain(own.into_iter().map(|line| (true, line))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_are_ticked_by_name() {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
        for (choices, ticked, expected) in [
            (&["Sekretaris", "Kabid"][..], &[][..], vec![(false, "Sekretaris"), (false, "Kabid")]),
            (&["Sekretaris", "Kabid"], &["kabid"], vec![(false, "Sekretaris"), (true, "Kabid")]),
            (&["Sekretaris"], &["Kabid Persandian"], vec![(false, "Sekretaris"), (true, "Kabid Persandian")]),
            (&[], &["A", "B"], vec![(true, "A"), (true, "B")]),
        ] {
            let expected: Vec<(bool, String)> = expected.into_iter().map(|(ticked, label)| (ticked, label.to_owned())).collect();
            assert_eq!(boxes(texts(choices), texts(ticked)), expected);
        }
    }
}
