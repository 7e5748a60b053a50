//! The real window of a large office beside an empty Tauri window: start, memory, keys, a case, the list. Everything is seen on the screen itself and
//! done by its keyboard and mouse, on a screen of its own; WebDriver only tells where things stand, and never while something starts.

mod area;
mod case;
mod chromium;
mod eye;
mod keys;
mod list;
mod page;
mod running;
mod server;
mod start;
mod tested;

use super::samples::Samples;
use super::table::{Line, Table};
use area::Area;
use page::{place, wait};
use sandika_shell_tests::{Program, Screen, Window};
use sandika_testkit::PASSPHRASE;
use server::Server;
use start::Start;
use std::fs;
use std::path::Path;
use xtask::Result;

const STARTS: usize = 7;

/// Measures the window over a data folder whose office is closed. `pictures` receives what was seen, for a person's eyes.
pub(crate) fn measure(table: &mut Table, data: &Path, pictures: &Path) -> Result {
    fs::create_dir_all(pictures)?;
    let bare = tempfile::tempdir()?;
    let floor = empty_window(bare.path())?;
    let (row, main) = at_work(table, data, pictures, &floor)?;
    let opened = chromium::open_cases(data, row, main, &pictures.join("perkara-chromium.png"))?;
    table.add(Line::time("a case in Chromium, from the click in the list to its first picture", &opened.first));
    let whole = Line::time("… until nothing of it changes any more", &opened.last);
    table.add(whole.target("≤ 50 ms", opened.last.median() <= 50.0));
    starts(table, data)
}

/// What webview and screen cost by themselves, in a window that has nothing else to do.
struct Floor {
    /// The same key in its field.
    key: Samples,
    /// A key until a plain area as large as a case is painted.
    area: Samples,
}

fn empty_window(data: &Path) -> Result<Floor> {
    let program = Program::of("sandika-empty-window", &[], data);
    let window = Window::open(&program);
    let server = Server::of(&program.screen)?;
    let key = keys::into(&server, place(&window, &server, "#field")?)?;
    Ok(Floor { key, area: case::plain(&window, &server)? })
}

/// Answers with the first row of the list, and what a case fills.
fn at_work(table: &mut Table, data: &Path, pictures: &Path, floor: &Floor) -> Result<(Area, Area)> {
    let program = Program::of("sandika-desktop", &["--data"], data);
    let window = Window::open(&program);
    let server = Server::of(&program.screen)?;
    enter(&window);
    fs::write(pictures.join("beranda.png"), window.picture())?;

    window.go("permohonan/baru");
    let keys = keys::into(&server, place(&window, &server, "#sender")?)?;
    fs::write(pictures.join("ketikan.png"), window.picture())?;
    table.add(
        Line::time("a key in a form, until its letter is painted", &keys)
            .beside(&keys, &floor.key)
            .target("≤ 16 ms", keys.median() <= 16.0),
    );

    let meanwhile = tested::keys_meanwhile(&window, &server, place(&window, &server, "#sender")?)?;
    table.add(
        Line::time("… while a backup is tested in the background", &meanwhile)
            .beside(&meanwhile, &keys)
            .target("≤ 16 ms", meanwhile.median() <= 16.0),
    );

    let opened = case::open(&window, &server)?;
    fs::write(pictures.join("perkara.png"), window.picture())?;
    table.add(Line::time("a case, from Enter in the list to its first picture", &opened.first).beside(&opened.first, &floor.area));
    let whole = Line::time("… until nothing of it changes any more", &opened.last).beside(&opened.last, &floor.area);
    table.add(whole.target("≤ 50 ms", opened.last.median() <= 50.0));

    window.go("permohonan");
    wait(&window, "document.querySelectorAll('[role=row]').length > 5");
    // The column of numbers, from the names of the columns, which stay, to the lower edge.
    let on_screen = |element: &str| place(&window, &server, element);
    let (grid, heads, number) = (on_screen("[role=grid]")?, on_screen("[role=columnheader]")?, on_screen("[role=gridcell].num")?);
    let row = on_screen("[role=rowgroup] > [role=row]")?;
    let scrolled = list::wheel(&server, Area { top: heads.bottom, bottom: grid.bottom - 1, ..number }, row.height())?;
    fs::write(pictures.join("daftar.png"), window.picture())?;
    let (seen, gaps) = (scrolled.pictures, scrolled.gaps);
    table.add(Line::figure("the list under a quick wheel", format!("{gaps} of {seen} pictures lack a row")).target("no gaps", gaps == 0));
    table.add(Line::time("… between two of its pictures", &scrolled.between));
    Ok((row, on_screen("main")?))
}

/// Opens the office as an officer does; who worked here is remembered for the next starts.
fn enter(window: &Window) {
    if window.value("#user").is_empty() {
        window.type_into("#user", "petugas");
    }
    window.type_into("#passphrase", PASSPHRASE);
    window.click("button[type=submit]");
    wait(window, "document.querySelector('div:not([inert]) > .shell')");
}

/// Measures starts by turns: first each with nothing of any program in the computer's memory, as in the morning, and then as after a break.
pub(crate) fn starts(table: &mut Table, data: &Path) -> Result {
    let bare = tempfile::tempdir()?;
    let screen = Screen::new();
    let server = Server::of(&screen)?;
    if start::forget_files().is_ok() {
        let (ours, empty) = by_turns(&screen, &server, data, bare.path(), start::forget_files)?;
        table.add(Line::time("cold start to a usable first page", &ours.took).beside(&ours.took, &empty.took).at_most_times(1.5));
        table.add(Line::time("… from Enter to the first page", &ours.entered));
    } else {
        table.add(Line::figure("cold start to a usable first page", "not measured: wants root".to_owned()));
    }
    let (ours, empty) = by_turns(&screen, &server, data, bare.path(), || Ok(()))?;
    table.add(Line::time("the same with all files in memory", &ours.took).beside(&ours.took, &empty.took).at_most_times(1.5));
    table.add(Line::time("… until the passphrase can be typed", &ours.asked).beside(&ours.asked, &empty.took));
    table.add(Line::time("… from Enter to the first page", &ours.entered));
    table.add(Line::memory("memory of all processes there", &ours.memory, &empty.memory).at_most_times(1.3));
    Ok(())
}

/// Several starts of the product and of the empty window, each after `before`.
fn by_turns(screen: &Screen, server: &Server, data: &Path, bare: &Path, before: impl Fn() -> Result) -> Result<(Starts, Starts)> {
    let (mut ours, mut empty) = (Starts::default(), Starts::default());
    for _ in 0..STARTS {
        before()?;
        empty.add(&start::empty(screen, server, bare)?);
        before()?;
        ours.add(&start::office(screen, server, data)?);
    }
    Ok((ours, empty))
}

/// What several starts took.
#[derive(Default)]
struct Starts {
    took: Samples,
    asked: Samples,
    entered: Samples,
    memory: Samples,
}

impl Starts {
    fn add(&mut self, one: &Start) {
        self.took.push(one.asked + one.entered);
        self.asked.push(one.asked);
        self.entered.push(one.entered);
        self.memory.add(one.memory);
    }
}
