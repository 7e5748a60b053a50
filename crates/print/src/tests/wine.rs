//! Printing through wine's own driver into a real queue, whose papers are files: what PostScript says is on them is compared with the letter.

use super::letters::{letter, letter_with_list};
use super::pixels::{Page, assert_alike, pages};
use crate::paper::sheet;
use crate::{Canvas, Job, Port, System, Windows};
use sandika_domain::letter::model::Paper;
use sandika_windows::printing::{Sheet, Sides, Wanted};
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};
use std::{env, fs, thread};

/// Printers that `cargo xtask windows test` makes: A4 and F4; A4 and Legal; a name that is not of this page's letters.
const LOKET: &str = "Loket";
const BEBAS: &str = "Bebas";
const UNICODE: &str = "Ruang–Pelayanan-Nº1-ćž";

/// Where the papers lie; none where nobody made printers, as on a real machine.
fn papers() -> Option<PathBuf> {
    env::var("SANDIKA_PAPERS").ok().map(|folder| PathBuf::from(format!("Z:{folder}")))
}

/// Prints under a title; answers with what the queue wrote.
fn printed(printer: &str, title: &str, pdf: &[u8], copies: u32) -> Option<Vec<u8>> {
    let papers = papers()?;
    let paper = papers.join(format!("{title}.ps"));
    let job = Job { title, pdf, copies, printer: Some(printer), stop: &|| false };
    assert_eq!(Port::new(Windows, None).print(&job).unwrap(), printer);
    // The queue of wine is done when that of CUPS begins.
    let started = Instant::now();
    while !paper.exists() {
        assert!(started.elapsed() < Duration::from_secs(60), "nothing reached the printer");
        thread::yield_now();
    }
    Some(fs::read(paper).unwrap())
}

/// The pages that a printer of this language makes.
fn on_paper(postscript: &[u8]) -> Vec<Page> {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("x.ps"), postscript).unwrap();
    let mut command = Command::new("gs");
    command.current_dir(folder.path()).args(["-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-dDoNumCopies", "-dAutoRotatePages=/None"]);
    let done = command.args(["-sDEVICE=pdfwrite", "-sOutputFile=x.pdf", "x.ps"]).output().unwrap();
    assert!(done.status.success(), "{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    pages(&fs::read(folder.path().join("x.pdf")).unwrap())
}

/// A page that lies crosswise comes out of the printer upright, turned one way or the other.
fn assert_printed(drawn: &Page, printed: &Page, what: &str) {
    if drawn.width < drawn.height {
        return assert_alike(drawn, printed, what);
    }
    assert_alike(drawn, &printed.turned(), what);
}

#[test]
fn letters_come_out_of_the_queue_as_they_were_made() {
    for (paper, title) in [(Paper::A4, "surat-a4"), (Paper::F4, "surat-f4")] {
        let pdf = letter_with_list(paper);
        let Some(postscript) = printed(LOKET, title, &pdf, 1) else { return };
        let (drawn, paper) = (pages(&pdf), on_paper(&postscript));
        assert_eq!(drawn.len(), paper.len(), "{title}");
        for (number, (drawn, printed)) in drawn.iter().zip(&paper).enumerate() {
            assert_printed(drawn, printed, &format!("{title}, page {}", number + 1));
        }
    }
}

/// wine's driver asks the printer for copies, but puts none in order by itself.
#[test]
fn copies_come_out_of_the_queue() {
    for (pdf, title, drawn, asked) in [(letter(Paper::F4), "salinan-satu", 1, "2"), (letter_with_list(Paper::F4), "salinan-dua", 4, "1")] {
        let Some(postscript) = printed(LOKET, title, &pdf, 2) else { return };
        assert_eq!(on_paper(&postscript).len(), drawn, "{title}");
        let copies = fs::read_to_string(papers().unwrap().join(format!("{title}.copies"))).unwrap();
        assert_eq!(copies.trim(), asked, "{title}");
    }
}

/// A printer without F4 is given its size. wine's driver reckons with it, and keeps it for the rest of this program, which Windows does not; but it does not
/// tell the printer: the paper itself stays A4 there.
#[test]
fn a_size_of_ones_own_is_taken_by_the_driver() {
    if papers().is_none() {
        return;
    }
    let abilities = Windows.abilities(BEBAS, &Windows.describe(BEBAS).unwrap().port).unwrap();
    let wanted = |landscape, sheet| Wanted { sheet, landscape, copies: 1, sides: Sides::AsSet };
    let f4 = sheet((215.0, 330.0), &abilities);
    assert_eq!(f4, Some(Sheet::Size { width: 2150, height: 3300 }));
    for (landscape, (width, height)) in [(false, (5079_i32, 7795_i32)), (true, (7795, 5079))] {
        let paper = Windows.open(BEBAS, &wanted(landscape, f4)).unwrap().surface().paper;
        // A driver of this language reckons in points.
        assert!(paper.0.abs_diff(width) <= 9 && paper.1.abs_diff(height) <= 9, "{paper:?} for {width}x{height}");
    }
}

#[test]
fn a_printer_may_have_any_name() {
    let pdf = letter(Paper::A4);
    let Some(postscript) = printed(UNICODE, "nama", &pdf, 1) else { return };
    assert_printed(&pages(&pdf)[0], &on_paper(&postscript)[0], "A4");
}

#[test]
fn printers_tell_their_papers_before_a_letter_is_printed() {
    if papers().is_none() {
        return;
    }
    let listed = Port::new(Windows, None).list().unwrap();
    for (name, default, warning) in [
        (LOKET, true, Some("memakai A4. Pasang kertas F4")),
        (BEBAS, false, Some("memakai A4. Pasang kertas F4")),
        (UNICODE, false, Some("memakai A4. Pasang kertas F4")),
    ] {
        let seen = listed.iter().find(|seen| seen.name == name).unwrap();
        assert_eq!((seen.default, seen.ready), (default, true), "{seen:?}");
        let said = seen.papers.warning(Paper::F4, name);
        assert!(said.unwrap_or_default().contains(warning.unwrap_or_default()), "{seen:?}");
        assert_eq!(seen.papers.warning(Paper::A4, name), None, "{seen:?}");
    }
}

#[test]
fn a_printer_that_is_gone_takes_nothing() {
    let job = Job { title: "hilang", pdf: &letter(Paper::A4), copies: 1, printer: Some("Sudah-Dicabut"), stop: &|| false };
    let error = Port::new(Windows, None).print(&job).unwrap_err().to_string();
    assert!(error.contains("printer “Sudah-Dicabut” tidak ada lagi di komputer ini"), "{error}");
}

#[test]
fn what_is_stopped_while_it_is_drawn_reaches_no_printer() {
    let Some(papers) = papers() else { return };
    let pdf = letter(Paper::A4);
    let job = Job { title: "dihentikan", pdf: &pdf, copies: 1, printer: Some(LOKET), stop: &|| true };
    let error = Port::new(Windows, None).print(&job).unwrap_err().to_string();
    assert!(error.contains("pencetakan dihentikan"), "{error}");
    // The queue is in order: what comes after is there, so what came before would be.
    assert!(printed(LOKET, "sesudah-dihentikan", &pdf, 1).is_some());
    assert!(!papers.join("dihentikan.ps").exists());
}
