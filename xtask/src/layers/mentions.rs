//! The paths that a Rust source mentions outside its tests: `use std::{fs, env}` mentions `std::fs` and `std::env`.
//!
//! Read from tokens, so that comments and texts do not count and the arguments of macros do.

use std::str::FromStr;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// What one source mentions.
#[derive(Default)]
pub(super) struct Mentions {
    /// Each path of two segments or more, with its line. A lone name says nothing: a longer path brought it here.
    pub(super) paths: Vec<(Vec<String>, usize)>,
    /// Modules declared under `#[cfg(test)]`, whose files are tests.
    pub(super) test_modules: Vec<String>,
}

/// Reads a source; an error says that it is not Rust.
pub(super) fn read(text: &str) -> Result<Mentions, String> {
    let tokens = TokenStream::from_str(text).map_err(|error| error.to_string())?;
    let mut mentions = Mentions::default();
    mentions.walk(tokens);
    Ok(mentions)
}

impl Mentions {
    fn walk(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            at = match &tokens[at] {
                TokenTree::Punct(mark) if mark.as_char() == '#' && is_cfg_test(tokens.get(at + 1)) => self.skip_item(&tokens, at + 2),
                TokenTree::Ident(_) => self.path(&tokens, at, &[]),
                TokenTree::Group(group) => {
                    self.walk(group.stream());
                    at + 1
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => at + 1,
            };
        }
    }

    /// Steps over the item behind `#[cfg(test)]`: up to its block or its semicolon.
    fn skip_item(&mut self, tokens: &[TokenTree], from: usize) -> usize {
        let ends = |token: &TokenTree| match token {
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            TokenTree::Punct(mark) => mark.as_char() == ';',
            _ => false,
        };
        let end = tokens[from..].iter().position(ends).map_or(tokens.len(), |length| from + length + 1);
        if let [.., TokenTree::Ident(word), TokenTree::Ident(name), TokenTree::Punct(_)] = &tokens[from..end]
            && *word == "mod"
        {
            self.test_modules.push(name.to_string());
        }
        end
    }

    /// Reads a path that begins at an identifier, with `before` in front of it; returns where it ended.
    fn path(&mut self, tokens: &[TokenTree], from: usize, before: &[String]) -> usize {
        let mut path = before.to_vec();
        let line = tokens[from].span().start().line;
        let mut at = from;
        while let Some(TokenTree::Ident(name)) = tokens.get(at) {
            path.push(name.to_string());
            at += 1;
            if !is_path_separator(tokens, at) {
                break;
            }
            at += 2;
            if let Some(TokenTree::Group(group)) = tokens.get(at) {
                self.branches(group.stream(), &path);
                return at + 1;
            }
        }
        if path.len() > 1 {
            self.paths.push((path, line));
        }
        at
    }

    /// The `{…}` of a `use`: every branch continues the path in front of it.
    fn branches(&mut self, tokens: TokenStream, before: &[String]) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            at = match &tokens[at] {
                TokenTree::Ident(word) if *word == "as" => at + 2,
                TokenTree::Ident(_) => self.path(&tokens, at, before),
                _ => at + 1,
            };
        }
    }
}

fn is_path_separator(tokens: &[TokenTree], at: usize) -> bool {
    let colon = |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(mark)) if mark.as_char() == ':');
    colon(at) && colon(at + 1)
}

/// `[cfg(test)]` or `[cfg(all(test, …))]`.
fn is_cfg_test(attribute: Option<&TokenTree>) -> bool {
    let Some(TokenTree::Group(attribute)) = attribute else {
        return false;
    };
    let text = attribute.stream().to_string().replace(' ', "");
    text == "cfg(test)" || text.starts_with("cfg(all(test,")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_read_with_their_lines() {
        for (source, expected) in [
            ("use std::fs;", "std::fs:1"),
            ("use std::{fs::File, env as e};", "std::fs::File:1 std::env:1"),
            ("fn f() {\n  std::fs::read(x);\n}", "std::fs::read:2"),
            ("::std::fs::read(a)", "std::fs::read:1"),
            ("say!(\"std::fs\", Utc::now()); // std::env", "Utc::now:1"),
            ("Vec::<u8>::new()", ""),
            ("#[cfg(test)]\nmod tests { use std::fs; }\nfn g() { a::b() }", "a::b:3"),
            ("#[cfg(test)]\n#[path = \"t.rs\"]\nmod tests;\nuse a::b;", "a::b:4"),
            ("#[cfg(all(test, unix))]\nfn f() { std::fs::read() }", ""),
            ("#[cfg(not(test))]\nfn f() { std::fs::read() }", "std::fs::read:2"),
        ] {
            let paths: Vec<String> = read(source).unwrap().paths.iter().map(|(path, line)| format!("{}:{line}", path.join("::"))).collect();
            assert_eq!(paths.join(" "), expected, "{source}");
        }
    }

    #[test]
    fn test_modules_of_their_own_file_are_named() {
        assert_eq!(read("#[cfg(test)]\nmod vectors;\nmod kept;").unwrap().test_modules, ["vectors"]);
    }

    #[test]
    fn what_is_not_rust_is_said() {
        assert!(read("fn (").is_err());
    }
}
