//! What an office may edit: SOPs, letters, messages, reasons, ranks, calendar, legal bases. The product ships a copy of each; a file of the same
//! place in the office's own `content/` folder takes its place, and files of its own join in.
//!
//! A faulty file of the office never locks it out: it is left aside with its findings, and the shipped one of the same place holds instead.

mod source;
mod templates;
mod trust;

use crate::error::AppError;
use sandika_domain::calendar::Calendar;
use sandika_domain::check::legal::LegalTable;
use sandika_domain::check::{OfficeKnowledge, check};
use sandika_domain::document::{Code, Finding};
use sandika_domain::letter::{Template, TemplateOrigin};
use sandika_domain::person::Ranks;
use sandika_domain::retention::RetentionTable;
use sandika_domain::sop::{Message, Messages, ParsedSop, Reasons, Sop};
use sandika_intake::TrustList;
use sandika_store::SavedTemplate;
pub(crate) use source::shipped_file;
use source::{ContentFile, Origin, Place, Source};
use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::path::Path;
use std::sync::OnceLock;
use std::thread;

/// Place of the office hours; the other files of its folder are holidays.
const HOURS: &str = "calendar/jam-kerja.toml";

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
    /// Its text.
    pub text: String,
    /// Where the text comes from.
    pub origin: TemplateOrigin,
}

/// Everything editable, read and checked.
#[derive(Clone)]
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
    /// How long files are kept, until the office records its own table.
    pub retention: RetentionTable,
    /// Roots that the office trusts, and the chains that are known by name.
    pub trust: TrustList,
    /// Faults of the office's own files, each left aside.
    pub findings: Vec<Finding>,
}

impl Content {
    /// Reads the shipped content, and over it the office's own, if a folder is given.
    ///
    /// # Errors
    /// [`AppError::Content`] only when the shipped content itself is faulty; [`AppError::Io`] when the folder cannot be read.
    pub fn load(own: Option<&Path>) -> Result<Self, AppError> {
        Self::load_under(own, &[])
    }

    /// The same, and over both the templates that the office has saved in its store: what was saved in the window holds on every desk, while a file
    /// lies on one computer only.
    fn load_under(own: Option<&Path>, saved: &[SavedTemplate]) -> Result<Self, AppError> {
        if let Some(source) = Source::over(own)? {
            return Self::read(&source, saved);
        }
        let mut content = Self::shipped()?;
        if saved.iter().all(|row| content.templates.contains_key(&row.template)) {
            templates::lay_over(&mut content.templates, saved, &mut content.findings);
            return Ok(content);
        }
        // A letter of the office's own, which SOPs may name.
        Self::read(&Source::shipped(), saved)
    }

    /// What ships with the product. It never changes, so it is read once; a program that has time beforehand reads it then.
    ///
    /// # Errors
    /// [`AppError::Content`] when it is faulty.
    pub fn shipped() -> Result<Self, AppError> {
        static READ: OnceLock<Content> = OnceLock::new();
        match READ.get() {
            Some(read) => Ok(read.clone()),
            None => Self::read(&Source::shipped(), &[]).map(|read| READ.get_or_init(|| read).clone()),
        }
    }

    /// SOPs and letters are most of it, and are read side by side: a program that is started for one letter waits for both.
    fn read(source: &Source, saved: &[SavedTemplate]) -> Result<Self, AppError> {
        let (parsed, letters) = thread::scope(|scope| {
            let sops = scope.spawn(|| parsed_sops(source));
            let mut findings = Vec::new();
            let letters = templates::read(source, saved, &mut findings).map(|letters| (letters, findings));
            (sops.join().unwrap_or_else(|panic| resume_unwind(panic)), letters)
        });
        let mut findings: Vec<Finding> = source.strangers().map(stranger).collect();
        let reasons = pick(source, "reasons.toml", &mut findings, Reasons::parse)?;
        let messages = pick(source, "messages.toml", &mut findings, Messages::parse)?;
        let ranks = pick(source, "ranks.toml", &mut findings, Ranks::parse)?;
        let legal = pick(source, "legal.toml", &mut findings, LegalTable::parse)?;
        let retention = pick(source, "jra.toml", &mut findings, RetentionTable::parse)?;
        let calendar = calendar(source, &mut findings)?;
        let trust = trust::read(source, &mut findings)?;
        let (templates, of_letters) = letters?;
        findings.extend(of_letters);
        let mut content = Self { sops: BTreeMap::new(), templates, messages, reasons, ranks, calendar, legal, retention, trust, findings };
        content.read_sops(source, parsed)?;
        Ok(content)
    }

    /// The content of the office in a folder, whether or not its store is open.
    ///
    /// # Errors
    /// As [`Content::load`].
    pub fn of_office(folder: &Path) -> Result<Self, AppError> {
        Self::load(Some(&folder.join("content")))
    }

    /// The content of an open office: its folder, and the templates that it has saved.
    ///
    /// # Errors
    /// As [`Content::load`].
    pub(crate) fn of_open_office(folder: &Path, saved: &[SavedTemplate]) -> Result<Self, AppError> {
        Self::load_under(Some(&folder.join("content")), saved)
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

    /// SOPs come last: they are checked against everything else. One with errors is left aside, the office's own or not: a reason or a message that
    /// the office took away must not lock it out.
    fn read_sops<'s>(&mut self, source: &'s Source, mut parsed: ParsedSops<'s>) -> Result<(), AppError> {
        let knowledge = self.knowledge();
        for place in source.folder("sops") {
            let read = place.read(&mut self.findings, |file| {
                let parsed = parsed.remove(&(file.origin, file.name.as_str())).unwrap_or_else(|| Sop::parse(&file.name, &file.bytes));
                checked_sop(file, parsed, &knowledge)
            })?;
            match read {
                Some(((parsed, Ok(warnings)), file)) => self.take_sop(parsed, warnings, file),
                Some(((_, Err(errors)), _)) => self.findings.extend(errors),
                None => {}
            }
        }
        Ok(())
    }

    fn take_sop(&mut self, parsed: ParsedSop, findings: Vec<Finding>, file: &ContentFile) {
        let own = file.origin == Origin::Own;
        if let Some(taken) = self.sops.get(&parsed.sop.id).filter(|taken| own && taken.own) {
            let message = format!("Kode SOP “{}” sudah dipakai oleh {}. Ganti salah satu.", parsed.sop.id, taken.parsed.file);
            self.findings.push(Finding::new(&file.name, parsed.lines.of("id"), Code::S001, message));
            return;
        }
        let text = String::from_utf8_lossy(&file.bytes).into_owned();
        self.sops.insert(parsed.sop.id.clone(), LibrarySop { parsed, text, findings, own });
    }
}

fn stranger(file: &ContentFile) -> Finding {
    let message = "Berkas ini tidak dipakai karena letak atau namanya tidak dikenal. Taruh SOP di sops/, surat di letters/, hari libur di calendar/, sertifikat akar (.cer atau .pem) di kepercayaan/.";
    Finding::new(&file.name, 1, Code::S001, message)
}

/// SOP files by origin and name, well-formed or not.
type ParsedSops<'s> = BTreeMap<(Origin, &'s str), Result<ParsedSop, Vec<Finding>>>;

fn parsed_sops(source: &Source) -> ParsedSops<'_> {
    let files = source.folder("sops").flat_map(Place::files);
    files.map(|file| ((file.origin, file.name.as_str()), Sop::parse(&file.name, &file.bytes))).collect()
}

type Checked = (ParsedSop, Result<Vec<Finding>, Vec<Finding>>);

/// A well-formed SOP with its warnings or its errors. Errors of the office's own file count as faults of the file, so that the shipped one holds.
fn checked_sop(file: &ContentFile, parsed: Result<ParsedSop, Vec<Finding>>, knowledge: &OfficeKnowledge) -> Result<Checked, Vec<Finding>> {
    let parsed = parsed?;
    let found = check(&parsed, knowledge);
    match (found.iter().any(Finding::is_error), file.origin) {
        (false, _) => Ok((parsed, Ok(found))),
        (true, Origin::Own) => Err(found),
        (true, Origin::Shipped) => Ok((parsed, Err(found))),
    }
}

/// A file that must be there.
fn pick<T>(
    source: &Source,
    name: &str,
    findings: &mut Vec<Finding>,
    parse: impl Fn(&str, &[u8]) -> Result<T, Vec<Finding>>,
) -> Result<T, AppError> {
    let read = source.place(name).read(findings, |file| parse(&file.name, &file.bytes))?;
    read.map(|(value, _)| value).ok_or_else(|| AppError::Content(Vec::new()))
}

/// Office hours and the holiday files, each the office's own where it can be read.
fn calendar(source: &Source, findings: &mut Vec<Finding>) -> Result<Calendar, AppError> {
    let alone = |file: &ContentFile| Calendar::parse((&file.name, &file.bytes), &[]).map(drop);
    let missing = || AppError::Content(Vec::new());
    let (_, hours) = source.place(HOURS).read(findings, alone)?.ok_or_else(missing)?;
    let hours = (hours.name.as_str(), hours.bytes.as_slice());
    let mut holidays = Vec::new();
    for place in source.folder("calendar") {
        let with_hours = |file: &ContentFile| {
            let days = if file.name == HOURS { Vec::new() } else { vec![(file.name.as_str(), file.bytes.as_slice())] };
            Calendar::parse(hours, &days).map(drop)
        };
        if let Some((_, file)) = place.read(findings, with_hours)?.filter(|(_, file)| file.name != HOURS) {
            holidays.push((file.name.as_str(), file.bytes.as_slice()));
        }
    }
    Calendar::parse(hours, &holidays).map_err(AppError::Content)
}
