//! The pure rooms: what their sources may not mention outside tests.

use std::collections::HashMap;

use super::mentions::{self, Mentions};
use crate::breach::Breach;

/// A path that is forbidden wherever it stands inside a longer one, with what to do instead.
const FORBIDDEN: [(&str, &str); 15] = [
    ("std::fs", FILES),
    ("std::env", HANDED),
    ("std::process", HANDED),
    ("std::net", HANDED),
    ("std::thread::sleep", CLOCK),
    ("SystemTime", CLOCK),
    ("Instant::now", CLOCK),
    ("Utc::now", CLOCK),
    ("Local::now", CLOCK),
    ("Uuid::now_v7", CHANCE),
    ("Uuid::new_v4", CHANCE),
    ("getrandom::", CHANCE),
    ("rand::", CHANCE),
    ("tokio::", HANDED),
    ("rusqlite::", FILES),
];

const FILES: &str = "what is stored is handed in";
const HANDED: &str = "the outside world belongs to app and its ports";
const CLOCK: &str = "time is handed in";
const CHANCE: &str = "identifiers and randomness are handed in";

/// Every forbidden mention in the sources, given as (path, text).
pub(super) fn breaches(sources: &[(String, String)]) -> Vec<Breach> {
    let mut found = Vec::new();
    let mut read: HashMap<&str, Mentions> = HashMap::new();
    for (file, text) in sources {
        match mentions::read(text) {
            Ok(mentions) => drop(read.insert(file, mentions)),
            Err(error) => found.push(Breach::new(file, 1, format!("cannot be read as Rust: {error}"))),
        }
    }
    let tests: Vec<String> = read.iter().flat_map(|(file, mentions)| test_files(file, mentions)).collect();
    let product = read.iter().filter(|(file, _)| !tests.iter().any(|test| file.starts_with(test)));
    found.extend(product.flat_map(|(file, mentions)| of_source(file, mentions)));
    found
}

/// The beginnings of the paths that belong to a source's test modules: `dir/tests.rs` and `dir/tests/`.
fn test_files(file: &str, mentions: &Mentions) -> Vec<String> {
    let stem = file.trim_end_matches(".rs");
    let (folder, name) = stem.rsplit_once('/').unwrap_or(("", stem));
    let inside = if matches!(name, "mod" | "lib" | "main") { folder } else { stem };
    mentions.test_modules.iter().flat_map(|module| [format!("{inside}/{module}.rs"), format!("{inside}/{module}/")]).collect()
}

fn of_source(file: &str, mentions: &Mentions) -> Vec<Breach> {
    let mut found = Vec::new();
    for (path, line) in &mentions.paths {
        if let Some((forbidden, instead)) = FORBIDDEN.iter().find(|(forbidden, _)| mentioned(forbidden, path)) {
            let forbidden = forbidden.trim_end_matches("::");
            found.push(Breach::new(file, *line, format!("a pure crate may not use {forbidden}: {instead}")));
        }
    }
    found
}

/// `std::fs` is mentioned by any path that contains both segments in a row; `rand::` by a path that begins with that crate.
fn mentioned(forbidden: &str, path: &[String]) -> bool {
    if let Some(name) = forbidden.strip_suffix("::") {
        return path.first().is_some_and(|first| first == name);
    }
    let segments: Vec<&str> = forbidden.split("::").collect();
    path.windows(segments.len()).any(|window| window == segments)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(sources: &[(&str, &str)]) -> Vec<String> {
        let sources: Vec<_> = sources.iter().map(|(file, text)| ((*file).to_owned(), (*text).to_owned())).collect();
        let mut found: Vec<String> =
            breaches(&sources).iter().map(|breach| format!("{}:{} {}", breach.file, breach.line, breach.message)).collect();
        found.sort();
        found
    }

    #[test]
    fn each_forbidden_word_is_found() {
        for (source, forbidden) in [
            ("use std::fs;", "std::fs"),
            ("use std::{collections::BTreeMap, env};", "std::env"),
            ("fn f() { std::process::exit(1) }", "std::process"),
            ("use std::net::TcpStream;", "std::net"),
            ("fn f() { let t = chrono::Utc::now(); }", "Utc::now"),
            ("fn f() { log!(Local::now()) }", "Local::now"),
            ("use std::time::{Duration, SystemTime};", "SystemTime"),
            ("fn f() { std::time::Instant::now(); }", "Instant::now"),
            ("fn f() { Uuid::now_v7() }", "Uuid::now_v7"),
            ("use rand::Rng;", "rand"),
            ("use tokio::sync::Mutex;", "tokio"),
            ("use rusqlite::Connection;", "rusqlite"),
        ] {
            let said = found(&[("crates/domain/src/a.rs", source)]);
            assert_eq!(said.len(), 1, "{source}: {said:?}");
            assert!(said[0].starts_with(&format!("crates/domain/src/a.rs:1 a pure crate may not use {forbidden}:")), "{said:?}");
        }
    }

    #[test]
    fn what_is_innocent_stays_unsaid() {
        for source in [
            "// std::fs\nfn f() {}",
            "fn f() -> &'static str { \"std::env\" }",
            "#[cfg(test)]\nmod tests { use std::fs; }",
            "fn f(rand: u8) -> u8 { rand }",
            "use std::fmt;",
            "fn due(now: NaiveDateTime) {}",
        ] {
            assert_eq!(found(&[("crates/domain/src/a.rs", source)]), Vec::<String>::new(), "{source}");
        }
    }

    #[test]
    fn files_of_test_modules_are_left_out() {
        let sources = [
            ("crates/domain/src/sop/mod.rs", "#[cfg(test)]\nmod tests;"),
            ("crates/domain/src/sop/tests.rs", "use std::fs;"),
            ("crates/domain/src/sop/tests/real.rs", "use std::fs;"),
            ("crates/domain/src/clock.rs", "#[cfg(test)]\nmod vectors;"),
            ("crates/domain/src/clock/vectors.rs", "use std::fs;"),
            ("crates/domain/src/vectors.rs", "use std::fs;"),
        ];
        let said = found(&sources);
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with("crates/domain/src/vectors.rs:1 "), "{said:?}");
    }
}
