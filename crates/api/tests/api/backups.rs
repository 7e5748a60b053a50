//! Backups through the wire: made and tested by themselves, restored, put back, moved to another computer.

use chrono::TimeDelta;
use sandika_api::{ApiError, Event, backup_round, dispatch_at};
use sandika_app::ports::Ports;
use sandika_app::{Backer, Desk, KdfCost, Shell, own_place};
use sandika_testkit::{HandClock, sample};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

const SECRET: &str = "kata sandi kantor contoh";

/// A desk over a data folder, the one who backs it up, and a clock.
struct Bench {
    desk: Mutex<Desk>,
    backer: Backer,
    clock: HandClock,
    data: PathBuf,
}

impl Bench {
    fn over(data: &Path) -> Self {
        let clock = HandClock::friday_morning();
        let (hand, outgoing) = (clock.clone(), data.join("keluar"));
        let ports = move |_: &sandika_app::DeviceSettings| Ports { clock: Box::new(hand.clone()), ..Ports::folder(outgoing.clone()) };
        let cost = KdfCost { m_kib: 64, t: 1, p: 1 };
        let desk = Mutex::new(Desk::new(Shell { cost, ..Shell::new(data.to_owned(), Box::new(ports)) }));
        Self { desk, backer: Backer::new(), clock, data: data.to_owned() }
    }

    /// With an office that has described itself.
    fn with_office(data: &Path) -> Self {
        let bench = Self::over(data);
        bench.ok("desk_create", json!({ "passphrase": SECRET, "user": "Contoh" }));
        bench.ok("office_record", sample::profile());
        bench
    }

    fn call(&self, command: &str, arguments: Value) -> Result<Value, ApiError> {
        let answer = dispatch_at(&mut self.desk.lock().unwrap(), command, &arguments.to_string())?;
        Ok(serde_json::from_str(&answer).unwrap())
    }

    fn ok(&self, command: &str, arguments: Value) -> Value {
        let answer = self.call(command, arguments).unwrap();
        answer.get("value").cloned().unwrap_or(answer)
    }

    fn code(&self, command: &str, arguments: Value) -> String {
        let error = self.call(command, arguments).unwrap_err();
        assert!(!serde_json::to_string(&error).unwrap().contains(SECRET));
        serde_json::to_value(error.code).unwrap().as_str().unwrap().to_owned()
    }

    /// One round; whoever is told may always come to the desk.
    fn round(&mut self) {
        let free = || assert!(self.desk.try_lock().is_ok(), "the desk is held while a place is worked in");
        let rest = backup_round(&self.desk, &mut self.backer, &|event: Event| {
            assert_eq!(event.payload(), json!(["backups"]));
            free();
        });
        assert!(rest.is_some());
    }

    fn pass(&self, minutes: i64) {
        self.clock.advance(TimeDelta::minutes(minutes));
    }

    fn show(&self) -> Value {
        self.ok("backup_show", json!({}))
    }

    fn places(&self) -> Vec<Value> {
        self.show()["places"].as_array().unwrap().clone()
    }

    fn count(&self, place: usize) -> usize {
        self.places()[place]["backups"].as_array().unwrap().len()
    }

    fn change(&self, number: u32) {
        self.ok("owner_record", sample::owner(number));
    }

    fn owners(&self) -> usize {
        self.ok("owner_list", json!({})).as_array().unwrap().len()
    }

    fn own(&self) -> PathBuf {
        own_place(&self.data.join("kantor"))
    }

    /// What names the newest backup of the first place.
    fn newest(&self) -> Value {
        let place = &self.places()[0];
        json!({ "path": place["folder"], "office": place["backups"][0]["office"], "stamp": place["backups"][0]["stamp"] })
    }

    fn restore(&self, from: &Value, passphrase: &str) -> Value {
        let mut arguments = from.clone();
        arguments["passphrase"] = json!(passphrase);
        arguments
    }
}

#[test]
fn a_backup_is_made_and_tested_by_itself_half_an_hour_apart_while_something_changes() {
    let data = tempfile::tempdir().unwrap();
    let mut bench = Bench::with_office(data.path());
    assert_eq!((bench.places()[0]["looked"].clone(), bench.show()["warnings"].clone()), (json!(false), json!([])));
    bench.round();
    let place = &bench.places()[0];
    assert_eq!((&place["kind"], &place["trouble"], &place["test"]["good"]), (&json!("own"), &json!(null), &json!(true)), "{place}");
    for (minutes, changes, expected) in
        [(0, false, 1), (40, false, 1), (1, true, 2), (29, true, 2), (1, false, 3), (0, false, 3), (600, false, 3)]
    {
        bench.pass(minutes);
        if changes {
            bench.change(u32::try_from(minutes).unwrap() + 1);
        }
        bench.round();
        assert_eq!(bench.count(0), expected, "after {minutes} minutes, {changes}");
    }
    assert!(bench.places()[0]["backups"].as_array().unwrap().iter().all(|backup| backup["test"]["good"] == true));
    assert_eq!(bench.show()["work"], json!(null));
}

#[test]
fn what_is_switched_off_is_made_only_when_it_is_wished_and_practice_never_is() {
    let data = tempfile::tempdir().unwrap();
    let mut bench = Bench::with_office(data.path());
    bench.ok("backup_record", json!({ "on": false, "second": null }));
    bench.round();
    assert_eq!(bench.count(0), 0);
    bench.ok("backup_hurry", json!({ "test": false }));
    bench.round();
    assert_eq!((bench.count(0), bench.places()[0]["test"].clone()), (1, json!(null)));
    bench.ok("backup_hurry", json!({ "test": true }));
    bench.round();
    assert_eq!((bench.count(0), bench.places()[0]["test"]["good"].clone()), (1, json!(true)));
    bench.ok("backup_hurry", json!({ "test": false }));
    bench.ok("backup_stop", json!({}));
    bench.round();
    assert_eq!(bench.count(0), 1, "what was wished was taken back");
    bench.ok("desk_practice", json!({ "user": "Contoh" }));
    assert_eq!(bench.show()["kept"], false);
    assert!(backup_round(&bench.desk, &mut bench.backer, &|_| ()).is_none());
    bench.ok("desk_close", json!({}));
    assert!(backup_round(&bench.desk, &mut bench.backer, &|_| ()).is_none());
    assert_eq!(bench.code("backup_hurry", json!({ "test": false })), "office-closed");
}

#[test]
fn a_second_place_takes_backups_too_and_is_spoken_of_when_it_is_away_for_three_days() {
    let data = tempfile::tempdir().unwrap();
    let mut bench = Bench::with_office(data.path());
    let (usb, away) = (data.path().join("usb"), data.path().join("dicabut"));
    assert_eq!(bench.code("backup_record", json!({ "on": true, "second": usb })), "invalid-fields");
    fs::create_dir(&usb).unwrap();
    bench.ok("backup_record", json!({ "on": true, "second": usb }));
    bench.round();
    assert_eq!((bench.count(0), bench.count(1)), (1, 1));
    fs::rename(&usb, &away).unwrap();
    for (days, warns) in [(2, false), (1, true)] {
        bench.pass(days * 24 * 60);
        bench.change(u32::try_from(days).unwrap());
        bench.round();
        let warnings = bench.show()["warnings"].to_string();
        assert_eq!(warnings.contains("Tempat cadangan kedua sudah 3 hari"), warns, "{warnings}");
    }
    assert!(bench.places()[1]["trouble"].as_str().unwrap().contains("tidak terjangkau"));
    assert!(!usb.exists(), "nothing is written where the medium was");
    // After a restart it is known still, though the medium is away.
    drop(bench);
    let mut bench = Bench::over(data.path());
    bench.pass(3 * 24 * 60);
    bench.ok("desk_open", json!({ "passphrase": SECRET, "user": "Contoh" }));
    bench.round();
    assert!(bench.show()["warnings"].to_string().contains("sudah 3 hari"));
    fs::rename(&away, &usb).unwrap();
    bench.ok("backup_hurry", json!({ "test": false }));
    bench.round();
    assert_eq!((bench.show()["warnings"].clone(), bench.count(1)), (json!([]), 2));
}

#[test]
fn a_backup_that_is_found_broken_is_told_and_a_new_one_is_made() {
    let data = tempfile::tempdir().unwrap();
    let mut bench = Bench::with_office(data.path());
    bench.ok("backup_hurry", json!({ "test": false }));
    bench.round();
    // The largest part is one of the database.
    let parts = files(&bench.own());
    let part = parts.iter().max_by_key(|path| (fs::metadata(path).unwrap().len(), path.to_string_lossy().into_owned())).unwrap();
    let mut bytes = fs::read(part).unwrap();
    bytes[100] ^= 1;
    fs::write(part, bytes).unwrap();
    bench.ok("backup_hurry", json!({ "test": true }));
    bench.round();
    let warnings = bench.show()["warnings"].to_string();
    assert!(warnings.contains("tidak dapat dipulihkan") && warnings.contains("bagian data"), "{warnings}");
    bench.round();
    assert_eq!((bench.count(0), bench.show()["warnings"].clone()), (2, json!([])), "made anew at once, and good");
}

#[test]
fn an_office_is_put_back_and_what_was_there_comes_back_too() {
    let data = tempfile::tempdir().unwrap();
    let mut bench = Bench::with_office(data.path());
    bench.change(1);
    bench.round();
    let from = bench.newest();
    bench.change(2);
    assert_eq!(bench.owners(), 2);
    assert_eq!(bench.code("backup_restore", bench.restore(&from, "bukan kata sandinya")), "wrong-passphrase");
    assert_eq!((bench.ok("desk_show", json!({}))["state"].clone(), bench.owners()), (json!("open"), 2), "a refusal closes nothing");
    let mut unknown = from.clone();
    unknown["stamp"] = json!("20200101T000000000Z");
    assert_eq!(bench.code("backup_restore", bench.restore(&unknown, SECRET)), "backup");

    let restored = bench.ok("backup_restore", bench.restore(&from, SECRET));
    assert_eq!((&restored["desk"]["state"], &restored["erased"]), (&json!("open"), &json!(0)));
    assert_eq!(bench.owners(), 1);
    let verified = bench.ok("store_verify", json!({}));
    assert_eq!((&verified["problems"], verified["entries"].as_u64()), (&json!([]), Some(restored["entries"].as_u64().unwrap() + 1)));
    assert!(Path::new(restored["aside"].as_str().unwrap()).join("sandika.db").exists());
    // The office goes on from there, and nobody takes the restore for a loss.
    bench.pass(31);
    bench.change(3);
    bench.round();
    assert_eq!((bench.show()["warnings"].clone(), bench.count(0)), (json!([]), 2));

    assert_eq!(bench.ok("backup_put_back", json!({}))["state"], "locked");
    bench.ok("desk_open", json!({ "passphrase": SECRET, "user": "Contoh" }));
    assert_eq!(bench.owners(), 2, "one step back");
    bench.ok("backup_put_back", json!({}));
    bench.ok("desk_open", json!({ "passphrase": SECRET, "user": "Contoh" }));
    assert_eq!(bench.owners(), 2, "and forth");
    assert!(bench.ok("owner_list", json!({})).to_string().contains("3"));
    assert_eq!(bench.ok("store_verify", json!({}))["problems"], json!([]));
}

#[test]
fn an_office_moves_to_another_computer_as_one_file() {
    let (old, new) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let bench = Bench::with_office(old.path());
    bench.change(1);
    for (name, told) in [("pindah.txt", "berakhiran .zip"), ("kantor/pindah.zip", "di dalam folder kantor")] {
        let error = bench.call("backup_move", json!({ "path": old.path().join(name) })).unwrap_err();
        assert!(error.message.contains(told), "{}", error.message);
    }
    let file = old.path().join("sandika-pindah.zip");
    fs::write(&file, "berkas orang lain").unwrap();
    assert!(bench.call("backup_move", json!({ "path": file })).unwrap_err().message.contains("berkas lain"));
    fs::remove_file(&file).unwrap();
    let moved = bench.ok("backup_move", json!({ "path": file }));
    assert!(moved["bytes"].as_u64().unwrap() > 100_000);
    bench.ok("backup_move", json!({ "path": file }));

    let fresh = Bench::over(new.path());
    assert_eq!(fresh.ok("desk_show", json!({}))["state"], "none");
    assert_eq!(fresh.code("backup_find", json!({ "path": new.path() })), "not-found");
    let found = fresh.ok("backup_find", json!({ "path": file }));
    assert_eq!((&found[0]["moving"], &found[0]["backup"]["owners"]), (&json!(true), &json!(1)));
    let from = json!({ "path": file });
    assert_eq!(fresh.code("backup_restore", fresh.restore(&from, "bukan kata sandinya")), "wrong-passphrase");
    assert_eq!(fresh.ok("desk_show", json!({}))["state"], "none");
    let restored = fresh.ok("backup_restore", fresh.restore(&from, SECRET));
    assert_eq!((&restored["desk"]["state"], &restored["aside"]), (&json!("open"), &json!(null)));
    assert_eq!(fresh.owners(), 1);
    // The same from the folder of the backups.
    let other = tempfile::tempdir().unwrap();
    let third = Bench::over(other.path());
    let found = third.ok("backup_find", json!({ "path": bench.own() }));
    assert_eq!(found.as_array().unwrap().len(), 2);
    let from = json!({ "path": found[0]["path"], "office": found[0]["backup"]["office"], "stamp": found[0]["backup"]["stamp"] });
    third.ok("backup_restore", third.restore(&from, SECRET));
    assert_eq!(third.owners(), 1);
}

#[test]
fn the_recovery_sheet_restores_where_no_passphrase_does() {
    let (old, new) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let bench = Bench::with_office(old.path());
    bench.change(1);
    bench.ok("recovery_make", json!({ "own": SECRET }));
    let words = bench.desk.lock().unwrap().sheet().unwrap().words.join(" ");
    let file = old.path().join("pindah.zip");
    bench.ok("backup_move", json!({ "path": file }));
    let fresh = Bench::over(new.path());
    let from = json!({ "path": file });
    assert_eq!(fresh.code("backup_restore", fresh.restore(&from, &words.replacen(' ', " lain ", 1))), "wrong-passphrase");
    let restored = fresh.ok("backup_restore", fresh.restore(&from, &words.to_uppercase()));
    assert_eq!(restored["desk"]["state"], "locked", "nobody has said yet who they are");
    let recover = json!({ "words": words, "user": "Contoh", "passphrase": "kata sandi yang baru sekali" });
    assert_eq!(fresh.ok("desk_recover", recover)["state"], "open");
    assert_eq!(fresh.owners(), 1);
}

/// Every file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() { found.extend(files(&entry)) } else { found.push(entry) }
    }
    found
}
