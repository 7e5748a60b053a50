//! The outside world of a test: what is printed is dropped into a folder, for which one printer stands, and so are messages.

use crate::clock::SetClock;
use sandika_app::fonts::FolderFonts;
use sandika_app::outside::{FolderPrinter, ThisComputer};
use sandika_app::ports::{Installing, Ports, PrintJob, Printer, PrinterInfo, Printers, Staying};
use sandika_app::printer_options::papers;
use sandika_app::{DeviceSettings, LongWork, PortsFactory};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where what is printed and mailed is dropped.
pub(crate) fn outgoing(data: &Path) -> PathBuf {
    data.join("keluar")
}

/// While a file of this name lies in the data folder, the printer refuses with the words of its first line; with a second line only what is called by
/// those words.
const REFUSAL: &str = "printer-menolak.txt";

/// The folder of the data folder in which the computer's installed fonts lie.
const FONTS: &str = "huruf-terpasang";

/// Prints into a folder, unless a test has it refuse.
struct TestPrinter {
    folder: FolderPrinter,
    refusal: PathBuf,
}

impl Printer for TestPrinter {
    fn print(&self, job: &PrintJob<'_>) -> io::Result<String> {
        match fs::read_to_string(&self.refusal) {
            Ok(text) if refuses(&text, job.title) => Err(io::Error::other(text.lines().next().unwrap_or_default().trim().to_owned())),
            _ => self.folder.print(job),
        }
    }
}

fn refuses(text: &str, title: &str) -> bool {
    text.lines().nth(1).is_none_or(|only| title.contains(only.trim()))
}

/// Ports with the clock of the test, and with whoever watches long work.
pub(crate) fn factory(data: PathBuf, clock: SetClock, work: Arc<LongWork>) -> PortsFactory {
    Box::new(move |settings: &DeviceSettings| {
        let out = outgoing(&data);
        let printer = TestPrinter { folder: FolderPrinter::making(out.join("Cetak")), refusal: data.join(REFUSAL) };
        let folder = settings.outgoing.clone().map(|folder| Arc::new(FolderPrinter::existing(folder)) as Arc<dyn Printer>);
        let fonts = Arc::new(FolderFonts(data.join(FONTS)));
        let ports = Ports::folder(out);
        Ports { clock: Box::new(clock.clone()), printer: Arc::new(printer), folder, fonts, work: work.clone(), ..ports }
    })
}

/// Files that were printed into a folder, by name.
///
/// # Errors
/// When the folder is there but cannot be read.
pub(crate) fn printed(outgoing: &Path) -> io::Result<Vec<String>> {
    let folder = outgoing.join("Cetak");
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let mut names: Vec<String> = Vec::new();
    for file in fs::read_dir(folder)? {
        names.push(file?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(names)
}

/// While a file of this name lies in the data folder, installers are started: each is written down there by its path. Else this computer answers.
const INSTALLERS: &str = "pemasang.txt";

/// Starts installers by writing them down.
pub(crate) struct Installers {
    list: PathBuf,
}

impl Installers {
    /// Those of a data folder.
    pub(crate) fn of(data: &Path) -> Self {
        Self { list: data.join(INSTALLERS) }
    }
}

impl Installing for Installers {
    fn refusal(&self) -> Option<&'static str> {
        if self.list.is_file() { None } else { ThisComputer.refusal() }
    }

    fn start(&self, installer: &Path) -> io::Result<()> {
        fs::write(&self.list, installer.display().to_string())
    }
}

/// While a file of this name lies in the data folder, the computer has a place beside its clock; the file holds whether it starts the program.
const CORNER: &str = "di-dekat-jam.txt";

/// A computer that writes down whether it starts the program.
pub(crate) struct FileCorner {
    file: PathBuf,
}

impl FileCorner {
    /// That of a data folder.
    pub(crate) fn of(data: &Path) -> Self {
        Self { file: data.join(CORNER) }
    }
}

impl Staying for FileCorner {
    fn can_stay(&self) -> bool {
        self.file.is_file()
    }

    fn stay(&self, _: bool) -> io::Result<()> {
        if self.can_stay() { Ok(()) } else { Err(io::ErrorKind::Unsupported.into()) }
    }

    fn autostart(&self) -> Option<bool> {
        fs::read_to_string(&self.file).ok().map(|text| text.trim() == "mulai")
    }

    fn set_autostart(&self, wished: bool) -> io::Result<()> {
        fs::write(&self.file, if wished { "mulai" } else { "" })
    }
}

/// What the printer tells of its options, as `lpoptions -l` does, while a file of this name lies in the data folder.
const OPTIONS: &str = "printer-kertas.txt";

/// The one printer, which is the folder.
pub(crate) struct FolderOnly {
    options: PathBuf,
}

impl FolderOnly {
    /// The printer of a data folder.
    pub(crate) fn of(data: &Path) -> Self {
        Self { options: data.join(OPTIONS) }
    }
}

impl Printers for FolderOnly {
    fn list(&self) -> io::Result<Vec<PrinterInfo>> {
        let detail = "Mencetak ke folder".to_owned();
        let papers = fs::read_to_string(&self.options).map(|answer| papers(&answer)).unwrap_or_default();
        Ok(vec![PrinterInfo { name: "Printer Uji".to_owned(), default: true, ready: true, detail, papers }])
    }
}
