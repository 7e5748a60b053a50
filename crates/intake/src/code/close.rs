//! Closes the gaps of a black and white picture: every dark point grows by one in each direction and shrinks again. Sixty-four points at a time.

use rxing::common::{BIT_FIELD_BASE_BITS, BitArray, BitMatrix};

/// As many points of a row as are handled at once; the first one is the lowest bit.
type Word = usize;

/// Closes gaps of up to two points.
pub(super) fn close(matrix: &mut BitMatrix) {
    let width = matrix.width() as usize;
    let words = width.div_ceil(BIT_FIELD_BASE_BITS);
    let mut rows: Vec<Vec<Word>> = (0..matrix.height()).map(|row| matrix.getRow(row).getBitArray()[..words].to_vec()).collect();
    let edge = Word::MAX >> (words * BIT_FIELD_BASE_BITS - width);
    rows = passed(&rows, edge, |a, b| a | b);
    rows = passed(&rows, edge, |a, b| a & b);
    for (number, row) in rows.iter().enumerate() {
        let mut bits = BitArray::with_size(width);
        for (at, word) in row.iter().enumerate() {
            bits.setBulk(at * BIT_FIELD_BASE_BITS, *word);
        }
        matrix.setRow(number as u32, &bits);
    }
}

/// Each point together with its eight neighbours; what is beside the picture is light.
fn passed(rows: &[Vec<Word>], edge: Word, with: impl Fn(Word, Word) -> Word) -> Vec<Vec<Word>> {
    let beside = vec![0; rows.first().map_or(0, Vec::len)];
    let row = |number: usize| rows.get(number).unwrap_or(&beside);
    let one = |number: usize| {
        let (above, here, below) = (row(number.wrapping_sub(1)), row(number), row(number + 1));
        let three: Vec<Word> = above.iter().zip(here).zip(below).map(|((a, b), c)| with(with(*a, *b), *c)).collect();
        let mut out: Vec<Word> = (0..three.len()).map(|at| sideways(&three, at, &with)).collect();
        if let Some(last) = out.last_mut() {
            *last &= edge;
        }
        out
    };
    (0..rows.len()).map(one).collect()
}

fn sideways(row: &[Word], at: usize, with: impl Fn(Word, Word) -> Word) -> Word {
    let top = BIT_FIELD_BASE_BITS - 1;
    let word = row[at];
    let before = at.checked_sub(1).map_or(0, |at| row[at] >> top);
    let behind = row.get(at + 1).map_or(0, |next| next << top);
    with(with(word << 1 | before, word), word >> 1 | behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_close_and_everything_else_stays() {
        let shown = |rows: &[&str]| rows.join("\n") + "\n";
        let far = |left: &str| format!("{left}{}", ".".repeat(70 - left.len()));
        let (full, gap) = (far(".......#########"), far(".......####..###"));
        let long = [".".repeat(60), "#".repeat(4), ".".repeat(6)].concat();
        let rows = [&far("")[..], &full, &gap, &full, &far(""), &far(".#......................#"), &far(""), &long, &far("")];
        let mut matrix = BitMatrix::parse_strings(&shown(&rows), "#", ".").unwrap();
        close(&mut matrix);
        let mut expected = rows;
        expected[2] = &full;
        assert_eq!(matrix.toString("#", "."), shown(&expected));
    }
}
