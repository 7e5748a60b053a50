//! "Did you mean …": the known word nearest to a mistyped one.

/// The word of `known` that differs from `typed` by so few letters that it was probably meant.
pub(super) fn nearest<'k>(typed: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    // Long strangers are no typing slips, and the distance is quadratic.
    if typed.len() > 40 {
        return None;
    }
    let allowed = (typed.chars().count() / 3).clamp(1, 3);
    known.into_iter().map(|word| (distance(typed, word), word)).filter(|(far, _)| *far <= allowed).min().map(|(_, word)| word)
}

/// Letters to insert, remove, replace or swap with their neighbour to turn `a` into `b` (optimal string alignment).
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let replaced = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before_last[j - 2] + 1);
            }
            row.push(best);
        }
        before_last = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_find_their_word_and_strangers_do_not() {
        let known = ["kegiatan", "pelaksana", "waktu", "lanjut", "ke"];
        for (typed, expected) in [
            ("kegiatn", Some("kegiatan")),
            ("kegaitan", Some("kegiatan")),
            ("pelaksanan", Some("pelaksana")),
            ("wakut", Some("waktu")),
            ("Waktu", Some("waktu")),
            ("k", Some("ke")),
            ("nomor", None),
            ("", None),
        ] {
            assert_eq!(nearest(typed, known), expected, "{typed}");
        }
    }
}
