//! What the outside world does for the application. A second implementation stands in tests or comes with another platform.

use crate::long_work::{LongWork, Stop};
use sandika_domain::fact::Moment;
use sandika_domain::letter::media::PrinterPapers;
use sandika_domain::letter::model::Paper;
use sandika_intake::reader::Reader;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The clock on the wall.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Moment;
}

/// A PDF to be put on paper.
pub struct PrintJob<'j> {
    /// What it is called in a queue or a folder.
    pub title: &'j str,
    /// Its bytes.
    pub pdf: &'j [u8],
    /// Copies, at least 1.
    pub copies: u32,
    /// The paper of its pages; none where it is not known.
    pub paper: Option<Paper>,
    /// The printer by name; the usual one if none.
    pub printer: Option<&'j str>,
    /// Wished when the officer changes their mind.
    pub stop: &'j Stop,
}

/// Puts a PDF on paper, or where paper is made of it. Takes as long as that takes.
pub trait Printer: Send + Sync {
    /// Prints it. Answers with the name of what took it, for the log.
    ///
    /// # Errors
    /// When it did not come out, or was stopped; then nothing counts as printed.
    fn print(&self, job: &PrintJob<'_>) -> io::Result<String>;
}

/// A printer of this computer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrinterInfo {
    /// Its name, by which it is chosen.
    pub name: String,
    /// Takes jobs when none is chosen.
    pub default: bool,
    /// Takes jobs now.
    pub ready: bool,
    /// The system's own words about it: place, model, or why it is not ready. May be empty.
    pub detail: String,
    /// What it tells of its papers; nothing where it is not known.
    pub papers: PrinterPapers,
}

/// Knows the printers of this computer.
pub trait Printers: Send + Sync {
    /// Every printer, in the system's order.
    ///
    /// # Errors
    /// When the system does not tell.
    fn list(&self) -> io::Result<Vec<PrinterInfo>>;
}

/// Starts the installer of an update.
pub trait Installing: Send + Sync {
    /// Why no installer is started on this system, and what to do; none where one is.
    fn refusal(&self) -> Option<&'static str>;

    /// Starts a program that replaces this one. It runs on when this one ends.
    ///
    /// # Errors
    /// When the system did not start it.
    fn start(&self, installer: &Path) -> io::Result<()>;
}

/// Keeps the program at hand while its window is closed.
pub trait Staying: Send + Sync {
    /// Whether an icon can stand beside the clock of this computer.
    fn can_stay(&self) -> bool;

    /// Puts the icon there, or takes it away.
    ///
    /// # Errors
    /// When the system refuses; then there is none.
    fn stay(&self, wished: bool) -> io::Result<()>;

    /// Whether this computer starts the program when its user signs in; none where it cannot.
    fn autostart(&self) -> Option<bool>;

    /// Has it start the program from now on, or no longer.
    ///
    /// # Errors
    /// When the system refuses; then all is as it was.
    fn set_autostart(&self, wished: bool) -> io::Result<()>;
}

/// Hands a message to whatever sends it.
pub trait Mailer: Send + Sync {
    /// Puts a message where the officer's mail program finds it as a draft. Answers with the place.
    ///
    /// # Errors
    /// When the message could not be handed over; then nothing counts as sent.
    fn draft(&self, to: &str, subject: &str, text: &str) -> io::Result<String>;
}

/// Fills a file that is being written.
pub type Fill<'f> = dyn FnMut(&mut dyn Write) -> io::Result<()> + 'f;

/// Files outside the office's own folder, named by the officer.
pub trait Files: Send + Sync {
    /// The bytes of a file that an officer brings, at most `limit` of them.
    ///
    /// # Errors
    /// Missing, a folder, unreadable, or larger than the limit (`InvalidInput`).
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>>;

    /// Writes a file completely or not at all: temporary name, flush, rename.
    ///
    /// # Errors
    /// The folder is missing or refuses; nothing half-written is left.
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// The same for a file that grows while it is made and need not fit into memory.
    ///
    /// # Errors
    /// As [`Self::write`], and what `fill` answers.
    fn write_with(&self, path: &Path, fill: &mut Fill<'_>) -> io::Result<()> {
        let mut bytes = Vec::new();
        fill(&mut bytes)?;
        self.write(path, &bytes)
    }
}

/// The fonts that are installed on this computer.
pub trait FontShelf: Send + Sync {
    /// Shows every font file, path and bytes, in the order of their paths.
    fn each(&self, look: &mut dyn FnMut(&Path, &[u8]));
}

/// The outside world of one running application.
pub struct Ports {
    /// Clock.
    pub clock: Box<dyn Clock>,
    /// Printer.
    pub printer: Arc<dyn Printer>,
    /// The outgoing folder, where one is chosen: a printer's or scanner's hot folder, on this computer or in the network.
    pub folder: Option<Arc<dyn Printer>>,
    /// Mailer.
    pub mailer: Box<dyn Mailer>,
    /// Files.
    pub files: Box<dyn Files>,
    /// Installed fonts.
    pub fonts: Arc<dyn FontShelf>,
    /// Reads foreign files, in a process of its own.
    pub reader: Arc<Reader>,
    /// Who watches long work.
    pub work: Arc<LongWork>,
}

impl Ports {
    /// The real clock and file system; letters and messages are dropped into `outgoing`, which is made when first needed.
    pub fn folder(outgoing: PathBuf) -> Self {
        Self {
            clock: Box::new(crate::outside::WallClock),
            printer: Arc::new(crate::outside::FolderPrinter::making(outgoing.join("Cetak"))),
            folder: None,
            mailer: Box::new(crate::outside::FolderMailer::new(outgoing.join("Surel"))),
            files: Box::new(crate::outside::Disk),
            fonts: Arc::new(crate::fonts::InstalledFonts),
            reader: Arc::new(Reader::beside_this_program()),
            work: Arc::new(LongWork::unwatched()),
        }
    }
}
