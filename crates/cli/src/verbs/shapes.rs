//! The wire's shapes, picked out of its TypeScript file and set for reading.

use sandika_api::{CommandInfo, typescript};
use std::collections::{BTreeMap, BTreeSet};

/// Declarations by name, and what each command takes and answers.
pub(super) struct Shapes {
    declared: BTreeMap<String, String>,
    commands: BTreeMap<String, (String, String)>,
}

impl Shapes {
    /// Reads the file that the wire writes: `export type NAME = …;`, and `interface Commands`, one command a line.
    pub(super) fn read() -> Self {
        let file = typescript();
        let (types, commands) = file.split_once("export interface Commands").unwrap_or((file.as_str(), ""));
        let declared = types.split("\n\n").filter_map(declaration).collect();
        Self { declared, commands: commands.lines().filter_map(signature).collect() }
    }

    /// What a command takes and answers, as TypeScript.
    pub(super) fn of_command(&self, command: &CommandInfo) -> (String, String) {
        let named = || (command.arguments.to_owned(), command.answer.to_owned());
        self.commands.get(command.name).cloned().unwrap_or_else(named)
    }

    /// The declarations that some types stand on, with all that those stand on in turn; the named ones first.
    pub(super) fn behind(&self, types: &[&str]) -> Vec<(String, String)> {
        let mut found = Vec::new();
        let mut seen = BTreeSet::new();
        let mut open: Vec<&str> = types.iter().rev().copied().collect();
        while let Some(text) = open.pop() {
            for name in words(text) {
                if let Some((name, declared)) = self.declared.get_key_value(name).filter(|_| seen.insert(name)) {
                    found.push((name.clone(), declared.clone()));
                    open.push(declared);
                }
            }
        }
        found
    }
}

/// Words of a type outside of its comments.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("/**"));
    code.flat_map(|line| line.split(|letter: char| !letter.is_alphanumeric() && letter != '_')).filter(|word| !word.is_empty())
}

/// `  name: { args: A; answer: B };`
fn signature(line: &str) -> Option<(String, (String, String))> {
    let (name, rest) = line.trim().split_once(": { args: ")?;
    let (arguments, answer) = rest.strip_suffix(" };")?.split_once("; answer: ")?;
    Some((name.to_owned(), (arguments.to_owned(), answer.to_owned())))
}

/// The name of a declaration, and its text with one line for each comment and each field.
fn declaration(text: &str) -> Option<(String, String)> {
    let at = text.find("export type ")?;
    let (comment, code) = text.split_at(at);
    let code = code.strip_prefix("export ")?;
    let name: String = code.strip_prefix("type ")?.chars().take_while(|letter| letter.is_alphanumeric()).collect();
    let set = format!("{}{}", one_line_comments(comment), one_line_comments(code));
    let (opening, body) = match set.find(" = { ") {
        Some(at) => set.split_at(at + " = {".len()),
        None => return Some((name, set)),
    };
    let fields = body.trim().strip_suffix("};").unwrap_or(body);
    Some((name, format!("{opening}\n{}}};\n", one_line_fields(fields))))
}

/// `/**⏎ * text⏎ */` becomes `/** text */`.
fn one_line_comments(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let mut set = String::new();
    let mut comment: Option<Vec<&str>> = None;
    for line in lines {
        match (&mut comment, line) {
            (None, "/**") => comment = Some(Vec::new()),
            (Some(said), "*/") => {
                set.push_str(&format!("/** {} */\n", said.join(" ")));
                comment = None;
            }
            (Some(said), line) => said.push(line.trim_start_matches('*').trim()),
            (None, line) => {
                set.push_str(line);
                set.push(if line.ends_with('{') { ' ' } else { '\n' });
            }
        }
    }
    set
}

/// Each comment and each field on a line of its own; a comma within brackets parts no fields.
fn one_line_fields(fields: &str) -> String {
    let mut set = String::new();
    for line in fields.lines().map(str::trim) {
        let mut depth = 0_i32;
        let is_comment = line.starts_with("/**");
        let parts = line.split_inclusive(|letter: char| {
            depth += match letter {
                '<' | '(' | '[' | '{' => 1,
                '>' | ')' | ']' | '}' => -1,
                _ => 0,
            };
            letter == ',' && depth == 0 && !is_comment
        });
        parts.map(str::trim).filter(|part| !part.is_empty()).for_each(|part| set.push_str(&format!("  {part}\n")));
    }
    set
}

#[cfg(test)]
mod tests {
    use super::*;
    use sandika_api::COMMANDS;

    #[test]
    fn every_command_has_shapes_that_are_declared() {
        let shapes = Shapes::read();
        assert_eq!(shapes.commands.len(), COMMANDS.len());
        for command in COMMANDS {
            let (arguments, _) = shapes.of_command(command);
            assert_eq!(shapes.behind(&[&arguments]).first().map(|(name, _)| name), Some(&arguments), "{}", command.name);
        }
    }

    #[test]
    fn a_declaration_has_one_line_for_each_comment_and_field() {
        let raw = "/**\n * A page.\n */\nexport type Page = { \n/**\n * Name and cursor,\n * both.\n */\nafter: [string, number] | null, rows: Array<Row>, };";
        let set =
            "/** A page. */\ntype Page = {\n  /** Name and cursor, both. */\n  after: [string, number] | null,\n  rows: Array<Row>,\n};\n";
        assert_eq!(declaration(raw), Some(("Page".to_owned(), set.to_owned())));
        let plain = "export type Answer = string | boolean;";
        assert_eq!(declaration(plain), Some(("Answer".to_owned(), "type Answer = string | boolean;\n".to_owned())));
    }

    #[test]
    fn shapes_behind_a_shape_come_with_it() {
        let names: Vec<String> = Shapes::read().behind(&["OwnerRecordArgs"]).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["OwnerRecordArgs", "OwnerFields"]);
    }
}
