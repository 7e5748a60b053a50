//! What an office may edit: SOPs, letters, messages, reasons, ranks, calendar, legal bases. The product ships a copy of each; a file of the same
//! place in the office's own `content/` folder takes its place, and files of its own join in.
//!
//! A faulty file of the office never locks it out: it is left aside with its findings, and the shipped one of the same place holds instead.

mod source;

use crate::error::AppError;
use sandika_domain::calendar::Calendar;
use sandika_domain::check::legal::LegalTable;
use sandika_domain::check::{OfficeKnowledge, check};
use sandika_domain::document::{Code, Finding};
use sandika_domain::letter::Template;
use sandika_domain::person::Ranks;
use sandika_domain::sop::{Message, Messages, ParsedSop, Reasons};
use source::{Origin, Source};
use std::collections::BTreeMap;
use std::path::Path;

/// An SOP in the library, with its text as it will be pinned.
#[derive(Clone, Debug)]
pub struct LibrarySop {
    /// The definition and its hash.
    pub parsed: ParsedSop,
    /// The file's text.
    pub text: String,
    /// Findings of the checker; warnings only, a faulty SOP is not in the library.
    pub findings: Vec<Finding>,
    /// Whether the office brought it.
    pub own: bool,
}

/// A letter template with the hash of its text.
#[derive(Clone, Debug)]
pub struct LibraryTemplate {
    /// The template.
    pub template: Template,
    /// SHA-256 of its text, lower-case hex.
    pub hash: String,
}

/// Everything editable, read and checked.
pub struct Content {
    /// SOPs by id.
    pub sops: BTreeMap<String, LibrarySop>,
    /// Letter templates by id.
    pub templates: BTreeMap<String, LibraryTemplate>,
    /// Messages.
    pub messages: Messages,
    /// Reasons for revocation.
    pub reasons: Reasons,
    /// Ranks and grades.
    pub ranks: Ranks,
    /// Office hours and holidays.
    pub calendar: Calendar,
    /// Known legal bases.
    pub legal: LegalTable,
    /// Faults of the office's own files, each left aside.
    pub findings: Vec<Finding>,
}

impl Content {
    /// Reads the shipped content, and over it the office's own, if a folder is given.
    ///
    /// # Errors
    /// [`AppError::Content`] only when the shipped content itself is faulty; [`AppError::Io`] when the folder cannot be read.
    pub fn load(own: Option<&Path>) -> Result<Self, AppError> {
        let source = Source::open(own)?;
        let mut findings = Vec::new();
        let reasons = pick(&source, "reasons.toml", &mut findings, Reasons::parse)?;
        let messages = pick(&source, "messages.toml", &mut findings, Messages::parse)?;
        let ranks = pick(&source, "ranks.toml", &mut findings, Ranks::parse)?;
        let legal = pick(&source, "legal.toml", &mut findings, LegalTable::parse)?;
        let calendar = calendar(&source, &mut findings)?;
        let templates = templates(&source, &mut findings)?;
        let mut content = Self { sops: BTreeMap::new(), templates, messages, reasons, ranks, calendar, legal, findings };
        content.read_sops(&source)?;
        Ok(content)
    }

    /// What an SOP file may refer to.
    pub fn knowledge(&self) -> OfficeKnowledge {
        OfficeKnowledge {
            letters: self.templates.keys().cloned().collect(),
            messages: self.messages.ids(),
            reasons: self.reasons.ids(),
            legal: self.legal.clone(),
        }
    }

    /// A message by id.
    pub fn message(&self, id: &str) -> Option<&Message> {
        self.messages.get(id)
    }

    fn read_sops(&mut self, source: &Source) -> Result<(), AppError> {
        let knowledge = self.knowledge();
        for file in source.folder("sops") {
            let (parsed, found) = match ParsedSop::read(&file.name, &file.bytes, &knowledge) {
                Ok(read) => read,
                Err(found) if file.origin == Origin::Own => {
                    self.findings.extend(found);
                    continue;
                }
                Err(found) => return Err(AppError::Content(found)),
            };
            let own = file.origin == Origin::Own;
            if let Some(taken) = self.sops.get(&parsed.sop.id).filter(|taken| own && taken.own) {
                let message = format!("Kode SOP “{}” sudah dipakai oleh {}. Ganti salah satu.", parsed.sop.id, taken.parsed.file);
                self.findings.push(Finding::new(&file.name, parsed.lines.of("id"), Code::S001, message));
                continue;
            }
            let text = String::from_utf8_lossy(&file.bytes).into_owned();
            self.sops.insert(parsed.sop.id.clone(), LibrarySop { parsed, text, findings: found, own });
        }
        Ok(())
    }
}

/// Parses and checks an SOP; a definition with errors is none.
trait ReadSop: Sized {
    fn read(name: &str, bytes: &[u8], knowledge: &OfficeKnowledge) -> Result<(Self, Vec<Finding>), Vec<Finding>>;
}

impl ReadSop for ParsedSop {
    fn read(name: &str, bytes: &[u8], knowledge: &OfficeKnowledge) -> Result<(Self, Vec<Finding>), Vec<Finding>> {
        let parsed = sandika_domain::sop::Sop::parse(name, bytes)?;
        let found = check(&parsed, knowledge);
        if found.iter().any(Finding::is_error) { Err(found) } else { Ok((parsed, found)) }
    }
}

/// The office's file if it can be read, else the shipped one.
fn pick<T>(source: &Source, name: &str, findings: &mut Vec<Finding>, parse: impl Fn(&str, &[u8]) -> Result<T, Vec<Finding>>) -> Result<T, AppError> {
    if let Some(own) = source.own(name) {
        match parse(&own.name, &own.bytes) {
            Ok(value) => return Ok(value),
            Err(found) => findings.extend(found),
        }
    }
    let shipped = source.shipped(name)?;
    parse(&shipped.name, &shipped.bytes).map_err(AppError::Content)
}

fn calendar(source: &Source, findings: &mut Vec<Finding>) -> Result<Calendar, AppError> {
    let read = |files: Vec<&source::ContentFile>| {
        let (hours, days): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| file.name.ends_with("jam-kerja.toml"));
        let days: Vec<(&str, &[u8])> = days.iter().map(|file| (file.name.as_str(), file.bytes.as_slice())).collect();
        hours.first().map(|hours| Calendar::parse((&hours.name, &hours.bytes), &days))
    };
    match read(source.folder("calendar").collect()) {
        Some(Ok(calendar)) => return Ok(calendar),
        Some(Err(found)) => findings.extend(found),
        None => {}
    }
    let shipped = read(source.shipped_folder("calendar").collect());
    shipped.unwrap_or_else(|| Err(Vec::new())).map_err(AppError::Content)
}

fn templates(source: &Source, findings: &mut Vec<Finding>) -> Result<BTreeMap<String, LibraryTemplate>, AppError> {
    let mut found = BTreeMap::new();
    for file in source.folder("letters") {
        let read = Template::parse(&file.name, &file.bytes).and_then(|template| {
            let faults = template.check();
            if faults.is_empty() { Ok(template) } else { Err(faults) }
        });
        match read {
            Ok(template) => {
                found.insert(template.id.clone(), LibraryTemplate { template, hash: crate::hash::sha256(&file.bytes) });
            }
            Err(faults) => {
                let faults: Vec<Finding> = faults.iter().map(|fault| Finding::new(&fault.file, fault.line, Code::S001, fault.message.clone())).collect();
                if file.origin == Origin::Shipped {
                    return Err(AppError::Content(faults));
                }
                findings.extend(faults);
            }
        }
    }
    Ok(found)
}
