//! `pindai`: what files are, and what would become of them in an office. Nothing is stored or recorded.

use super::pindai_page;
use super::sop_periksa::json;
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::office::{self, Access};
use crate::output::{self, Answer};
use sandika_app::{
    Examined, ExaminedCertificate, ExaminedContent, ExaminedScan, ExaminedSignature, Office, PlannedLetter, PlannedPiece, ScanPlan,
    TrustList, examine,
};
use sandika_domain::scan::LoosePages;
use serde::Serialize;
use std::ffi::{OsStr, OsString};
use std::path::Path;

/// One file, as it is told. The keys are what scripts rely on.
#[derive(Debug, Default, Serialize)]
pub(super) struct FileView {
    pub(super) file: String,
    pub(super) size: Option<u64>,
    pub(super) kind: Option<&'static str>,
    pub(super) sha256: Option<String>,
    pub(super) pages: Vec<PageView>,
    pub(super) signed: bool,
    pub(super) signatures: Vec<SignatureView>,
    pub(super) certificates: Vec<CertificateView>,
    pub(super) fault: Option<String>,
    pub(super) plan: Option<PlanView>,
}

#[derive(Debug, Serialize)]
pub(super) struct PageView {
    pub(super) page: u32,
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) blank: bool,
    pub(super) codes: Vec<CodeView>,
    pub(super) trouble: Option<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct CodeView {
    pub(super) letter: String,
    pub(super) version: u32,
    pub(super) page: u32,
    pub(super) of: u32,
}

#[derive(Debug, Serialize)]
pub(super) struct SignatureView {
    pub(super) signer: Option<String>,
    pub(super) verdict: &'static str,
    pub(super) trusted: bool,
    pub(super) at: Option<String>,
    pub(super) words: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct CertificateView {
    pub(super) authority: bool,
    pub(super) name: String,
    pub(super) serial: String,
    pub(super) subject: String,
    pub(super) issuer: String,
    pub(super) not_before: String,
    pub(super) not_after: String,
    pub(super) email: Option<String>,
    pub(super) key_usage: Vec<&'static str>,
    pub(super) fingerprint: String,
}

/// What would become of a file.
#[derive(Debug, Serialize)]
#[serde(tag = "fate", rename_all = "kebab-case")]
pub(super) enum PlanView {
    /// It files itself.
    Files { letter: LetterView },
    /// It is taken apart.
    Apart { pieces: Vec<PieceView> },
    /// It waits for an officer.
    Tray { why: Vec<String> },
}

#[derive(Debug, Serialize)]
pub(super) struct LetterView {
    pub(super) letter: String,
    pub(super) version: u32,
    pub(super) agenda: String,
    pub(super) title: String,
}

#[derive(Debug, Serialize)]
pub(super) struct PieceView {
    pub(super) pages: Vec<u32>,
    pub(super) letter: Option<LetterView>,
    pub(super) why: Option<String>,
}

/// `sandika pindai FILE… [--json] [--kantor DIR] [--lepas CARA]`
pub(super) fn run(arguments: &Arguments, operands: &[OsString]) -> Result<Answer, Failure> {
    if operands.is_empty() {
        return Err(Failure::Usage("Sebut berkas yang dilihat: sandika pindai FILE…".to_owned()));
    }
    let loose = loose(arguments)?;
    // The variable that names an office is not enough here: most who ask have no passphrase at hand.
    let office = arguments.office.as_ref().map(|_| Access::by_a_person(arguments)?.open()).transpose()?;
    // Which roots an office trusts is no secret: they are files of its folder.
    let judge = Judge { office, roots: office::content(arguments)?.trust, loose };
    let views = operands.iter().map(|operand| looked_at(Path::new(operand), &judge)).collect::<Result<Vec<_>, _>>()?;
    let sound = views.iter().all(|view| view.fault.is_none());
    Ok(Answer { text: if arguments.json { json(&views)? } else { pindai_page::told(&views) }, sound })
}

/// By what files are judged.
struct Judge {
    /// The office whose letters they may be, where one is opened.
    office: Option<Office>,
    /// By which their signatures are.
    roots: TrustList,
    loose: LoosePages,
}

/// `--lepas CARA`
pub(super) fn loose(arguments: &Arguments) -> Result<LoosePages, Failure> {
    match arguments.loose.as_deref().map(OsStr::to_str) {
        None | Some(Some("kotak")) => Ok(LoosePages::Tray),
        Some(Some("surat-sebelumnya")) => Ok(LoosePages::LetterBefore),
        Some(_) => Err(Failure::Usage("Nilai --lepas tidak dikenal. Tulis kotak atau surat-sebelumnya.".to_owned())),
    }
}

fn looked_at(path: &Path, Judge { office, roots, loose }: &Judge) -> Result<FileView, Failure> {
    let file = path.display().to_string();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let progress = |pages| output::progress(&format!("{name}: {pages} halaman dibaca …"));
    let examined = examine(path, &office::ports(), roots, &progress);
    output::progress("");
    let Examined { size, content } = match examined {
        Ok(examined) => examined,
        Err(error) => return Ok(FileView { file, fault: Some(error.to_string()), ..FileView::default() }),
    };
    let view = FileView { file, size: Some(size), ..FileView::default() };
    match content {
        ExaminedContent::Certificates(certificates) => {
            Ok(FileView { kind: Some("sertifikat"), certificates: certificates.into_iter().map(certificate).collect(), ..view })
        }
        ExaminedContent::Scan(scan) => {
            let plan = office.as_ref().map(|office| office.plan_scan(&name, &scan, *loose)).transpose()?.map(plan);
            Ok(FileView { plan, ..of_scan(scan, view) })
        }
    }
}

fn of_scan(scan: ExaminedScan, view: FileView) -> FileView {
    let code = |code: &sandika_domain::letter::code::PageCode| CodeView {
        letter: code.letter.clone(),
        version: code.version,
        page: code.page,
        of: code.of,
    };
    let pages = scan.pages().iter().map(|page| PageView {
        page: page.page,
        width: page.width,
        height: page.height,
        blank: page.blank,
        codes: page.codes.iter().map(code).collect(),
        trouble: page.trouble.clone(),
    });
    let unfinished = "Bagian akhirnya belum ada, jadi dari folder yang dipantau berkas ini belum diambil.";
    FileView {
        kind: Some(scan.kind),
        sha256: Some(scan.hash.clone()),
        pages: pages.collect(),
        signed: scan.is_signed(),
        fault: scan.failed().or(scan.unfinished.then_some(unfinished)).map(str::to_owned),
        signatures: scan.signatures.into_iter().map(signature).collect(),
        ..view
    }
}

fn signature(ExaminedSignature { signer, verdict, trusted, at, words }: ExaminedSignature) -> SignatureView {
    SignatureView { signer, verdict, trusted, at: at.map(|at| at.format("%Y-%m-%dT%H:%M:%SZ").to_string()), words }
}

fn certificate(held: ExaminedCertificate) -> CertificateView {
    CertificateView {
        authority: held.authority,
        name: held.name,
        serial: held.serial,
        subject: held.subject,
        issuer: held.issuer,
        not_before: held.not_before.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
        not_after: held.not_after.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
        email: held.email,
        key_usage: held.key_usage,
        fingerprint: held.fingerprint,
    }
}

fn plan(plan: ScanPlan) -> PlanView {
    match plan {
        ScanPlan::Files(planned) => PlanView::Files { letter: letter(planned) },
        ScanPlan::Tray(why) => PlanView::Tray { why },
        ScanPlan::Apart(pieces) => PlanView::Apart { pieces: pieces.into_iter().map(piece).collect() },
    }
}

fn piece(PlannedPiece { pages, letter: planned, why }: PlannedPiece) -> PieceView {
    PieceView { pages, letter: planned.map(letter), why }
}

fn letter(PlannedLetter { letter, version, agenda, title }: PlannedLetter) -> LetterView {
    LetterView { letter: letter.to_string(), version, agenda, title }
}
