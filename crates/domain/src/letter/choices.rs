//! Values that are words of a closed list: what a condition may compare them with.

use super::fault::{FaultCode, TemplateFault};
use super::names;
use super::template::Template;
use super::values::{CHANNELS, service_name};
use crate::document::Word;
use crate::sop::{Reasons, ServiceKind};

/// A word that a value may have, and what an officer calls it.
pub type Choice = (String, String);

/// The words that a value can have; `None` for a value that may say anything. The reasons are those of the office.
pub fn choices(name: &str, reasons: &Reasons) -> Option<Vec<Choice>> {
    let plain = |words: &[&str]| words.iter().map(|word| ((*word).to_owned(), (*word).to_owned())).collect();
    match names::compared(name) {
        "perkara.alasan_id" => Some(reasons.0.iter().map(|reason| (reason.id.clone(), reason.label.clone())).collect()),
        "perkara.jenis" => Some(ServiceKind::ALL.iter().map(|kind| (kind.word().to_owned(), service_name(*kind).to_owned())).collect()),
        "perkara.kanal" => Some(plain(&CHANNELS.map(|(_, word)| word))),
        "perkara.pemohon_dapat_masuk_ams" => Some(plain(&["ya", "tidak"])),
        "perkara.hasil" => Some(plain(&["selesai", "dibatalkan"])),
        "pemilik.status" => Some(plain(&["PNS", "PPPK"])),
        _ => None,
    }
}

impl Template {
    /// Conditions that can never do what they seem to say: they compare a value with a word that it never has. All faults, by line.
    pub fn lost_conditions(&self, reasons: &Reasons) -> Vec<TemplateFault> {
        let (_, conditions) = self.parts();
        let tests = conditions.into_iter().flat_map(|condition| &condition.tests);
        let faults = tests.flat_map(|test| {
            let known = if names::row_set(&test.name).is_some() { Some(Vec::new()) } else { choices(&test.name, reasons) };
            let lost = test.allowed.iter().filter(move |word| known.as_ref().is_some_and(|known| is_lost(word, known)));
            lost.map(|word| TemplateFault {
                file: self.file.clone(),
                line: test.line,
                field: test.field.clone(),
                code: FaultCode::Choice,
                message: sentence(&test.name, word, reasons),
            })
        });
        super::fault::in_order(faults.collect())
    }
}

/// `"*"`, `""` and their exclusions say something of every value.
fn is_lost(word: &str, known: &[Choice]) -> bool {
    let word = word.strip_prefix('!').unwrap_or(word);
    !word.is_empty() && word != "*" && !known.iter().any(|(known, _)| known == word)
}

fn sentence(name: &str, word: &str, reasons: &Reasons) -> String {
    let word: String = word.chars().filter(|letter| !letter.is_control()).take(60).collect();
    let known: Vec<String> = choices(name, reasons).unwrap_or_default().into_iter().map(|(word, _)| word).collect();
    if known.is_empty() {
        return format!(
            "Syarat `{name}` membandingkan dengan `{word}`, padahal hanya dapat `*` (ada baris) atau kosong (tidak ada baris)."
        );
    }
    format!("Syarat `{name}` membandingkan dengan `{word}`, padahal nilai itu tidak pernah ada. Pilihannya: {}.", known.join(", "))
}

#[cfg(test)]
mod tests {
    use super::super::shipped_tests::SHIPPED;
    use super::*;

    fn reasons() -> Reasons {
        Reasons::parse("reasons.toml", include_bytes!("../../../../content/reasons.toml")).unwrap()
    }

    #[test]
    fn no_shipped_letter_has_a_lost_condition() {
        for (id, text) in SHIPPED {
            let template = Template::parse(id, text.as_bytes()).unwrap();
            assert_eq!(template.lost_conditions(&reasons()), [], "{id}");
        }
    }

    #[test]
    fn a_condition_on_a_word_that_never_comes_is_told_with_the_words_that_do() {
        let (_, text) = SHIPPED.iter().find(|(id, _)| *id == "surat-rekomendasi-pencabutan").unwrap();
        for (bila, expected) in [
            (
                "\"perkara.alasan\" = [\"pensiunn\"]",
                "membandingkan dengan `pensiunn`, padahal nilai itu tidak pernah ada. Pilihannya: pensiun, ",
            ),
            ("\"perkara.alasan\" = [\"!x\", \"pensiun\"]", "dengan `!x`"),
            ("\"perkara.hasil\" = [\"berhasil\"]", "Pilihannya: selesai, dibatalkan."),
            ("\"berkas\" = [\"surat\"]", "hanya dapat `*` (ada baris)"),
            ("\"perkara.pengirim\" = [\"Setda\"]", ""),
            ("\"perkara.alasan\" = [\"*\", \"\"]", ""),
        ] {
            let text = text.replacen(
                "bila = { \"jumlah_pemilik\" = [\"1\"], \"perkara.alasan\" = [\"!lainnya\"] }",
                &format!("bila = {{ {bila} }}"),
                1,
            );
            let faults = Template::parse("surat.toml", text.as_bytes()).unwrap().lost_conditions(&reasons());
            let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
            match expected {
                "" => assert!(told.is_empty(), "{bila}: {told:?}"),
                _ => assert!(
                    matches!(&told[..], [one] if one.starts_with("surat.toml:76: galat L012 (bagian 7, bila) ") && one.contains(expected)),
                    "{bila}: {told:?}"
                ),
            }
        }
    }
}
