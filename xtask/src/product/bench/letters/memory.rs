//! Whether memory grows with the letters that a process draws.

use super::sample::Desk;
use super::{MANY_LETTERS, Table};
use crate::bench::table::Line;
use sandika_letters::Typesetter;
use std::hint::black_box;
use std::path::Path;
use std::process::{Command, Stdio};
use xtask::Result;

/// Letters after which memory is looked at.
const AFTER: [u64; 2] = [1_000, 10_000];
/// So much more, KiB, is what an allocator keeps for itself.
const SLACK: u64 = 2048;

/// Has a process of its own draw, and compares.
pub(super) fn measure(table: &mut Table, emblem: &Path) -> Result {
    let what = format!("memory of a process after {} letters", AFTER[1]);
    if !cfg!(target_os = "linux") {
        table.add(Line::figure(&what, "not measured here".to_owned()));
        return Ok(());
    }
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["bench", &format!("--{MANY_LETTERS}")]).arg(emblem).stdin(Stdio::null());
    let said = String::from_utf8(command.output()?.stdout)?;
    let sizes: Vec<u64> = said.lines().map(str::parse).collect::<std::result::Result<_, _>>()?;
    let &[before, after] = sizes.as_slice() else { return Err(format!("{command:?} said {said:?}").into()) };
    let measured = format!("{:.1} MiB", after as f64 / 1024.0);
    let line = Line::figure(&format!("{what} ({:.1} MiB after {})", before as f64 / 1024.0, AFTER[0]), measured);
    table.add(line.target("no more than 2 MiB growth", after <= before + SLACK));
    Ok(())
}

/// Draws letters of as many people, and says in between how much memory it holds.
pub(super) fn draw(desk: &Desk) -> Result {
    for number in 0..AFTER[1] {
        drop(black_box(Typesetter::shared().render(&desk.letter(number)?)?));
        if AFTER.contains(&(number + 1)) {
            println!("{}", resident()?);
        }
    }
    Ok(())
}

/// Memory of this process that is in the computer's, KiB.
fn resident() -> Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("the system does not tell")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}
