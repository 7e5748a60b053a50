//! Text broken into lines so that the whole paragraph looks best (optimal fit), then aligned.
//!
//! Lines break at spaces only, never behind a hyphen: readers of the text layer drop a hyphen at a line's end, and "masing-masing" would be
//! found as "masingmasing". A word wider than its column is broken, preferably behind a slash, dot, at sign or hyphen.

use textwrap::core::Fragment;
use textwrap::wrap_algorithms::{Penalties, wrap_optimal_fit};

use crate::draw::Run;
use crate::error::LetterError;
use crate::shape::{NO_BREAK_SPACE, Setting, Shaped, TypeCase, clean};

/// Where text may stand: from `x` over `width` points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    pub(crate) x: f64,
    pub(crate) width: f64,
}

/// How lines stand in their column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Fit {
    /// Both edges straight; the first line is indented by so many points.
    Justified { indent: f64 },
    /// Left edge straight.
    Left,
    /// Right edge straight.
    Right,
    /// Centred, with lines of about the same length.
    Centre,
}

/// A gap wider than this many font sizes is uglier than a ragged line.
const WIDEST_GAP: f64 = 1.6;

/// Costs in squared points. A line may never run over its column; a last line of one short word is worth a gap of 30 points elsewhere.
const PENALTIES: Penalties = Penalties {
    nline_penalty: 1000,
    overflow_penalty: 1_000_000_000,
    short_last_line_fraction: 8,
    short_last_line_penalty: 900,
    hyphen_penalty: 0,
};

/// A word that must be broken is best broken behind one of these, the first kind before the second.
const BREAKABLE: [&[char]; 2] = [&['/', '@', NO_BREAK_SPACE], &['.', '-', '_', ',']];

/// A word, or a part of one that was too wide.
#[derive(Debug)]
struct Piece {
    shaped: Shaped,
    width: f64,
    gap: f64,
}

impl Fragment for Piece {
    fn width(&self) -> f64 {
        self.width
    }

    fn whitespace_width(&self) -> f64 {
        self.gap
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

/// Sets a text: one run per line. The first line's box begins at 0, each is `setting.line` high. Empty text gives no line.
pub(crate) fn set(case: TypeCase<'_>, setting: Setting, text: &str, column: Column, fit: Fit) -> Result<Vec<Run>, LetterError> {
    let indent = if let Fit::Justified { indent } = fit { indent } else { 0.0 };
    let pieces = pieces(case, setting, &clean(text), column.width - indent)?;
    if pieces.is_empty() {
        return Ok(Vec::new());
    }
    let width = if fit == Fit::Centre { narrowest(&pieces, column.width) } else { column.width };
    let lines = break_at(&pieces, width - indent, width);
    let space = case.shape(setting, " ")?;
    let baseline = case.baseline(setting)?;
    let count = lines.len();
    let placed = lines.into_iter().enumerate().map(|(at, line)| {
        let indent = if at == 0 { indent } else { 0.0 };
        let room = Column { x: column.x + indent, width: column.width - indent };
        let shaped = join(line, &space);
        align(shaped, setting, room, fit, at + 1 == count, baseline + at as f64 * setting.line)
    });
    Ok(placed.collect())
}

fn pieces(case: TypeCase<'_>, setting: Setting, text: &str, room: f64) -> Result<Vec<Piece>, LetterError> {
    let gap = case.shape(setting, " ")?.width(setting.size);
    let mut pieces = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let shaped = case.shape(setting, word)?;
        let width = shaped.width(setting.size);
        if width <= room {
            pieces.push(Piece { shaped, width, gap });
        } else {
            split_word(case, setting, word, room, gap, &mut pieces)?;
        }
    }
    Ok(pieces)
}

/// Cuts a word that is wider than `room` into parts that fit.
fn split_word(case: TypeCase<'_>, setting: Setting, word: &str, room: f64, gap: f64, out: &mut Vec<Piece>) -> Result<(), LetterError> {
    let mut rest = word;
    // No glyph that is drawn is narrower than an eighth of the font size, so more than this never fits and need not be shaped.
    let most = (room / setting.size * 8.0) as usize + 2;
    while !rest.is_empty() {
        let ahead = rest.char_indices().nth(most).map_or(rest, |(end, _)| &rest[..end]);
        let shaped = case.shape(setting, ahead)?;
        let end = cut(ahead, &shaped, setting.size, room);
        let (part, after) = rest.split_at(end);
        let part_shaped = if after.is_empty() { shaped } else { case.shape(setting, part.trim_end_matches(NO_BREAK_SPACE))? };
        let at_space = after.is_empty() || part.ends_with(NO_BREAK_SPACE);
        let width = part_shaped.width(setting.size);
        out.push(Piece { shaped: part_shaped, width, gap: if at_space { gap } else { 0.0 } });
        rest = after;
    }
    Ok(())
}

/// Where to cut: the byte behind the last good place that fits, else behind the last character that fits, at least behind the first.
fn cut(word: &str, shaped: &Shaped, size: f64, room: f64) -> usize {
    let mut width = 0.0;
    let mut fitting = 0;
    for glyph in &shaped.glyphs {
        width += glyph.advance * size / 1000.0;
        if width > room {
            break;
        }
        fitting = shaped.text[..glyph.text.end].chars().count();
    }
    let fitting = fitting.max(1);
    let ends = word.char_indices().map(|(at, character)| (at + character.len_utf8(), character));
    let within: Vec<(usize, char)> = ends.take(fitting).collect();
    let last = within.last().map_or(word.len(), |(end, _)| *end);
    if last == word.len() {
        return last;
    }
    let behind = |marks: &[char]| within.iter().rev().find(|(end, mark)| end * 3 >= last && marks.contains(mark)).map(|(end, _)| *end);
    BREAKABLE.iter().find_map(|marks| behind(marks)).unwrap_or(last)
}

fn break_at(pieces: &[Piece], first: f64, others: f64) -> Vec<&[Piece]> {
    // The only error is a width beyond all numbers; then one piece per line is as good as anything.
    wrap_optimal_fit(pieces, &[first, others], &PENALTIES).unwrap_or_else(|_| pieces.chunks(1).collect())
}

/// The narrowest width that still needs no more lines than `width`: centred lines come out about equally long.
fn narrowest(pieces: &[Piece], width: f64) -> f64 {
    let lines = break_at(pieces, width, width).len();
    let widest_piece = pieces.iter().map(|piece| piece.width).fold(0.0, f64::max);
    let (mut low, mut high) = (widest_piece.min(width), width);
    while lines > 1 && high - low > 2.0 {
        let middle = (low + high) / 2.0;
        if break_at(pieces, middle, middle).len() > lines { low = middle } else { high = middle }
    }
    high
}

fn join(line: &[Piece], space: &Shaped) -> Shaped {
    let mut joined = Shaped::default();
    for (at, piece) in line.iter().enumerate() {
        joined.append(&piece.shaped);
        if at + 1 < line.len() && piece.gap > 0.0 {
            joined.append(space);
        }
    }
    joined
}

fn align(mut shaped: Shaped, setting: Setting, room: Column, fit: Fit, last: bool, baseline: f64) -> Run {
    let slack = room.width - shaped.width(setting.size);
    let x = match fit {
        Fit::Justified { .. } | Fit::Left => room.x,
        Fit::Right => room.x + slack,
        Fit::Centre => room.x + slack / 2.0,
    };
    if matches!(fit, Fit::Justified { .. }) && !last {
        stretch(&mut shaped, slack / setting.size);
    }
    Run { style: setting.style, size: setting.size, x, baseline, glyphs: shaped.glyphs, text: shaped.text }
}

/// Spreads `slack` (in font sizes) over the spaces.
fn stretch(shaped: &mut Shaped, slack: f64) {
    let gaps = shaped.glyphs.iter().filter(|glyph| glyph.space).count();
    let each = slack / gaps as f64;
    if gaps > 0 && each < WIDEST_GAP {
        shaped.glyphs.iter_mut().filter(|glyph| glyph.space).for_each(|glyph| glyph.advance += each * 1000.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Place;
    use crate::fonts::{Fonts, Style};
    use crate::shape::Memo;
    use sandika_domain::letter::model::Typeface;

    const TEXT: &str = "Berdasarkan Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil sebagaimana telah diubah dengan \
        Peraturan Pemerintah Nomor 17 Tahun 2020, bersama ini kami sampaikan usulan pencabutan sertifikat elektronik atas nama masing-masing pegawai.";

    fn lines(text: &str, width: f64, fit: Fit) -> Vec<Run> {
        let fonts = Fonts::default();
        let case = TypeCase { fonts: &fonts, typeface: Typeface::Tinos, own: None, memo: &Memo::default() };
        let setting = Setting { style: Style::Regular, size: 11.0, line: 14.0, place: Place::Body };
        set(case, setting, text, Column { x: 50.0, width }, fit).unwrap()
    }

    fn words(runs: &[Run]) -> String {
        runs.iter().map(|run| run.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn justified_lines_end_at_the_same_edge() {
        for width in [260.0, 300.0, 450.0] {
            let runs = lines(TEXT, width, Fit::Justified { indent: 35.0 });
            let (last, full) = runs.split_last().unwrap();
            assert_eq!(runs[0].x, 85.0);
            for run in full {
                assert!((run.x + run.width() - 50.0 - width).abs() < 1e-6, "{width}: {:?}", run.text);
            }
            assert!(last.width() <= width);
            assert_eq!(words(&runs), TEXT);
        }
    }

    #[test]
    fn other_fits_stay_inside_the_column() {
        for fit in [Fit::Left, Fit::Right, Fit::Centre] {
            for run in lines(TEXT, 200.0, fit) {
                assert!(run.x >= 50.0 - 1e-6 && run.x + run.width() <= 250.0 + 1e-6, "{fit:?}: {}", run.text);
            }
        }
    }

    #[test]
    fn centred_lines_are_about_equally_long() {
        let runs = lines("DINAS KOMUNIKASI, INFORMATIKA, STATISTIK DAN PERSANDIAN KABUPATEN KEPULAUAN", 420.0, Fit::Centre);
        assert_eq!(runs.len(), 2);
        assert!((runs[0].width() - runs[1].width()).abs() < 100.0);
    }

    #[test]
    fn a_word_wider_than_the_column_is_broken_and_nothing_is_lost() {
        for word in ["x".repeat(4000), "000.6.5/".repeat(60), "NIP\u{a0}19680903\u{a0}199302\u{a0}2\u{a0}001".to_owned()] {
            let runs = lines(&word, 60.0, Fit::Left);
            assert!(runs.len() > 1 && runs.iter().all(|run| run.width() <= 60.0));
            let read: String = runs.iter().map(|run| run.text.replace(' ', "")).collect();
            assert_eq!(read, word.replace('\u{a0}', ""));
        }
        assert!(lines(&"000.6.5/".repeat(60), 60.0, Fit::Left).iter().all(|run| run.text.ends_with('/')));
    }

    #[test]
    fn a_no_break_space_holds_words_together() {
        let runs = lines("aaaa aaaa aaaa Nomor\u{a0}5 bbbb bbbb Nomor\u{a0}6 cccc", 90.0, Fit::Left);
        assert!(runs.len() > 2);
        for run in &runs {
            assert!(!run.text.ends_with("Nomor"), "{}", run.text);
        }
    }

    #[test]
    fn empty_text_gives_no_line() {
        assert!(lines(" \n ", 90.0, Fit::Left).is_empty());
    }
}
