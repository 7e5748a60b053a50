//! The program beside the clock: what this computer is asked for, and what it tells while nobody looks.

use crate::desk::{code, ok};
use chrono::TimeDelta;
use sandika_app::ports::{Ports, Staying};
use sandika_app::{Desk, KdfCost, Reminder, Shell};
use sandika_testkit::{HandClock, PASSPHRASE, TestOffice, Walker};
use serde_json::{Value, json};
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

/// A computer with a place beside its clock.
#[derive(Default)]
struct Computer {
    icon: AtomicBool,
    autostart: AtomicBool,
    refuses: AtomicBool,
}

impl Computer {
    fn set(&self, what: &AtomicBool, wished: bool) -> io::Result<()> {
        if self.refuses.load(Ordering::Relaxed) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        what.store(wished, Ordering::Relaxed);
        Ok(())
    }
}

impl Staying for Computer {
    fn can_stay(&self) -> bool {
        true
    }

    fn stay(&self, wished: bool) -> io::Result<()> {
        self.set(&self.icon, wished)
    }

    fn autostart(&self) -> Option<bool> {
        Some(self.autostart.load(Ordering::Relaxed))
    }

    fn set_autostart(&self, wished: bool) -> io::Result<()> {
        self.set(&self.autostart, wished)
    }
}

fn desk(data: &Path, clock: &HandClock, computer: &Arc<Computer>) -> Desk {
    let (out, clock) = (data.join("keluar"), clock.clone());
    let ports = move |_: &sandika_app::DeviceSettings| Ports { clock: Box::new(clock.clone()), ..Ports::folder(out.clone()) };
    let cost = KdfCost { m_kib: 64, t: 1, p: 1 };
    Desk::new(Shell { cost, staying: computer.clone(), ..Shell::new(data.to_owned(), Box::new(ports)) })
}

fn fields(stays: bool, autostart: bool) -> Value {
    json!({ "printer": null, "outgoing": null, "theme": "sistem", "stays": stays, "autostart": autostart })
}

#[test]
fn the_computer_does_what_is_wished_and_the_settings_tell_what_it_does() {
    let (data, computer) = (tempfile::tempdir().unwrap(), Arc::new(Computer::default()));
    let mut first = desk(data.path(), &HandClock::friday_morning(), &computer);
    assert_eq!(ok(&mut first, "desk_show", json!({}))["settings"], fields(false, false));
    for (stays, autostart) in [(true, false), (true, true), (false, true), (true, true)] {
        assert_eq!(ok(&mut first, "device_record", fields(stays, autostart))["settings"], fields(stays, autostart));
        assert_eq!((computer.icon.load(Ordering::Relaxed), computer.autostart.load(Ordering::Relaxed)), (stays, autostart));
    }
    computer.refuses.store(true, Ordering::Relaxed);
    assert_eq!(code(&mut first, "device_record", fields(false, true)), "outside");
    assert_eq!(code(&mut first, "device_record", fields(true, false)), "outside");
    assert_eq!(ok(&mut first, "desk_show", json!({}))["settings"], fields(true, true), "what was refused is not kept");
    let theme = json!({ "printer": null, "outgoing": null, "theme": "gelap" });
    assert_eq!(ok(&mut first, "device_record", theme)["settings"]["stays"], true, "what is not said stays as it was");
    drop(first);
    let mut again = desk(data.path(), &HandClock::friday_morning(), &computer);
    assert_eq!(ok(&mut again, "desk_show", json!({}))["settings"]["stays"], true);
}

#[test]
fn a_computer_that_cannot_says_so_and_refuses() {
    let data = tempfile::tempdir().unwrap();
    let mut desk = crate::desk::desk(data.path());
    let settings = ok(&mut desk, "desk_show", json!({}))["settings"].clone();
    assert_eq!((&settings["stays"], &settings["autostart"]), (&Value::Null, &Value::Null));
    assert_eq!(code(&mut desk, "device_record", fields(true, false)), "outside");
    assert_eq!(code(&mut desk, "device_record", fields(false, true)), "outside");
}

/// An office with a case whose step is due at ten past nine, opened at nine o'clock on a Friday.
fn at_work(data: &Path) -> (Mutex<Desk>, HandClock) {
    let mut office = TestOffice::staying_in(data);
    Walker::open(&mut office, "natuna-pembaruan", None, 1);
    let clock = office.clock.clone();
    drop(office);
    let mut desk = desk(data, &clock, &Arc::new(Computer::default()));
    desk.open(None, PASSPHRASE, "petugas").unwrap();
    ok(&mut desk, "device_record", fields(true, false));
    (Mutex::new(desk), clock)
}

const DUE: &str = "1 perkara jatuh tempo hari ini. Buka Sandika untuk melihatnya.";
const LATE: &str = "1 perkara sudah lewat waktu. Buka Sandika untuk melihatnya.";

#[test]
fn what_falls_due_is_told_once_and_again_when_its_time_has_passed() {
    let data = tempfile::tempdir().unwrap();
    let (desk, clock) = at_work(data.path());
    let mut reminder = Reminder::default();
    assert_eq!(reminder.round(&desk, false).as_deref(), Some(DUE));
    assert_eq!(reminder.round(&desk, false), None);
    clock.advance(TimeDelta::minutes(29));
    assert_eq!(reminder.round(&desk, false), None);
    clock.advance(TimeDelta::minutes(1));
    assert_eq!(reminder.round(&desk, false).as_deref(), Some(LATE));
    clock.advance(TimeDelta::days(1));
    assert_eq!(reminder.round(&desk, false), None, "a Saturday");
    clock.advance(TimeDelta::days(2));
    assert_eq!(reminder.round(&desk, false).as_deref(), Some(LATE));
}

#[test]
fn a_desk_that_is_locked_or_closed_tells_what_it_remembers() {
    for (close, arguments) in [("desk_lock", json!({})), ("desk_close", json!({})), ("desk_practice", json!({ "user": "Contoh" }))] {
        let data = tempfile::tempdir().unwrap();
        let (desk, clock) = at_work(data.path());
        ok(&mut desk.lock().unwrap(), close, arguments);
        let mut reminder = Reminder::default();
        assert_eq!(reminder.round(&desk, close == "desk_lock").as_deref(), Some(DUE), "{close}");
        clock.advance(TimeDelta::minutes(40));
        assert_eq!(reminder.round(&desk, false).as_deref(), Some(LATE), "{close}");
    }
}

#[test]
fn what_the_officer_sees_is_not_told() {
    let data = tempfile::tempdir().unwrap();
    let (desk, clock) = at_work(data.path());
    let mut reminder = Reminder::default();
    assert_eq!(reminder.round(&desk, true), None);
    assert_eq!(reminder.round(&desk, false), None, "it was seen a moment ago");
    clock.advance(TimeDelta::minutes(40));
    assert_eq!(reminder.round(&desk, true), None);
    clock.advance(TimeDelta::minutes(40));
    assert_eq!(reminder.round(&desk, false), None, "nothing has passed since");
}

#[test]
fn nothing_is_told_while_nobody_wishes_it_or_the_desk_is_busy() {
    let data = tempfile::tempdir().unwrap();
    let (desk, _clock) = at_work(data.path());
    let mut reminder = Reminder::default();
    let held = desk.lock().unwrap();
    assert_eq!(reminder.round(&desk, false), None);
    drop(held);
    ok(&mut desk.lock().unwrap(), "device_record", fields(false, false));
    assert_eq!(reminder.round(&desk, false), None);
    ok(&mut desk.lock().unwrap(), "device_record", fields(true, false));
    assert_eq!(reminder.round(&desk, false).as_deref(), Some(DUE));
}
