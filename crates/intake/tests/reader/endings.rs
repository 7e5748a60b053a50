//! However a reading ends, what was read is told and no program stays behind.

use crate::files::{Lies, pdf, sheet};
use crate::hostile::bomb;
use crate::{read, reader};
use sandika_intake::reader::Reader;
use sandika_intake::{PageTrouble, ReadFault};
use std::ops::ControlFlow;

fn letters(count: usize) -> Vec<u8> {
    pdf(&(1..=count).map(|page| (sheet(9, page, count).draw(), Lies::Jpeg)).collect::<Vec<_>>())
}

#[test]
fn whoever_has_enough_stops_at_once() {
    let mut heard = 0;
    let result = reader().read(&letters(5), &mut |_| {
        heard += 1;
        if heard == 2 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!((heard, result), (2, Err(ReadFault::Stopped)));
}

#[test]
fn a_missing_program_is_named() {
    let reader = Reader { program: "/tidak/ada/sandika".into(), ..reader() };
    let (_, result) = read(&reader, &letters(1));
    assert_eq!(result, Err(ReadFault::NoProgram { program: "/tidak/ada/sandika".into() }));
}

#[test]
fn too_little_memory_is_called_so() {
    let mut reader = reader();
    // Enough for the program and a file of a few kilobytes, too little for its 144 million points as well.
    reader.limits.memory = 160 << 20;
    let (pages, _) = read(&reader, &bomb(12_000, 12_000));
    assert_eq!(pages.iter().map(|page| page.trouble).collect::<Vec<_>>(), [Some(PageTrouble::TooMuchMemory)]);
}

#[cfg(unix)]
mod strange {
    use super::*;
    use std::os::unix::fs::PermissionsExt;
    use std::path::Path;

    /// A program of two lines in the place of the real one.
    fn program(room: &Path, text: &str) -> Reader {
        let path = room.join("program");
        std::fs::write(&path, format!("#!/bin/sh\n{text}\n")).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).unwrap();
        Reader { program: path, ..reader() }
    }

    #[test]
    fn a_program_that_dies_in_a_page_is_followed_by_another() {
        let room = tempfile::tempdir().unwrap();
        let real = reader().program.display().to_string();
        // The first one is killed when it has told of two pages (the third is cut off), the second one is left alone.
        let text = format!(
            "if mkdir {0}/first 2>/dev/null; then {real} \"$@\" | head -c 12000; else exec {real} \"$@\"; fi",
            room.path().display()
        );
        let bytes = letters(4);
        let (pages, summary) = read(&program(room.path(), &text), &bytes);
        assert_eq!(pages.iter().map(|page| page.page).collect::<Vec<_>>(), [1, 2, 3, 4]);
        let lost: Vec<usize> = pages.iter().filter(|page| page.trouble == Some(PageTrouble::Lost)).map(|page| page.page).collect();
        assert_eq!((lost.len(), summary.unwrap().troubled), (1, 1), "{lost:?}");
        assert!(pages.iter().all(|page| page.trouble.is_some() || page.codes.len() == 1));
    }

    #[test]
    fn a_program_that_talks_nonsense_is_not_believed() {
        let room = tempfile::tempdir().unwrap();
        for text in [
            "exit 1",
            "head -c 100000 /dev/zero",
            "head -c 4096 /dev/urandom",
            "printf '\\377\\377\\377\\377\\377\\377\\377\\377'",
            "kill -9 $$",
        ] {
            let (pages, result) = read(&program(room.path(), text), &letters(1));
            assert_eq!((pages.len(), result), (0, Err(ReadFault::Lost)), "{text}");
        }
    }

    #[test]
    fn no_program_is_left_behind() {
        let room = tempfile::tempdir().unwrap();
        // It becomes one that never answers; its number stands in a file.
        let mut reader = program(room.path(), &format!("echo $$ > {}/number; exec tail -f /dev/null", room.path().display()));
        reader.limits.first_answer = std::time::Duration::from_millis(300);
        assert_eq!(read(&reader, &letters(1)).1, Err(ReadFault::TookLong));
        let number = std::fs::read_to_string(room.path().join("number")).unwrap();
        assert!(!Path::new("/proc").join(number.trim()).exists());
    }
}
