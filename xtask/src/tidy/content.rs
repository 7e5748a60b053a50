//! Content: every file that an office may edit is at least TOML. What it says is judged by the domain.

use super::File;
use crate::breach::Breach;

/// The breach of one content file that is not TOML.
pub(super) fn breaches(file: &File) -> Option<Breach> {
    if !file.path.starts_with("content/") || file.ending() != "toml" {
        return None;
    }
    let error = toml::from_str::<toml::Table>(&file.text).err()?;
    let start = error.span().map_or(0, |span| span.start);
    let line = file.text.as_bytes().iter().take(start).filter(|byte| **byte == b'\n').count() + 1;
    Some(file.breach(line, format!("is not TOML: {}", error.message())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_file_is_found_with_its_line() {
        for (path, text, expected) in [
            ("content/reasons.toml", "format = 1\nlabel = \n", Some(2)),
            ("content/reasons.toml", "format = 1\n", None),
            ("crates/a/b.toml", "label = \n", None),
        ] {
            assert_eq!(breaches(&File::new(path, text)).map(|breach| breach.line), expected, "{path} {text}");
        }
    }
}
