//! The page that verifies: it carries its own hashes, speaks to nobody, and shows names as text alone.
#![allow(clippy::unwrap_used, reason = "test code")]

use super::PAGE;
use data_encoding::BASE64;
use sha2::{Digest, Sha256};

/// What stands between two marks, of which there is one each.
fn between(begin: &str, end: &str) -> &'static str {
    assert_eq!((PAGE.matches(begin).count(), PAGE.matches(end).count()), (1, 1), "{begin}");
    PAGE.split_once(begin).unwrap().1.split_once(end).unwrap().0
}

#[test]
fn nothing_but_its_own_script_and_style_is_let_in() {
    let sealed = |text: &str| format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text)));
    let (script, style) = (sealed(between("<script>", "</script>")), sealed(between("<style>", "</style>")));
    let policy = format!("default-src 'none'; script-src {script}; style-src {style}; base-uri 'none'; form-action 'none'");
    assert!(PAGE.contains(&format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")), "the policy must be: {policy}");
}

#[test]
fn it_speaks_to_nobody_and_shows_names_as_text() {
    for never in ["http:", "https:", "innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "fetch(", "XMLHttp", "import("]
    {
        assert!(!PAGE.contains(never), "{never}");
    }
    assert!(!between("<body>", "<script>").contains(" on"), "handlers in the markup would not be let in");
}
