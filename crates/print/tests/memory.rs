//! How much memory a letter takes on its way to a fine printer. A program of its own, because the system counts by program.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "test code")]

use sandika_domain::letter::{Template, samples};
use sandika_print::{Canvas, Job, Port, System};
use sandika_windows::printing::{Abilities, Described, Form, JobSeen, Listed, Raster, Sheet, Surface, Wanted};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, io};

/// What the whole program may take, in kibibytes: 100 MB.
const MOST: u64 = 100_000_000 / 1024;

/// A printer of 600 dpi with F4 that keeps nothing of what it is given.
#[derive(Clone)]
struct Fine;

struct Sheets;

static DRAWN: AtomicUsize = AtomicUsize::new(0);

impl System for Fine {
    type Canvas = Sheets;

    fn printers(&self) -> io::Result<Vec<Listed>> {
        Ok(Vec::new())
    }

    fn default_printer(&self) -> Option<String> {
        None
    }

    fn describe(&self, _: &str) -> io::Result<Described> {
        Ok(Described::default())
    }

    fn abilities(&self, _: &str, _: &str) -> io::Result<Abilities> {
        let form = Form { id: 256, name: "F4".to_owned(), width: 2150, height: 3300 };
        Ok(Abilities { forms: vec![form], copies: 1, usual: Some(Sheet::Form(256)), ..Abilities::default() })
    }

    fn open(&self, _: &str, _: &Wanted) -> io::Result<Sheets> {
        Ok(Sheets)
    }

    fn job(&self, _: &str, _: u32) -> io::Result<Option<JobSeen>> {
        Ok(None)
    }

    fn delete(&self, _: &str, _: u32) -> io::Result<()> {
        Ok(())
    }
}

impl Canvas for Sheets {
    fn surface(&self) -> Surface {
        Surface { resolution: (600, 600), paper: (5079, 7795), offset: (100, 100), printable: (4879, 7595) }
    }

    fn begin(&mut self, _: &str) -> io::Result<u32> {
        Ok(1)
    }

    fn turn(&mut self, _: &Wanted) -> io::Result<()> {
        Ok(())
    }

    fn page(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn draw(&mut self, _: (i32, i32), _: (i32, i32), picture: &Raster) -> io::Result<()> {
        DRAWN.fetch_add(picture.rows.len(), Ordering::Relaxed);
        Ok(())
    }

    fn page_end(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn finish(self) -> io::Result<()> {
        Ok(())
    }
}

/// The most that the program ever held, in kibibytes.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.split_whitespace().next().unwrap().parse().unwrap()
}

/// The letter is set in the same program, which takes its part.
#[test]
fn a_letter_on_f4_at_600_dpi_takes_less_than_100_megabytes() {
    let text = include_bytes!("../../../content/letters/surat-rekomendasi-pencabutan.toml");
    let template = Template::parse("surat-rekomendasi-pencabutan.toml", text).unwrap();
    let pdf = sandika_letters::render(&template.compose(&samples::values(), &samples::setup()).unwrap()).unwrap();
    let before = peak();
    let job = Job { title: "Surat", pdf: &pdf, copies: 1, printer: Some("Halus"), stop: &|| false };
    Port::new(Fine, None).print(&job).unwrap();
    let drawn = DRAWN.load(Ordering::Relaxed);
    assert!(drawn > 1_000_000, "{drawn} bytes of pictures are no letter");
    let peak = peak();
    eprintln!("peak {peak} KiB, before printing {before} KiB, {drawn} bytes of pictures");
    assert!(peak < MOST, "{peak} KiB");
}
