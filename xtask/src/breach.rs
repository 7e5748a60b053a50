//! A breach: one place where the tree does not keep a rule of the house.

use std::fmt;

use crate::Result;

/// One breach. Prints as `FILE:LINE: message`, which editors and CI turn into a link.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Breach {
    /// Path from the root of the repository, with `/`.
    pub file: String,
    /// Line from 1; 1 where the rule concerns the whole file.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

impl Breach {
    /// A breach at one line of one file.
    pub fn new(file: &str, line: usize, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, message: message.into() }
    }
}

impl fmt::Display for Breach {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// Turns the breaches of one verb into its answer: all of them, sorted, in one error; or nothing.
pub fn verdict(verb: &str, mut breaches: Vec<Breach>) -> Result {
    if breaches.is_empty() {
        return Ok(());
    }
    breaches.sort();
    breaches.dedup();
    let lines: Vec<String> = breaches.iter().map(Breach::to_string).collect();
    Err(format!("{}\n{verb}: {} breach(es)", lines.join("\n"), lines.len()).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_names_every_breach_once_in_order() {
        let breaches = vec![Breach::new("b.rs", 2, "second"), Breach::new("a.rs", 9, "first"), Breach::new("b.rs", 2, "second")];
        let said = verdict("tidy", breaches).unwrap_err().to_string();
        assert_eq!(said, "a.rs:9: first\nb.rs:2: second\ntidy: 2 breach(es)");
        assert!(verdict("tidy", Vec::new()).is_ok());
    }
}
