//! What says across a page that it is no valid letter: the word KONSEP of a draft, the word LATIHAN of a practice office, both on a practice draft;
//! and the sentence in the upper margin of every page from a practice office.

use sandika_domain::letter::LetterModel;

use crate::draw::{MM, Mark, Rect};
use crate::error::{LetterError, Place};
use crate::fonts::Style;
use crate::frame::Frame;
use crate::paragraph::{Column, Fit, set};

/// Share of a page's diagonal that one word takes, and that two take.
const ONE_WORD: f64 = 0.5;
const TWO_WORDS: f64 = 0.76;
/// Share of the font size up to the capitals' middle.
const CAPITALS_MIDDLE: f64 = 0.36;

const SENTENCE: &str = "Surat latihan, tidak berlaku";
const SENTENCE_SIZE: f64 = 9.0;
/// Upper edge, height and outline of the sentence's box. It ends above [`SENTENCE_ROOM`], where no text begins.
const BOX_TOP: f64 = 7.0 * MM;
const BOX_HEIGHT: f64 = 5.0 * MM;
const BOX_SIDE: f64 = 3.0 * MM;
const BOX_RULE: f64 = 0.75;
/// Room that the sentence needs below the upper edge of the paper, millimetres: what a printer cannot reach, the box, and white below it.
pub(crate) const SENTENCE_ROOM: f64 = 14.0;

/// The marks that lie beneath everything else on a page; none on a valid letter.
pub(crate) fn beneath(frame: &Frame<'_>, model: &LetterModel) -> Result<Vec<Mark>, LetterError> {
    let words: Vec<&str> =
        [(model.draft, "KONSEP"), (model.practice, "LATIHAN")].into_iter().filter(|(is, _)| *is).map(|(_, word)| word).collect();
    let mut marks = Vec::new();
    match words[..] {
        [] => {}
        [word] => marks.push(across(frame, word, ONE_WORD)?),
        _ => marks.push(across(frame, &words.join(" "), TWO_WORDS)?),
    }
    if model.practice {
        marks.extend(sentence(frame)?);
    }
    Ok(marks)
}

/// Words on the page's diagonal, around its middle.
fn across(frame: &Frame<'_>, words: &str, share: f64) -> Result<Mark, LetterError> {
    let probe = frame.sized(100.0, Style::Bold, Place::Mark)?;
    let angle = frame.page_height.atan2(frame.page_width);
    let length = frame.page_height.hypot(frame.page_width) * share;
    let size = 100.0 * length / frame.case.width(probe, words)?;
    let setting = frame.sized(size, Style::Bold, Place::Mark)?;
    // From the page's middle back along the baseline by half the words, and down by half a capital's height.
    let (sin, cos) = angle.sin_cos();
    let up = size * CAPITALS_MIDDLE;
    let x = frame.page_width / 2.0 - cos * length / 2.0 + sin * up;
    let baseline = frame.page_height / 2.0 + sin * length / 2.0 + cos * up;
    let run = frame.case.run(setting, words, x, baseline)?;
    Ok(Mark::Watermark { run, degrees: angle.to_degrees() })
}

/// The sentence in its box, in the middle of the upper margin.
fn sentence(frame: &Frame<'_>) -> Result<Vec<Mark>, LetterError> {
    let setting = frame.sized(SENTENCE_SIZE, Style::Bold, Place::Mark)?;
    let width = frame.case.width(setting, SENTENCE)?;
    let column = Column { x: (frame.page_width - width) / 2.0 - BOX_SIDE, width: width + 2.0 * BOX_SIDE };
    let down = BOX_TOP + (BOX_HEIGHT - setting.line) / 2.0;
    let runs = set(frame.case, setting, SENTENCE, column, Fit::Centre)?;
    let mut marks: Vec<Mark> = runs.into_iter().map(|run| Mark::Text(run).lowered(down)).collect();
    marks.extend(Mark::outline(Rect { x: column.x, y: BOX_TOP, width: column.width, height: BOX_HEIGHT }, BOX_RULE));
    Ok(marks)
}
