//! Paper: what may go out again, and what is recorded of a printing.

use super::fixture::Bench;
use crate::case::rejection::named;
use crate::case::{Command, PrintEnd, Printing, Rejection, printable};
use crate::fact::{Fact, FailedPrint, ReasonedReprint};
use crate::ids::LetterId;

/// A case with a letter at step 2, and its id.
fn with_letter() -> (Bench, LetterId) {
    let mut bench = Bench::open("demak-pencabutan", "pensiun");
    bench.pass();
    bench.issue(2, "surat-rekomendasi-pencabutan", Some(1));
    let letter = bench.case.letters[0].letter;
    (bench, letter)
}

fn ended(letter: LetterId, reason: &str, end: PrintEnd) -> Command {
    Command::PrintLetter(Printing { letter, version: 1, printer: "Loket".into(), copies: 2, reason: reason.into(), end })
}

#[test]
fn a_version_is_sent_again_with_a_reason_only() {
    let (mut bench, letter) = with_letter();
    let ask = |bench: &Bench, copies, reason: &str, underway| printable(&bench.case, (letter, 1), copies, reason, underway);
    let kept = |text: &str| Ok(text.to_owned());
    assert_eq!(ask(&bench, 2, "apa saja", false), kept(""), "nothing is asked for the first time, and nothing kept");
    assert_eq!(ask(&bench, 2, "", true), Err(Rejection::ReprintReason), "it is on its way already");
    assert_eq!(ask(&bench, 0, "", false), Err(Rejection::Copies));
    assert_eq!(ask(&bench, 100, "", false), Err(Rejection::Copies));
    assert_eq!(printable(&bench.case, (letter, 2), 1, "", false), Err(Rejection::NoSuchLetter));
    bench.act(ended(letter, "", PrintEnd::Failed("kertas habis".into()))).unwrap();
    assert_eq!(ask(&bench, 2, "", false), kept(""), "what did not come out is no print");
    bench.act(ended(letter, "", PrintEnd::Printed)).unwrap();
    for (reason, expected) in [
        ("", Err(Rejection::ReprintReason)),
        ("  \n ", Err(Rejection::ReprintReason)),
        (" salinan untuk arsip ", kept("salinan untuk arsip")),
        ("passphrase: rahasia", Err(Rejection::Secret(named("reason", "Alasan mencetak lagi")))),
    ] {
        assert_eq!(ask(&bench, 1, reason, false), expected, "{reason:?}");
    }
    assert_eq!(Rejection::ReprintReason.field(), Some("reason"));
    bench.act(Command::VoidLetter { letter, version: 1, why: "salah nama".into() }).unwrap();
    assert_eq!(ask(&bench, 1, "arsip", false), Err(Rejection::LetterVoided));
}

#[test]
fn what_became_of_a_printing_is_recorded_as_it_happened() {
    let (mut bench, letter) = with_letter();
    let (printer, copies, version) = ("Loket".to_owned(), 2, 1);
    let failed = |why: &str, stopped| {
        Fact::LetterPrintFailed(FailedPrint { letter, version, printer: printer.clone(), copies, why: why.into(), stopped })
    };
    let printed = |reprint| Fact::LetterPrinted { letter, version, printer: printer.clone(), copies, reprint };
    let reasoned = |why: &str| Fact::LetterReprintReasoned(ReasonedReprint { letter, version, personal: why.to_owned().into() });
    for (reason, end, facts, count) in [
        ("", PrintEnd::Failed("kertas\n  habis".into()), vec![failed("kertas habis", false)], 0),
        ("", PrintEnd::Stopped(String::new()), vec![failed("", true)], 0),
        ("", PrintEnd::Printed, vec![printed(false)], 2),
        ("hilang", PrintEnd::Failed("macet".into()), vec![failed("macet", false), reasoned("hilang")], 2),
        ("hilang", PrintEnd::Printed, vec![printed(true), reasoned("hilang")], 4),
        // It was sent twice before the rule could know: what came out is told all the same.
        ("", PrintEnd::Printed, vec![printed(true)], 6),
    ] {
        assert_eq!(bench.act(ended(letter, reason, end.clone())), Ok(facts), "{end:?}");
        assert_eq!(bench.case.letters[0].printed, count);
    }
    assert_eq!(bench.replayed(), bench.case);
    let none = Printing { letter, version, printer: String::new(), copies, reason: String::new(), end: PrintEnd::Printed };
    assert!(matches!(bench.act(Command::PrintLetter(none.clone())), Err(Rejection::TextNeeded(_))));
    let copies = Command::PrintLetter(Printing { copies: 0, ..none.clone() });
    assert_eq!(bench.act(copies), Err(Rejection::Copies));
    let unnamed = Printing { end: PrintEnd::Stopped("dihapus".into()), ..none };
    assert_eq!(bench.act(Command::PrintLetter(unnamed)).map(|facts| facts.len()), Ok(1), "the usual printer has no name yet");
}

#[test]
fn prints_of_earlier_journals_are_read_as_they_were_written() {
    let letter = LetterId(uuid::Uuid::from_u128(7));
    let old = format!(r#"{{"letter_printed":{{"letter":"{letter}","version":1,"printer":"Loket","copies":2}}}}"#);
    let read: Fact = serde_json::from_str(&old).unwrap();
    assert_eq!(read, Fact::LetterPrinted { letter, version: 1, printer: "Loket".into(), copies: 2, reprint: false });
    assert_eq!(serde_json::to_string(&read).unwrap(), old, "a first print is written as before");
    let new =
        serde_json::to_string(&Fact::LetterPrinted { letter, version: 1, printer: "Loket".into(), copies: 2, reprint: true }).unwrap();
    assert_eq!(new, old.replace("\"copies\":2", "\"copies\":2,\"reprint\":true"));
}
