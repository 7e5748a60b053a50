//! The grammar of a template's texts.
//!
//! | written | means |
//! |---|---|
//! | `{pemilik.nama}` | a value that must not be empty |
//! | `{pemilik.nip?}` | a value that may be empty |
//! | `[ tanggal {perkara.dokumen_hukum_tanggal?}]` | a clause: left out as soon as a `?` value in it is empty; clauses may stand inside clauses |
//! | `{{` `}}` `{[}` `{]}` | the characters `{` `}` `[` `]` |
//! | white space | one space; a blank line begins a new paragraph |
//!
//! Texts are read once, before any value is known, so that no value can bring in placeholders of its own. What becomes of a text whose values
//! are empty is told in [`super::fill`].

/// The paragraph separator: inside literals and normalised values it marks the only kind of line break that letters know.
pub(super) const BREAK: char = '\u{2029}';

/// How deep clauses may nest. Nobody reads deeper ones, and the reading is recursive.
const DEEPEST: usize = 3;

/// A text of a template, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    pub(super) parts: Vec<Part>,
    /// Line in the template where the text begins.
    pub(super) line: u32,
    /// Which part of the template it is, for messages.
    pub(super) field: String,
}

/// A piece of a [`Text`].
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part {
    /// Words of the template, white space normalised.
    Literal(String),
    /// A placeholder.
    Hole(Hole),
    /// Words that vanish together with an empty value.
    Clause(Vec<Part>),
}

/// A placeholder.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Hole {
    pub(super) name: String,
    pub(super) optional: bool,
    pub(super) line: u32,
}

/// A breach of the grammar: where (a piece of the source) and what, in Indonesian.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Slip {
    pub(super) near: String,
    pub(super) message: String,
}

impl Text {
    /// Reads `source`. `line_of` gives the line of a piece of the source.
    pub(super) fn read(source: &str, field: &str, line: u32, line_of: impl Fn(&str) -> u32) -> Result<Self, Vec<Slip>> {
        let mut scanner = Scanner { rest: source, slips: Vec::new(), line_of: &line_of };
        let parts = scanner.parts(0);
        if scanner.slips.is_empty() { Ok(Self { parts, line, field: field.to_owned() }) } else { Err(scanner.slips) }
    }

    /// Whether its own words have a character.
    pub(super) fn has(&self, character: char) -> bool {
        fn within(parts: &[Part], character: char) -> bool {
            parts.iter().any(|part| match part {
                Part::Literal(words) => words.contains(character),
                Part::Hole(_) => false,
                Part::Clause(inner) => within(inner, character),
            })
        }
        within(&self.parts, character)
    }

    /// Every placeholder of the text, those of clauses too.
    pub(super) fn holes(&self) -> Vec<&Hole> {
        fn collect<'t>(parts: &'t [Part], holes: &mut Vec<&'t Hole>) {
            for part in parts {
                match part {
                    Part::Literal(_) => {}
                    Part::Hole(hole) => holes.push(hole),
                    Part::Clause(inner) => collect(inner, holes),
                }
            }
        }
        let mut holes = Vec::new();
        collect(&self.parts, &mut holes);
        holes
    }
}

struct Scanner<'s> {
    rest: &'s str,
    slips: Vec<Slip>,
    line_of: &'s dyn Fn(&str) -> u32,
}

impl<'s> Scanner<'s> {
    /// Parts up to the end of the text, or of the clause where `depth` is not 0.
    fn parts(&mut self, depth: usize) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut literal = String::new();
        let opened = self.rest;
        while let Some(letter) = self.rest.chars().next() {
            let here = self.rest;
            if let Some((written, plain)) = escape(here) {
                self.rest = &here[written.len()..];
                literal.push(plain);
                continue;
            }
            self.rest = &here[letter.len_utf8()..];
            match letter {
                '{' => {
                    flush(&mut literal, &mut parts);
                    parts.extend(self.hole(here).map(Part::Hole));
                }
                '[' => {
                    flush(&mut literal, &mut parts);
                    parts.extend(self.clause(here, depth).map(Part::Clause));
                }
                ']' if depth > 0 => {
                    flush(&mut literal, &mut parts);
                    return parts;
                }
                ']' => self.slip(here, "Kurung `]` tidak berpasangan. Tulis `{]}` untuk kurung siku biasa."),
                '}' => self.slip(here, "Kurung `}` tidak berpasangan. Tulis `}}` untuk kurung kurawal biasa."),
                other => literal.push(other),
            }
        }
        flush(&mut literal, &mut parts);
        if depth > 0 {
            self.slip(opened, "Kurung `[` tidak ditutup. Tambahkan `]`, atau tulis `{[}` untuk kurung siku biasa.");
        }
        parts
    }

    fn hole(&mut self, here: &str) -> Option<Hole> {
        let Some((inside, after)) = self.rest.split_once('}') else {
            self.slip(here, "Kurung `{` tidak ditutup. Tambahkan `}`, atau tulis `{{` untuk kurung kurawal biasa.");
            self.rest = "";
            return None;
        };
        self.rest = after;
        let (name, optional) = inside.strip_suffix('?').map_or((inside, false), |name| (name, true));
        if !is_name(name) {
            self.slip(
                here,
                &format!("`{{{}}}` bukan nama isian. Nama isian terdiri atas huruf kecil, angka, `_` dan `.`.", shortened(inside)),
            );
            return None;
        }
        Some(Hole { name: name.to_owned(), optional, line: (self.line_of)(&format!("{{{name}")) })
    }

    fn clause(&mut self, here: &str, depth: usize) -> Option<Vec<Part>> {
        if depth == DEEPEST {
            self.slip(here, &format!("Kurung siku bersusun terlalu dalam; paling banyak {DEEPEST} tingkat."));
            self.rest = "";
            return None;
        }
        let inner = self.parts(depth + 1);
        let may_vanish = inner.iter().any(|part| matches!(part, Part::Hole(hole) if hole.optional));
        if !may_vanish && self.slips.is_empty() {
            self.slip(
                here,
                "Bagian dalam kurung siku hilang bila isiannya kosong, tetapi tidak ada isian bertanda `?` di dalamnya. Tambahkan `?` pada isiannya, \
                 atau tulis `{[}` dan `{]}` untuk kurung siku biasa.",
            );
        }
        Some(inner)
    }

    fn slip(&mut self, near: &str, message: &str) {
        let near: String = near.chars().take_while(|letter| *letter != '\n').take(40).collect();
        self.slips.push(Slip { near, message: message.to_owned() });
    }
}

/// The escape that `text` begins with, and what it stands for.
fn escape(text: &str) -> Option<(&'static str, char)> {
    [("{{", '{'), ("}}", '}'), ("{[}", '['), ("{]}", ']')].into_iter().find(|(written, _)| text.starts_with(written))
}

fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || matches!(letter, '_' | '.'))
}

fn shortened(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).take(40).collect()
}

/// Moves the collected words to the parts: a run of white space is one space, one with a blank line a [`BREAK`].
fn flush(literal: &mut String, parts: &mut Vec<Part>) {
    if literal.is_empty() {
        return;
    }
    let mut words = String::with_capacity(literal.len());
    let mut gap = String::new();
    for letter in literal.drain(..) {
        if letter.is_ascii_whitespace() {
            gap.push(letter);
        } else {
            words.extend(separator(&gap));
            gap.clear();
            words.push(letter);
        }
    }
    words.extend(separator(&gap));
    parts.push(Part::Literal(words));
}

/// What a run of white space becomes.
fn separator(gap: &str) -> Option<char> {
    let breaks = gap.matches('\n').count();
    (!gap.is_empty()).then_some(if breaks > 1 { BREAK } else { ' ' })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(source: &str) -> Result<Text, Vec<Slip>> {
        Text::read(source, "teks", 1, |near| {
            let before = source.find(near).map_or(0, |at| source[..at].matches('\n').count());
            u32::try_from(before).unwrap() + 1
        })
    }

    /// The parts in a short notation: `'words'`, `<name>`, `<name?>`, `(clause)`.
    fn notation(parts: &[Part]) -> String {
        parts
            .iter()
            .map(|part| match part {
                Part::Literal(words) => format!("'{}'", words.replace(BREAK, "¶")),
                Part::Hole(hole) => format!("<{}{}>", hole.name, if hole.optional { "?" } else { "" }),
                Part::Clause(inner) => format!("({})", notation(inner)),
            })
            .collect()
    }

    #[test]
    fn texts_are_read() {
        for (source, expected) in [
            ("", ""),
            ("Yth. Bapak", "'Yth. Bapak'"),
            ("NIP {pemilik.nip}", "'NIP '<pemilik.nip>"),
            ("{a}{b_2?}.", "<a><b_2?>'.'"),
            ("{{a}} {[}b{]}", "'{a} [b]'"),
            ("Nomor {n}[ tanggal {t?}].", "'Nomor '<n>(' tanggal '<t?>)'.'"),
            ("[ SK {n?}[ tanggal {t?}]]", "(' SK '<n?>(' tanggal '<t?>))"),
            ("satu\n  dua\n\n tiga", "'satu dua¶tiga'"),
        ] {
            assert_eq!(read(source).map(|text| notation(&text.parts)), Ok(expected.to_owned()), "{source}");
        }
    }

    #[test]
    fn breaches_of_the_grammar_are_named() {
        for (source, expected) in [
            ("NIP {pemilik.nip", "Kurung `{` tidak ditutup"),
            ("{}", "`{}` bukan nama isian"),
            ("{Nama}", "`{Nama}` bukan nama isian"),
            ("{pemilik nama}", "bukan nama isian"),
            ("{a??}", "bukan nama isian"),
            ("a}", "Kurung `}` tidak berpasangan"),
            ("a]", "Kurung `]` tidak berpasangan"),
            ("[a {b?}", "Kurung `[` tidak ditutup"),
            ("[catatan]", "tidak ada isian bertanda `?`"),
            ("[ {wajib}]", "tidak ada isian bertanda `?`"),
            ("[{a?}[{a?}[{a?}[{a?}]]]]", "terlalu dalam"),
        ] {
            let slips = read(source).unwrap_err();
            assert!(slips.iter().any(|slip| slip.message.contains(expected)), "{source}: {slips:?}");
        }
        assert_eq!(read("{A} dan {B}").unwrap_err().len(), 2, "every breach is told");
    }

    #[test]
    fn placeholders_know_their_line() {
        let text = read("satu {a}\ndua\n[ tiga {b?}]").unwrap();
        assert_eq!(text.holes().iter().map(|hole| (hole.name.as_str(), hole.line)).collect::<Vec<_>>(), [("a", 1), ("b", 3)]);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(source in r"[\[\]{}?a-b .\n\PC]{0,60}") {
            let _ = read(&source);
        }

        #[test]
        fn words_without_brackets_are_kept(words in "[a-zA-Z0-9.,;:()/-]{1,20}( [a-zA-Z0-9.,;:()/-]{1,20}){0,5}") {
            prop_assert_eq!(read(&words).unwrap().parts, vec![Part::Literal(words)]);
        }
    }
}
