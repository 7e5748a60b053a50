//! A system of the tests' own: what is drawn lies in memory, and the queue says what the test told it to.

use super::pixels::Page;
use crate::port::{Job, Patience, Port};
use crate::system::{Canvas, System};
use sandika_windows::printing::{Abilities, Described, Form, JobSeen, Listed, Raster, Sheet, Shown, Surface, Wanted};
use std::collections::VecDeque;
use std::io;
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// One printer, "Loket", and its queue.
#[derive(Clone)]
pub(super) struct Fake(pub(super) Arc<Mutex<Inner>>);

pub(super) struct Inner {
    pub(super) printers: Vec<Listed>,
    pub(super) described: Described,
    pub(super) abilities: Abilities,
    pub(super) dpi: i32,
    /// Answers of the queue, one a look; the last one holds.
    pub(super) jobs: VecDeque<Result<Option<JobSeen>, i32>>,
    /// Refused from when a job is drawn on.
    pub(super) refusing: Option<i32>,
    /// Refuses to take a job out.
    pub(super) clings: bool,
    /// Holds whoever asks for a printer of another computer, until the test lets go.
    pub(super) network: Option<Receiver<()>>,
    pub(super) told: Vec<String>,
    pub(super) pages: Vec<Page>,
    pub(super) coloured: usize,
}

impl Fake {
    pub(super) fn new() -> Self {
        let form = |id, name: &str, width, height| Form { id, name: name.to_owned(), width, height };
        let forms = vec![form(9, "A4", 2100, 2970), form(256, "F4 (215 x 330 mm)", 2150, 3300)];
        let abilities = Abilities { forms, copies: 1, usual: Some(Sheet::Form(9)), ..Abilities::default() };
        Self(Arc::new(Mutex::new(Inner {
            printers: vec![Listed { name: "Loket".to_owned(), remote: false }],
            described: Described { port: "USB001".to_owned(), place: "Ruang depan".to_owned(), ..Described::default() },
            abilities,
            dpi: 150,
            jobs: VecDeque::from([Ok(None)]),
            refusing: None,
            clings: false,
            network: None,
            told: Vec::new(),
            pages: Vec::new(),
            coloured: 0,
        })))
    }

    /// The same with something changed.
    pub(super) fn with(self, change: impl FnOnce(&mut Inner)) -> Self {
        change(&mut self.0.lock().unwrap());
        self
    }

    /// A port over it that waits for nothing that is held.
    pub(super) fn port(&self) -> Port<Self> {
        let patience = Patience { whole: Duration::from_secs(20), held: Duration::ZERO, list: Duration::from_secs(3) };
        Port { patience, ..Port::new(self.clone(), None) }
    }

    /// Prints a PDF.
    pub(super) fn print(&self, pdf: &[u8], copies: u32) -> io::Result<String> {
        self.port().print(&Job { title: "Surat", pdf, copies, printer: Some("Loket"), stop: &|| false })
    }

    /// What it was asked to do.
    pub(super) fn told(&self) -> Vec<String> {
        self.0.lock().unwrap().told.clone()
    }

    fn refuse(&self) -> io::Result<()> {
        self.0.lock().unwrap().refusing.map_or(Ok(()), |code| Err(io::Error::from_raw_os_error(code)))
    }

    fn tell(&self, what: String) {
        self.0.lock().unwrap().told.push(what);
    }
}

impl System for Fake {
    type Canvas = FakeCanvas;

    fn printers(&self) -> io::Result<Vec<Listed>> {
        self.refuse()?;
        Ok(self.0.lock().unwrap().printers.clone())
    }

    fn default_printer(&self) -> Option<String> {
        self.0.lock().unwrap().printers.first().map(|printer| printer.name.clone())
    }

    fn describe(&self, printer: &str) -> io::Result<Described> {
        let network = self.0.lock().unwrap().network.take_if(|_| printer.starts_with(r"\\"));
        if let Some(network) = network {
            let _ = network.recv();
        }
        let inner = self.0.lock().unwrap();
        let known = inner.printers.iter().any(|known| known.name == printer);
        if known { Ok(inner.described.clone()) } else { Err(io::Error::from_raw_os_error(1801)) }
    }

    fn abilities(&self, _: &str, _: &str) -> io::Result<Abilities> {
        Ok(self.0.lock().unwrap().abilities.clone())
    }

    fn open(&self, _: &str, wanted: &Wanted) -> io::Result<FakeCanvas> {
        Ok(FakeCanvas { system: self.clone(), set: *wanted, finished: false })
    }

    fn job(&self, _: &str, number: u32) -> io::Result<Option<JobSeen>> {
        assert_eq!(number, 7);
        let mut inner = self.0.lock().unwrap();
        let next = if inner.jobs.len() > 1 { inner.jobs.pop_front() } else { inner.jobs.front().cloned() };
        next.unwrap().map_err(io::Error::from_raw_os_error)
    }

    fn delete(&self, _: &str, number: u32) -> io::Result<()> {
        self.tell(format!("delete {number}"));
        if self.0.lock().unwrap().clings { Err(io::Error::from_raw_os_error(1722)) } else { Ok(()) }
    }
}

pub(super) struct FakeCanvas {
    system: Fake,
    set: Wanted,
    finished: bool,
}

impl Canvas for FakeCanvas {
    /// A sheet of the paper that is set, with 4 mm around that cannot be printed on.
    fn surface(&self) -> Surface {
        let inner = self.system.0.lock().unwrap();
        let size = match self.set.sheet.or(inner.abilities.usual).unwrap() {
            Sheet::Form(id) => inner.abilities.forms.iter().find(|form| form.id == id).map(|form| (form.width, form.height)).unwrap(),
            Sheet::Size { width, height } => (width.into(), height.into()),
        };
        let dots = |tenths: u32| (f64::from(tenths) / 254.0 * f64::from(inner.dpi)).round() as i32;
        let (short, long, margin) = (dots(size.0), dots(size.1), dots(40));
        let paper = if self.set.landscape { (long, short) } else { (short, long) };
        let printable = (paper.0 - 2 * margin, paper.1 - 2 * margin);
        Surface { resolution: (inner.dpi, inner.dpi), paper, offset: (margin, margin), printable }
    }

    fn begin(&mut self, title: &str) -> io::Result<u32> {
        self.system.tell(format!("begin {title}, {}", self.set.copies));
        Ok(7)
    }

    fn turn(&mut self, wanted: &Wanted) -> io::Result<()> {
        self.system.tell(format!("turn {}", if wanted.landscape { "crosswise" } else { "upright" }));
        self.set = *wanted;
        Ok(())
    }

    fn page(&mut self) -> io::Result<()> {
        self.system.refuse()?;
        let (width, height) = self.surface().paper;
        let (width, height) = (width as usize, height as usize);
        self.system.0.lock().unwrap().pages.push(Page { width, height, dots: vec![255; width * height] });
        self.system.tell("page".to_owned());
        Ok(())
    }

    fn draw(&mut self, at: (i32, i32), size: (i32, i32), picture: &Raster) -> io::Result<()> {
        let offset = self.surface().offset;
        let mut inner = self.system.0.lock().unwrap();
        assert_eq!(size, (picture.width as i32, picture.height as i32));
        inner.coloured += usize::from(picture.shown == Shown::Colour);
        let page = inner.pages.last_mut().unwrap();
        let each = if picture.shown == Shown::Grey { 1 } else { 3 };
        for (row, dots) in picture.rows.chunks_exact(picture.stride()).rev().enumerate() {
            for (column, dot) in dots[..picture.width as usize * each].chunks_exact(each).enumerate() {
                let (x, y) = (at.0 + offset.0 + column as i32, at.1 + offset.1 + row as i32);
                let inside = (0..page.width as i32).contains(&x) && (0..page.height as i32).contains(&y);
                if inside {
                    page.dots[y as usize * page.width + x as usize] =
                        (dot.iter().map(|part| u32::from(*part)).sum::<u32>() / each as u32) as u8;
                }
            }
        }
        Ok(())
    }

    fn page_end(&mut self) -> io::Result<()> {
        self.system.refuse()
    }

    fn finish(mut self) -> io::Result<()> {
        self.finished = true;
        self.system.tell("finish".to_owned());
        Ok(())
    }
}

impl Drop for FakeCanvas {
    fn drop(&mut self) {
        if !self.finished {
            self.system.tell("taken back".to_owned());
        }
    }
}
