//! Rules about lines: blanks, tabs, unfinished work, paths of one machine, hosts of registries, the first line of a source.

use super::File;
use crate::breach::Breach;

// Written in pieces, so that this file keeps its own rules.
const UNFINISHED: [&str; 5] =
    [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("to", "do!"), concat!("unimple", "mented!"), concat!("#[ig", "nore")];
const MACHINE: [&str; 3] = [concat!("/wo", "rk/"), concat!("/ro", "ot/"), concat!("/ho", "me/")];
const HOSTS: [&str; 6] = [
    concat!("crates", ".io"),
    concat!("py", "pi.org"),
    concat!("python", "hosted.org"),
    concat!("registry.", "npmjs.org"),
    concat!("registry.", "yarnpkg.com"),
    concat!("deb.", "debian.org"),
];

/// Endings of files in which a tab is a slip.
const WITHOUT_TABS: [&str; 6] = ["rs", "toml", "md", "ts", "svelte", "css"];

/// Endings of files whose bytes are somebody else's word, even where they can be read as text.
const BYTES: [&str; 1] = ["pdf"];

/// The breaches of one file's lines.
pub(super) fn breaches(file: &File) -> Vec<Breach> {
    let mut found = Vec::new();
    if BYTES.contains(&file.ending()) {
        return found;
    }
    if file.ending() == "rs" && !file.text.starts_with("//!") {
        found.push(file.breach(1, "a source begins with `//!`: its purpose, and what it deliberately does not know"));
    }
    for (index, line) in file.text.split('\n').enumerate() {
        found.extend(of_line(file.ending(), line).map(|message| file.breach(index + 1, message)));
    }
    found
}

fn of_line<'a>(ending: &'a str, line: &'a str) -> impl Iterator<Item = String> + 'a {
    let blanks = line.ends_with([' ', '\t', '\r']).then(|| "the line ends in blanks".to_owned());
    let tab = (WITHOUT_TABS.contains(&ending) && line.contains('\t')).then(|| "a tab; use blanks".to_owned());
    let unfinished = UNFINISHED.iter().filter(|word| stands_alone(line, word)).map(|word| format!("{word}: finish it, or open an issue"));
    let machine = MACHINE.iter().filter(|path| stands_alone(line, path)).map(|path| format!("{path}: a path of one machine"));
    let hosts = HOSTS.iter().filter(|host| line.contains(**host)).map(|host| format!("{host}: the host of a registry"));
    blanks.into_iter().chain(tab).chain(unfinished).chain(machine).chain(hosts)
}

/// Whether a word stands in a line and is not the tail or the head of a longer one.
fn stands_alone(line: &str, word: &str) -> bool {
    let joins = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.' | '~' | '}');
    line.match_indices(word).any(|(start, _)| {
        let is_word = word.ends_with(|letter: char| letter.is_alphanumeric());
        let grown_left = line[..start].chars().next_back().is_some_and(joins);
        let grown_right = is_word && line[start + word.len()..].chars().next().is_some_and(char::is_alphanumeric);
        !(grown_left || grown_right)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_not_read_as_lines() {
        assert_eq!(found("tests/contoh.pdf", "%PDF-1.4 \n"), [""; 0]);
    }

    fn found(path: &str, text: &str) -> Vec<String> {
        breaches(&File::new(path, text)).iter().map(|breach| format!("{}: {}", breach.line, breach.message)).collect()
    }

    #[test]
    fn every_slip_is_found_on_its_line() {
        let [todo, fixme, todo_macro, unimplemented, ignored] = UNFINISHED;
        for (path, text, line, fragment) in [
            ("a.rs", "use x;".to_owned(), 1, "begins with `//!`"),
            ("a.md", "one\ntwo \n".to_owned(), 2, "ends in blanks"),
            ("a.md", "one\r\n".to_owned(), 1, "ends in blanks"),
            ("a.toml", "a\tb".to_owned(), 1, "a tab"),
            ("a.ts", format!("// {todo}: later"), 1, todo),
            ("a.md", format!("({fixme})"), 1, fixme),
            ("a.rs", format!("//! a\n{todo_macro}()"), 2, todo_macro),
            ("a.rs", format!("//! a\n{unimplemented}()"), 2, unimplemented),
            ("a.rs", format!("//! a\n{ignored} = \"slow\"]"), 2, ignored),
            ("a.md", format!("see {}main", MACHINE[0]), 1, "a path of one machine"),
            ("a.toml", format!("index = \"https://{}/\"", HOSTS[3]), 1, "the host of a registry"),
        ] {
            let said = found(path, &text);
            assert!(said.iter().any(|said| said.starts_with(&format!("{line}: ")) && said.contains(fragment)), "{text}: {said:?}");
        }
    }

    #[test]
    fn what_is_clean_stays_unsaid() {
        let longer = format!("{}ne MY_{}", UNFINISHED[0], UNFINISHED[0]);
        let relative = format!("docs{}plan.md", MACHINE[0]);
        for (path, text) in [("a.rs", "//! Purpose.\nuse x;\n"), ("Makefile", "all:\tx"), ("a.md", &longer), ("a.md", &relative)] {
            assert_eq!(found(path, text), Vec::<String>::new(), "{text}");
        }
    }
}
