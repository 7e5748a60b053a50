//! What a user types, as a query of FTS5: every word must occur, each as the beginning of a word. Nothing that is typed is syntax.

/// Most words that are looked at; the rest of a pasted page would only cost time.
const MOST_WORDS: usize = 12;

/// The query, or `None` when the text has no word.
///
/// Groups of digits with blanks between them are one number to whoever types a NIP as it is printed (`19680903 199302 2 001`): they are found
/// joined as well as apart.
pub(crate) fn parse(text: &str) -> Option<String> {
    let words: Vec<Vec<&str>> = text.split_whitespace().map(pieces).filter(|pieces| !pieces.is_empty()).take(MOST_WORDS).collect();
    let mut clauses = Vec::new();
    for run in words.chunk_by(|one, next| is_number(one) && is_number(next)) {
        let apart = run.iter().flatten().take(MOST_WORDS).map(|piece| prefix(piece)).collect::<Vec<_>>().join(" AND ");
        match run {
            [_] => clauses.push(apart),
            _ => clauses.push(format!("({} OR ({apart}))", prefix(&run.concat().concat()))),
        }
    }
    (!clauses.is_empty()).then(|| clauses.join(" AND "))
}

/// The pieces of a word as the index holds them: runs of letters and digits.
fn pieces(word: &str) -> Vec<&str> {
    word.split(|letter: char| !is_part(letter)).filter(|piece| piece.chars().any(char::is_alphanumeric)).collect()
}

/// Combining marks belong to the letter before them, as they do in the index.
fn is_part(letter: char) -> bool {
    letter.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&letter)
}

fn is_number(pieces: &[&str]) -> bool {
    matches!(pieces, [piece] if piece.bytes().all(|byte| byte.is_ascii_digit()))
}

fn prefix(piece: &str) -> String {
    format!("\"{piece}\"*")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_become_quoted_prefixes() {
        for (text, query) in [
            ("", None),
            ("  \t ", None),
            ("\"'(*)-:^", None),
            ("budi", Some(r#""budi"*"#)),
            ("Budi  Santoso", Some(r#""Budi"* AND "Santoso"*"#)),
            ("budi OR siti", Some(r#""budi"* AND "OR"* AND "siti"*"#)),
            ("'; DROP TABLE entry; --", Some(r#""DROP"* AND "TABLE"* AND "entry"*"#)),
            ("text:budi NEAR(a b)", Some(r#""text"* AND "budi"* AND "NEAR"* AND "a"* AND "b"*"#)),
            ("000.6.5/1024", Some(r#""000"* AND "6"* AND "5"* AND "1024"*"#)),
            ("19680903 199302 2 001", Some(r#"("196809031993022001"* OR ("19680903"* AND "199302"* AND "2"* AND "001"*))"#)),
            ("agenda 5 2026", Some(r#""agenda"* AND ("52026"* OR ("5"* AND "2026"*))"#)),
        ] {
            assert_eq!(parse(text).as_deref(), query, "{text:?}");
        }
    }

    #[test]
    fn a_pasted_page_stays_a_short_query() {
        let query = parse(&"kata ".repeat(10_000)).unwrap();
        assert_eq!(query.matches('*').count(), MOST_WORDS);
    }

    proptest! {
        #[test]
        fn any_text_is_a_query_that_fts_accepts(text in "\\PC{0,60}|[a-z0-9 \"'*():^.+-]{0,60}") {
            let conn = rusqlite::Connection::open_in_memory().unwrap();
            conn.execute_batch("CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')").unwrap();
            if let Some(query) = parse(&text) {
                conn.query_row("SELECT count(*) FROM t WHERE x MATCH ?1", [query], |row| row.get::<_, i64>(0)).unwrap();
            }
        }
    }
}
