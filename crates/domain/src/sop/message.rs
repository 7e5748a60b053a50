//! `content/messages.toml`: the messages that an officer copies or sends to an applicant.

use std::collections::BTreeSet;

use super::parse::{identifier, report_repeats};
use super::placeholder::{self, MissingValue};
use crate::document::{Code, Finding, Table, read};

/// A message, with placeholders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The name by which SOPs refer to it.
    pub id: String,
    /// What the officer chooses it by.
    pub name: String,
    /// Its subject line.
    pub subject: String,
    /// Its text; lines are parted by `\n`.
    pub text: String,
}

/// A message with its values, ready to copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledMessage {
    /// Subject, one line.
    pub subject: String,
    /// Text; lines are parted by `\n`.
    pub text: String,
}

impl Message {
    /// Puts values in. `value_of` gives the value of a name of [`super::PLACEHOLDERS`].
    ///
    /// # Errors
    /// Every placeholder that must have a value and has none.
    pub fn fill(&self, value_of: impl Fn(&str) -> Option<String>) -> Result<FilledMessage, Vec<MissingValue>> {
        match (placeholder::fill(&self.subject, &value_of), placeholder::fill(&self.text, &value_of)) {
            (Ok(subject), Ok(text)) => Ok(FilledMessage { subject, text }),
            (subject, text) => Err([subject.err(), text.err()].into_iter().flatten().flatten().collect()),
        }
    }
}

/// All messages of an office, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Messages(pub Vec<Message>);

impl Messages {
    /// Reads the file.
    ///
    /// # Errors
    /// All faults of form, unknown placeholders among them (S001).
    pub fn parse(file_name: &str, bytes: &[u8]) -> Result<Self, Vec<Finding>> {
        read(file_name, bytes, messages).into_result().map(|(messages, _)| messages)
    }

    /// The message called `id`.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Message> {
        self.0.iter().find(|message| message.id == id)
    }

    /// The ids of all messages.
    #[must_use]
    pub fn ids(&self) -> BTreeSet<String> {
        self.0.iter().map(|message| message.id.clone()).collect()
    }
}

fn messages(root: &Table<'_>) -> Messages {
    root.number("format", 1..=1);
    let rows = root.tables("pesan", message);
    report_repeats(root, "pesan", "id", rows.iter().map(|message| message.id.as_str()));
    Messages(rows)
}

fn message(table: &Table<'_>) -> Message {
    let message =
        Message { id: identifier(table, "id"), name: table.text("nama"), subject: table.text("perihal"), text: table.text("teks") };
    for (key, template) in [("perihal", &message.subject), ("teks", &message.text)] {
        for (culprit, sentence) in placeholder::faults_of(template) {
            table.report_at(table.line_within(key, culprit), Code::S001, sentence);
        }
    }
    message
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHIPPED: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/messages.toml"));

    #[test]
    fn the_shipped_messages_read_and_fill() {
        let messages = Messages::parse("messages.toml", SHIPPED).unwrap();
        for message in &messages.0 {
            let filled = message.fill(|name| Some(format!("<{name}>"))).unwrap();
            assert!(!filled.text.contains('{') && filled.subject.lines().count() == 1, "{}", message.id);
        }
    }

    #[test]
    fn faults_are_found_at_their_line() {
        let file = "format = 1\n[[pesan]]\nid = \"a\"\nnama = \"A\"\nperihal = \"P\"\nteks = \"\"\"\nYth.\nNIK {pemilik.nik}\n\"\"\"\n\
                    [[pesan]]\nid = \"a\"\nnama = \"A\"\nperihal = \"}\"\nteks = \"T\"\nisi = 1\n";
        let lines: Vec<u32> = Messages::parse("messages.toml", file.as_bytes()).unwrap_err().iter().map(|finding| finding.line).collect();
        assert_eq!(lines, [8, 11, 13, 15]);
    }
}
