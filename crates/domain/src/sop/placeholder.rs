//! Placeholders in a message: `{pemilik.nama}` must have a value, `{kantor.telepon?}` may lack one and then takes its line with it.

/// What a message may speak of. NIK and NIP are left out on purpose: messages travel through other people's systems (domain facts, part
/// 7).
pub const PLACEHOLDERS: &[&str] = &[
    "kantor.nama",
    "kantor.telepon",
    "langkah.waktu",
    "pemilik.instansi",
    "pemilik.nama",
    "perkara.agenda",
    "perkara.catatan",
    "perkara.layanan",
    "perkara.tanggal",
    "sertifikat.berlaku_sampai",
];

/// A placeholder that must have a value and has none.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("Pesan memerlukan `{placeholder}` (baris {line}), tetapi nilainya belum ada. Isi data itu dahulu.")]
pub struct MissingValue {
    /// Its name.
    pub placeholder: String,
    /// Its line within the text, from 1.
    pub line: usize,
}

/// A piece of one line.
enum Piece<'t> {
    Plain(&'t str),
    Value { name: &'t str, optional: bool },
}

/// The faults of a template, as the text at fault and a sentence.
pub(super) fn faults_of(template: &str) -> Vec<(&str, String)> {
    template.lines().filter_map(|line| pieces_of(line).err().map(|sentence| (line, sentence))).collect()
}

/// Fills a template. `value_of` gives the value of a name; an empty value counts as none.
pub(super) fn fill(template: &str, value_of: &impl Fn(&str) -> Option<String>) -> Result<String, Vec<MissingValue>> {
    let mut lines = Vec::new();
    let mut missing = Vec::new();
    for (at, line) in template.lines().enumerate() {
        match fill_line(line, value_of) {
            Ok(Some(filled)) => lines.push(filled),
            Ok(None) => {}
            Err(placeholder) => missing.push(MissingValue { placeholder, line: at + 1 }),
        }
    }
    if missing.is_empty() { Ok(lines.join("\n")) } else { Err(missing) }
}

/// The filled line; none where an optional value is empty; the name of a missing value.
fn fill_line(line: &str, value_of: &impl Fn(&str) -> Option<String>) -> Result<Option<String>, String> {
    let Ok(pieces) = pieces_of(line) else {
        return Err(line.trim().to_owned());
    };
    let mut filled = String::with_capacity(line.len());
    let mut left_out = false;
    for piece in pieces {
        match piece {
            Piece::Plain(text) => filled.push_str(text),
            Piece::Value { name, optional } => match value_of(name).filter(|value| !value.trim().is_empty()) {
                Some(value) => filled.push_str(&value),
                None if optional => left_out = true,
                None => return Err(name.to_owned()),
            },
        }
    }
    Ok((!left_out).then_some(filled))
}

fn pieces_of(line: &str) -> Result<Vec<Piece<'_>>, String> {
    let mut pieces = Vec::new();
    let mut rest = line;
    while let Some(open) = rest.find(['{', '}']) {
        let (before, from_brace) = rest.split_at(open);
        let inside = from_brace.strip_prefix('{').ok_or_else(|| "Kurung kurawal tutup tanpa kurung buka.".to_owned())?;
        let (name, after) = inside.split_once('}').ok_or_else(|| "Kurung kurawal tidak ditutup.".to_owned())?;
        pieces.push(Piece::Plain(before));
        pieces.push(value_piece(name)?);
        rest = after;
    }
    pieces.push(Piece::Plain(rest));
    Ok(pieces)
}

fn value_piece(written: &str) -> Result<Piece<'_>, String> {
    let (name, optional) = written.strip_suffix('?').map_or((written, false), |name| (name, true));
    if PLACEHOLDERS.contains(&name) {
        return Ok(Piece::Value { name, optional });
    }
    let known = PLACEHOLDERS.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(", ");
    Err(format!("`{{{written}}}` tidak dikenal. Yang dapat dipakai: {known}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value_of(name: &str) -> Option<String> {
        match name {
            "pemilik.nama" => Some("Siti".to_owned()),
            "perkara.catatan" => Some("Surat belum\nditandatangani".to_owned()),
            "kantor.telepon" => Some(" ".to_owned()),
            _ => None,
        }
    }

    #[test]
    fn values_are_filled_and_optional_lines_left_out() {
        for (template, expected) in [
            ("Yth. {pemilik.nama},", Ok("Yth. Siti,")),
            ("A\nTelepon: {kantor.telepon?}\n\nB", Ok("A\n\nB")),
            ("{perkara.catatan}\n{pemilik.nama} {pemilik.nama?}", Ok("Surat belum\nditandatangani\nSiti Siti")),
            ("A\n{kantor.nama}\n{kantor.telepon}", Err(vec![("kantor.nama", 2), ("kantor.telepon", 3)])),
        ] {
            let filled = fill(template, &value_of);
            let expected = expected.map(str::to_owned).map_err(|missing| {
                missing.into_iter().map(|(name, line)| MissingValue { placeholder: name.to_owned(), line }).collect::<Vec<_>>()
            });
            assert_eq!(filled, expected, "{template}");
        }
    }

    #[test]
    fn faults_of_a_template_are_found() {
        for (template, expected) in [
            ("{pemilik.nama}", None),
            ("{pemilik.nik}", Some("tidak dikenal")),
            ("{pemilik.nama", Some("tidak ditutup")),
            ("a } b", Some("tanpa kurung")),
        ] {
            let faults = faults_of(template);
            assert_eq!(faults.len(), usize::from(expected.is_some()), "{template}");
            assert!(expected.is_none_or(|part| faults[0].1.contains(part)), "{template}");
        }
    }
}
