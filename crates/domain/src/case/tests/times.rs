//! Due times and progress on the real SOPs.

use super::fixture::{Bench, morning};
use crate::case::{Command, Completion, Place, case_due, progress, step_due};
use chrono::{NaiveDateTime, TimeDelta};

fn at(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

#[test]
fn cases_are_due_by_both_clocks() {
    // Opened Friday 20 November 2026, 09.00; the Friday break is 11.30–13.00.
    for (sop, due) in [
        ("natuna-pencabutan", "2026-11-20 09:45"),
        ("ciamis-pencabutan", "2026-11-20 13:35"),
        ("natuna-pembaruan", "2026-11-20 10:30"),
        ("sumbar-pembaruan", "2026-11-20 09:20"),
        // 30 working minutes, 24 hours of the calendar until Saturday 09.30, then 130 working minutes from Monday 07.30.
        ("demak-pencabutan", "2026-11-23 09:40"),
    ] {
        let bench = Bench::open(sop, "pensiun");
        assert_eq!(case_due(&bench.case, &bench.times()).unwrap(), at(due), "{sop}");
    }
}

#[test]
fn the_working_clock_rests_while_the_case_waits_and_the_calendar_clock_does_not() {
    let mut bench = Bench::open("natuna-pencabutan", "pensiun");
    assert_eq!(step_due(&bench.case, &bench.times()).unwrap(), Some(at("2026-11-20 09:20")));
    bench.later(10);
    bench.act(Command::Wait { party: "pemohon".into(), why: String::new() }).unwrap();
    bench.later(30);
    assert_eq!(step_due(&bench.case, &bench.times()).unwrap(), Some(at("2026-11-20 09:50")));
    bench.act(Command::Resume).unwrap();
    bench.later(5);
    assert_eq!(step_due(&bench.case, &bench.times()).unwrap(), Some(at("2026-11-20 09:50")));
    assert_eq!(case_due(&bench.case, &bench.times()).unwrap(), at("2026-11-20 10:15"));
    assert_eq!(progress(&bench.case, &bench.times())[0].used, Some(15));

    let mut demak = Bench::open("demak-pencabutan", "pensiun");
    for _ in 0..3 {
        demak.pass();
    }
    let due = case_due(&demak.case, &demak.times()).unwrap();
    demak.act(Command::Wait { party: "bssn".into(), why: String::new() }).unwrap();
    demak.later(60);
    assert_eq!(case_due(&demak.case, &demak.times()).unwrap(), due, "the calendar step has its own time for waiting");
    assert_eq!(step_due(&demak.case, &demak.times()).unwrap(), Some(at("2026-11-21 09:00")));
    assert_eq!(progress(&demak.case, &demak.times())[3].used, Some(60));
}

#[test]
fn a_step_without_time_has_no_due_time() {
    let bench = Bench::open("demak-pencabutan", "pensiun");
    assert_eq!(step_due(&bench.case, &bench.times()).unwrap(), None);
}

#[test]
fn a_return_takes_back_the_steps_between() {
    let mut bench = Bench::open("natuna-pencabutan", "pensiun");
    while bench.case.step != 7 {
        bench.later(1);
        bench.pass();
    }
    bench
        .act(Command::Complete(Completion { step: 7, outcome: Some("Tidak cocok".into()), note: "Beda".into(), ..Default::default() }))
        .unwrap();
    let places: Vec<Place> = progress(&bench.case, &bench.times()).iter().map(|one| one.place).collect();
    use Place::{Ahead, Current, Done};
    assert_eq!(places, [Done, Done, Done, Done, Current, Ahead, Ahead, Ahead, Ahead, Ahead]);
    bench.pass();
    assert_eq!(progress(&bench.case, &bench.times())[4].place, Done);
}

#[test]
fn a_step_that_the_way_leads_past_is_skipped() {
    let mut bench = Bench::open("sumbar-pembaruan", "lainnya");
    while bench.case.step != 5 {
        bench.pass();
    }
    let steps = progress(&bench.case, &bench.times());
    assert_eq!((steps[2].place, steps[3].place, steps[4].place), (Place::Done, Place::Skipped, Place::Current));
    assert_eq!(steps[3].used, None);
    assert!(bench.now >= morning() + TimeDelta::zero());
}
