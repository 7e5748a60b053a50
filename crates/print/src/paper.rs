//! Which of a printer's papers a page is printed on, and what the printer's papers are called elsewhere.

use sandika_domain::letter::media::PrinterPapers;
use sandika_domain::letter::model::Paper;
use sandika_windows::printing::{Abilities, Form, Sheet};

/// Tenths of a millimetre in a millimetre.
const TENTHS: f64 = 10.0;
/// Millimetres by which a sheet may be larger or smaller than the page that is printed on it.
const SLACK: f64 = 1.5;

/// Width and height in millimetres, upright.
pub(crate) type Millimetres = (f64, f64);

/// The paper for a page: the one that the printer is set to where that is of its size, else the nearest that it has, else the size itself where it
/// takes it; none where it has nothing of the kind.
pub(crate) fn sheet(page: Millimetres, abilities: &Abilities) -> Option<Sheet> {
    let usual = abilities.usual.filter(|usual| size_of(*usual, abilities).is_some_and(|size| alike(page, size)));
    let off = |form: &&Form| (size(form).0 - page.0).abs() + (size(form).1 - page.1).abs();
    let fitting = abilities.forms.iter().filter(|form| alike(page, size(form)));
    let nearest = || fitting.min_by(|one, other| off(one).total_cmp(&off(other))).map(|form| Sheet::Form(form.id));
    usual.or_else(nearest).or_else(|| own_size(page, abilities))
}

/// Whether a page can be printed on a sheet at its true size: it fits, or both are what is sold under the same name.
pub(crate) fn alike(page: Millimetres, sheet: Millimetres) -> bool {
    let near = (page.0 - sheet.0).abs() <= SLACK && (page.1 - sheet.1).abs() <= SLACK;
    let paper = |size: Millimetres| Paper::of_size_mm(size.0, size.1);
    near || paper(page).is_some() && paper(page) == paper(sheet)
}

/// A printer's papers in the words by which a letter is warned of them.
pub(crate) fn papers(abilities: &Abilities) -> PrinterPapers {
    let form = |id: u16| abilities.forms.iter().find(|form| form.id == id);
    let usual = abilities.usual.and_then(|usual| match usual {
        Sheet::Form(id) => form(id).map(name),
        Sheet::Size { .. } => size_of(usual, abilities).map(|size| sized(size.0, size.1)),
    });
    let mut takes: Vec<String> = abilities.forms.iter().map(name).collect();
    let has = |paper: Paper, takes: &[String]| takes.iter().any(|name| Paper::of_media(name) == Some(paper));
    for paper in Paper::ALL {
        let (width, height) = paper.size_mm();
        if !has(paper, &takes) && own_size((width, height), abilities).is_some() {
            takes.push(sized(width, height));
        }
    }
    // Each size that letters have is named above, where the driver takes it.
    PrinterPapers { usual, takes, any_size: false }
}

/// The driver's own name, where it says the same as the paper's size; drivers call F4 by many names.
fn name(form: &Form) -> String {
    let (width, height) = size(form);
    if Paper::of_media(&form.name) == Paper::of_size_mm(width, height) { form.name.clone() } else { sized(width, height) }
}

fn sized(width: f64, height: f64) -> String {
    format!("Custom.{width}x{height}mm")
}

fn own_size(page: Millimetres, abilities: &Abilities) -> Option<Sheet> {
    let [least, most] = abilities.any_size?;
    let tenths = |length: f64| (length * TENTHS).round() as u32;
    let (width, height) = (tenths(page.0), tenths(page.1));
    let fits = (least.0..=most.0).contains(&width) && (least.1..=most.1).contains(&height);
    fits.then_some(Sheet::Size { width: u16::try_from(width).ok()?, height: u16::try_from(height).ok()? })
}

fn size_of(sheet: Sheet, abilities: &Abilities) -> Option<Millimetres> {
    match sheet {
        Sheet::Form(id) => abilities.forms.iter().find(|form| form.id == id).map(size),
        Sheet::Size { width, height } => Some((f64::from(width) / TENTHS, f64::from(height) / TENTHS)),
    }
}

fn size(form: &Form) -> Millimetres {
    (f64::from(form.width) / TENTHS, f64::from(form.height) / TENTHS)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(id: u16, name: &str, width: u32, height: u32) -> Form {
        Form { id, name: name.to_owned(), width, height }
    }

    fn driver(usual: u16, any_size: bool) -> Abilities {
        let forms = vec![
            form(1, "Letter", 2159, 2794),
            form(9, "A4", 2100, 2970),
            form(300, "Kertas Folio", 2100, 3300),
            form(14, "Folio", 2159, 3302),
        ];
        let any_size = any_size.then_some([(760, 1270), (2160, 3560)]);
        Abilities { forms, any_size, copies: 1, usual: Some(Sheet::Form(usual)), ..Abilities::default() }
    }

    #[test]
    fn a_page_finds_its_paper() {
        let bare = Abilities { forms: vec![form(9, "A4", 2100, 2970)], ..driver(9, false) };
        let free = Abilities { forms: vec![form(9, "A4", 2100, 2970)], ..driver(9, true) };
        let narrow = Abilities { any_size: Some([(760, 1270), (2100, 2970)]), ..bare.clone() };
        let set = Abilities { usual: Some(Sheet::Size { width: 2150, height: 3300 }), ..free.clone() };
        for (page, abilities, expected) in [
            ((210.0, 297.0), &driver(1, true), Some(Sheet::Form(9))),
            ((215.0, 330.0), &driver(9, true), Some(Sheet::Form(14))),
            ((215.0, 330.0), &driver(300, true), Some(Sheet::Form(300))),
            ((215.0, 330.0), &free, Some(Sheet::Size { width: 2150, height: 3300 })),
            ((215.0, 330.0), &set, Some(Sheet::Size { width: 2150, height: 3300 })),
            ((215.0, 330.0), &bare, None),
            ((215.0, 330.0), &narrow, None),
            ((100.0, 150.0), &free, Some(Sheet::Size { width: 1000, height: 1500 })),
            ((50.0, 50.0), &free, None),
        ] {
            assert_eq!(sheet(page, abilities), expected, "{page:?} {abilities:?}");
        }
    }

    #[test]
    fn a_letter_is_warned_before_it_is_printed() {
        let bare = Abilities { forms: vec![form(9, "A4", 2100, 2970), form(1, "Letter", 2159, 2794)], ..driver(9, false) };
        let free = Abilities { any_size: Some([(760, 1270), (2160, 3560)]), ..bare.clone() };
        let odd = Abilities { forms: vec![form(9, "A4 (210 x 297 mm)", 2100, 2970)], ..bare.clone() };
        for (abilities, paper, expected) in [
            (&driver(9, false), Paper::A4, None),
            (&driver(9, false), Paper::F4, Some("Loket memakai A4. Pasang kertas F4")),
            (&driver(300, false), Paper::F4, None),
            (&driver(1, false), Paper::A4, Some("Loket memakai Letter. Pasang kertas A4")),
            (&bare, Paper::F4, Some("Loket memakai A4 dan tidak mengenal F4")),
            (&free, Paper::F4, Some("Loket memakai A4. Pasang kertas F4")),
            (&odd, Paper::A4, None),
            (&odd, Paper::Legal, Some("Loket memakai A4 dan tidak mengenal Legal")),
            (&Abilities::default(), Paper::F4, None),
        ] {
            let said = papers(abilities).warning(paper, "Loket");
            match expected {
                None => assert_eq!(said, None, "{abilities:?}"),
                Some(words) => assert!(said.as_ref().is_some_and(|said| said.contains(words)), "{abilities:?}: {said:?}"),
            }
        }
    }
}
