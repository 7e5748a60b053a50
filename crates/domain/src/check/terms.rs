//! Words of a text, for comparing what two places say.

use std::collections::BTreeSet;

/// Words that say nothing about the matter.
const FILLERS: &[&str] = &[
    "akan",
    "atas",
    "atau",
    "bahwa",
    "beserta",
    "dalam",
    "dan",
    "dari",
    "dengan",
    "di",
    "dilampiri",
    "ini",
    "itu",
    "jika",
    "kepada",
    "ke",
    "maka",
    "melalui",
    "oleh",
    "pada",
    "para",
    "serta",
    "sesuai",
    "sudah",
    "telah",
    "terhadap",
    "tersebut",
    "untuk",
    "yang",
];

/// Abbreviations of the field, written out.
const ABBREVIATIONS: &[(&str, &[&str])] = &[
    ("se", &["sertifikat", "elektronik"]),
    ("sr", &["surat", "rekomendasi"]),
    ("draf", &["draft"]),
    ("form", &["formulir"]),
    ("pembaharuan", &["pembaruan"]),
];

/// All words in order: lower case, without punctuation.
pub(super) fn words_of(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

/// The words that matter, in order, abbreviations written out.
pub(super) fn terms_of(text: &str) -> Vec<String> {
    let written_out = words_of(text).into_iter().flat_map(|word| match ABBREVIATIONS.iter().find(|(short, _)| *short == word) {
        Some((_, long)) => long.iter().map(|part| (*part).to_owned()).collect(),
        None => vec![word],
    });
    written_out.filter(|word| !FILLERS.contains(&word.as_str())).collect()
}

/// How much two sets of words have in common: shared words by all words, 0 to 1.
pub(super) fn likeness(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    let shared = a.intersection(b).count();
    let all = a.len() + b.len() - shared;
    if all == 0 { 0.0 } else { ratio(shared, all) }
}

/// How much of the smaller set lies in the other, 0 to 1.
pub(super) fn overlap(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    let smaller = a.len().min(b.len());
    if smaller == 0 { 0.0 } else { ratio(a.intersection(b).count(), smaller) }
}

#[expect(clippy::cast_precision_loss, reason = "counts of words of one text, far below 2^52")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_leave_fillers_out_and_write_abbreviations_out() {
        assert_eq!(
            terms_of("Surat Permohonan Pencabutan SE dan SR"),
            ["surat", "permohonan", "pencabutan", "sertifikat", "elektronik", "surat", "rekomendasi"]
        );
        assert!(terms_of("- (di) yang").is_empty());
    }

    #[test]
    fn likeness_and_overlap_run_from_none_to_all() {
        let set = |text: &str| terms_of(text).into_iter().collect::<BTreeSet<_>>();
        for (a, b, like, over) in
            [("a b", "a b", 1.0, 1.0), ("a b c d", "a b", 0.5, 1.0), ("a", "b", 0.0, 0.0), ("", "a", 0.0, 0.0), ("", "", 0.0, 0.0)]
        {
            assert_eq!((likeness(&set(a), &set(b)), overlap(&set(a), &set(b))), (like, over), "{a} / {b}");
        }
    }
}
