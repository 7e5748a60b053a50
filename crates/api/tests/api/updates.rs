//! Updates through the wire: what is looked into, what is refused, what is left when something goes wrong, and what is started.

use crate::desk::{SECRET, call, code, ok};
use sandika_app::outside::Disk;
use sandika_app::ports::{Files, Fill, Installing, Ports};
use sandika_app::{Desk, KdfCost, LongWork, Shell, own_place};
use sandika_testkit::{HandClock, UpdateKey, sample};
use serde_json::{Value, json};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, Weak};

const INSTALLER: &[u8] = b"MZ pemasang rekaan";
const FILE: &str = "Sandika-9.1.0.pembaruan";

/// Installers by their paths, with what their files held when they were started.
type Started = Vec<(PathBuf, Vec<u8>)>;

#[derive(Clone, Default)]
struct Starter {
    started: Arc<Mutex<Started>>,
    refuses: bool,
}

impl Installing for Starter {
    fn refusal(&self) -> Option<&'static str> {
        None
    }

    fn start(&self, installer: &Path) -> io::Result<()> {
        if self.refuses {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        self.started.lock().unwrap().push((installer.to_owned(), fs::read(installer)?));
        Ok(())
    }
}

/// What installers meet on their way to the disk.
#[derive(Clone, Copy, PartialEq)]
enum Meets {
    Nothing,
    /// An officer who ends the work as soon as the copy has begun.
    Stop,
    /// A stick that is gone as soon as the copy has begun.
    Pulled,
    /// Full after some bytes.
    Full,
    /// Another program that writes over what was just written.
    Stranger,
}

impl Files for Meets {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        Disk.read(path, limit)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.write_with(path, &mut |to| to.write_all(bytes))
    }

    fn write_with(&self, path: &Path, fill: &mut Fill<'_>) -> io::Result<()> {
        match self {
            Self::Nothing | Self::Stop => Disk.write_with(path, fill),
            Self::Pulled => {
                let stick = path.ancestors().nth(2).unwrap().join(FILE);
                fs::File::options().write(true).open(stick)?.set_len(0)?;
                Disk.write_with(path, fill)
            }
            Self::Full => Disk.write_with(path, &mut |to| fill(&mut Narrow { to, left: 9 })),
            Self::Stranger => Disk.write_with(path, fill).and_then(|()| fs::write(path, b"MZ sesuatu yang lain")),
        }
    }
}

struct Narrow<'w> {
    to: &'w mut dyn Write,
    left: usize,
}

impl Write for Narrow<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Err(io::ErrorKind::StorageFull.into());
        }
        let count = self.to.write(&bytes[..bytes.len().min(self.left)])?;
        self.left -= count;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// A computer with an office whose admin is at the desk, and a stick with a new program.
struct Bench {
    folder: tempfile::TempDir,
    desk: Desk,
    starter: Starter,
    key: Arc<UpdateKey>,
    file: PathBuf,
}

impl Bench {
    fn new() -> Self {
        Self::with(Meets::Nothing, Starter::default())
    }

    fn with(meets: Meets, starter: Starter) -> Self {
        let (folder, key) = (tempfile::tempdir().unwrap(), Arc::new(UpdateKey::new()));
        let mut desk = desk_over(folder.path(), meets, &starter, &key);
        ok(&mut desk, "desk_create", json!({ "passphrase": SECRET, "user": "Admin Contoh" }));
        ok(&mut desk, "office_record", sample::profile());
        let file = folder.path().join(FILE);
        key.write(&file, "9.1.0", INSTALLER);
        Self { folder, desk, starter, key, file }
    }

    fn look(&mut self) -> Value {
        ok(&mut self.desk, "update_look", json!({ "path": self.file }))
    }

    fn wish(&mut self) -> Value {
        let seal = self.look()["seal"].clone();
        json!({ "path": self.file, "seal": seal, "beside_only": true })
    }

    fn backups(&self) -> usize {
        let offices = fs::read_dir(own_place(&self.folder.path().join("kantor"))).into_iter().flatten();
        offices.count()
    }

    fn prepared(&self) -> Vec<String> {
        let found = fs::read_dir(self.folder.path().join("Pembaruan")).into_iter().flatten();
        found.map(|file| file.unwrap().file_name().into_string().unwrap()).collect()
    }

    /// The entries that say that an update was asked for.
    fn noted(&mut self) -> Vec<Value> {
        ok(&mut self.desk, "journal_list", json!({ "action": "start_update" })).as_array().unwrap().clone()
    }

    /// Nothing was started, nothing is left, and the journal knows of nothing.
    fn untouched(&mut self, why: &str) {
        assert!(self.starter.started.lock().unwrap().is_empty(), "{why}: started");
        assert_eq!(self.prepared(), [""; 0], "{why}: left behind");
        assert_eq!(self.noted(), [Value::Null; 0], "{why}: recorded");
    }
}

/// Long work of a desk; ended while an installer is copied, which has begun once its folder is there.
fn work(data: &Path, ends: bool) -> Arc<LongWork> {
    let folder = data.join("Pembaruan");
    Arc::new_cyclic(|itself: &Weak<LongWork>| {
        let itself = itself.clone();
        LongWork::telling(move |_| {
            if ends && folder.exists() {
                itself.upgrade().unwrap().stop();
            }
        })
    })
}

fn desk_over(data: &Path, meets: Meets, starter: &Starter, key: &UpdateKey) -> Desk {
    let (clock, outgoing, work) = (HandClock::friday_morning(), data.join("keluar"), work(data, meets == Meets::Stop));
    let ports = move |_: &sandika_app::DeviceSettings| Ports {
        clock: Box::new(clock.clone()),
        files: Box::new(meets),
        work: work.clone(),
        ..Ports::folder(outgoing.clone())
    };
    let cost = KdfCost { m_kib: 64, t: 1, p: 1 };
    let (keys, installing) = (key.trusted(), Arc::new(starter.clone()));
    Desk::new(Shell { cost, keys, installing, ..Shell::new(data.to_owned(), Box::new(ports)) })
}

#[test]
fn an_update_is_shown_backed_up_before_started_and_recorded() {
    let mut bench = Bench::new();
    let state = ok(&mut bench.desk, "update_show", json!({}));
    assert_eq!((&state["keys"][0], &state["second"]), (&bench.look()["key"], &Value::Null));
    let shown = bench.look();
    assert_eq!((&shown["version"], &shown["date"], &shown["bytes"]), (&json!("9.1.0"), &json!("2026-11-01"), &json!(INSTALLER.len())));
    assert_eq!(bench.backups(), 0);
    bench.untouched("a look");

    let wish = bench.wish();
    let started = ok(&mut bench.desk, "update_start", wish);
    assert_eq!((&started["version"], started["backups"].as_array().unwrap().len()), (&json!("9.1.0"), 1));
    assert!(bench.backups() > 0);
    let path = bench.folder.path().join("Pembaruan/Sandika-9.1.0-pasang.exe");
    assert_eq!(*bench.starter.started.lock().unwrap(), [(path, INSTALLER.to_vec())]);
    let noted = bench.noted();
    let entry = ok(&mut bench.desk, "journal_show", json!({ "seq": noted[0]["cursor"] }));
    let told = entry.to_string();
    for part in ["Pembaruan program diminta", "Versi program", env!("CARGO_PKG_VERSION"), "9.1.0", shown["key"].as_str().unwrap()] {
        assert!(told.contains(part), "{part}: {told}");
    }
    // The installer stays until the program starts again.
    assert_eq!(bench.prepared(), ["Sandika-9.1.0-pasang.exe"]);
    let Bench { folder, desk, starter, key, .. } = bench;
    drop(desk);
    drop(desk_over(folder.path(), Meets::Nothing, &starter, &key));
    assert!(!folder.path().join("Pembaruan").exists());
}

#[test]
fn what_is_no_newer_program_is_refused_with_its_reason() {
    let mut bench = Bench::new();
    let running = env!("CARGO_PKG_VERSION");
    let (ours, other, file) = (bench.key.clone(), UpdateKey::new(), bench.file.clone());
    let cases: [(&dyn Fn(), &str); 8] = [
        (&|| other.write(&file, "9.1.0", INSTALLER), "tidak dikenal program ini"),
        (&|| ours.write(&file, running, INSTALLER), "versi yang sedang dipakai"),
        (&|| ours.write(&file, "0.0.9", INSTALLER), "lebih lama daripada versi"),
        (&|| ours.write(&file, &format!("{running}-uji.1"), INSTALLER), "lebih lama daripada versi"),
        (&|| ours.write_for(&file, "9.1.0", 1, INSTALLER), "hanya mengenal data versi 1"),
        (&|| fs::write(&file, "bukan pembaruan").unwrap(), "bukan berkas pembaruan"),
        (&|| fs::write(&file, "").unwrap(), "bukan berkas pembaruan"),
        (&|| fs::remove_file(&file).unwrap(), "tidak terbaca"),
    ];
    for (make, told) in cases {
        make();
        let error = call(&mut bench.desk, "update_look", json!({ "path": file })).unwrap_err();
        assert!(error.message.contains(told), "{told}: {}", error.message);
        let wish = json!({ "path": file, "seal": "", "beside_only": true });
        assert_eq!(code(&mut bench.desk, "update_start", wish), "update", "{told}");
        bench.untouched(told);
        assert_eq!(bench.backups(), 0, "{told}");
    }
}

#[test]
fn whatever_comes_between_leaves_nothing_and_starts_nothing() {
    let refusing = Starter { refuses: true, ..Starter::default() };
    for (meets, starter, expected, recorded) in [
        (Meets::Full, Starter::default(), "disk-full", false),
        (Meets::Stop, Starter::default(), "stopped", false),
        (Meets::Pulled, Starter::default(), "update", false),
        (Meets::Stranger, Starter::default(), "update", false),
        (Meets::Nothing, refusing, "update", true),
    ] {
        let mut bench = Bench::with(meets, starter);
        let wish = bench.wish();
        assert_eq!(code(&mut bench.desk, "update_start", wish), expected);
        assert!(bench.starter.started.lock().unwrap().is_empty(), "{expected}");
        assert!(!bench.folder.path().join("Pembaruan").exists(), "{expected}");
        assert_eq!(bench.noted().len(), usize::from(recorded), "{expected}");
        assert_eq!(ok(&mut bench.desk, "store_verify", json!({}))["sound"], true);
    }
}

#[test]
fn a_computer_whose_programs_have_no_installer_refuses_before_anything_is_done() {
    let mut bench = Bench::new();
    let wish = bench.wish();
    let (outgoing, data) = (bench.folder.path().join("keluar"), bench.folder.path().to_owned());
    drop(std::mem::replace(&mut bench.desk, desk_over(&data.join("lain"), Meets::Nothing, &bench.starter, &bench.key)));
    let shell = Shell::new(data, Box::new(move |_| Ports::folder(outgoing.clone())));
    bench.desk = Desk::new(Shell { keys: bench.key.trusted(), ..shell });
    ok(&mut bench.desk, "desk_open", json!({ "passphrase": SECRET, "user": "Admin Contoh" }));
    let told = ok(&mut bench.desk, "update_show", json!({}))["refusal"].clone();
    let error = call(&mut bench.desk, "update_start", wish).unwrap_err();
    assert_eq!(json!(error.message), told);
    bench.untouched("no installer");
    assert_eq!(bench.backups(), 0);
}

#[test]
fn what_was_shown_is_what_is_installed() {
    let mut bench = Bench::new();
    let wish = bench.wish();
    bench.key.write(&bench.file, "9.2.0", INSTALLER);
    let error = call(&mut bench.desk, "update_start", wish).unwrap_err();
    assert!(error.message.contains("berubah sejak diperiksa"), "{}", error.message);
    bench.untouched("another file");
}

#[test]
fn a_backup_beside_the_office_alone_has_to_be_accepted() {
    let mut bench = Bench::new();
    let mut wish = bench.wish();
    wish["beside_only"] = json!(false);
    assert_eq!(code(&mut bench.desk, "update_start", wish.clone()), "unconfirmed");
    bench.untouched("without a second place");

    let usb = bench.folder.path().join("usb");
    fs::create_dir(&usb).unwrap();
    ok(&mut bench.desk, "backup_record", json!({ "on": true, "second": usb }));
    assert_eq!(ok(&mut bench.desk, "update_show", json!({}))["second"], json!(usb));
    fs::rename(&usb, bench.folder.path().join("dicabut")).unwrap();
    assert_eq!(code(&mut bench.desk, "update_start", wish.clone()), "unconfirmed", "it is not plugged in");
    bench.untouched("without its medium");
    fs::rename(bench.folder.path().join("dicabut"), &usb).unwrap();
    let started = ok(&mut bench.desk, "update_start", wish);
    assert_eq!(started["backups"], json!([own_place(&bench.folder.path().join("kantor")), usb]));
}

#[test]
fn a_place_that_takes_no_backup_stops_the_update() {
    let mut bench = Bench::new();
    let wish = bench.wish();
    // A file lies where the folder of backups has to be.
    fs::write(own_place(&bench.folder.path().join("kantor")), "").unwrap();
    call(&mut bench.desk, "update_start", wish).unwrap_err();
    bench.untouched("no backup");
}

#[test]
fn only_who_sets_the_office_up_updates_it_and_a_practice_office_is_not_enough() {
    let mut bench = Bench::new();
    let wish = bench.wish();
    ok(
        &mut bench.desk,
        "user_admit",
        json!({ "user": "Sari", "role": "operator", "passphrase": "kata sandi pengguna lain", "own": SECRET }),
    );
    ok(&mut bench.desk, "desk_open", json!({ "user": "Sari", "passphrase": "kata sandi pengguna lain" }));
    assert_eq!(code(&mut bench.desk, "update_look", json!({ "path": bench.file })), "forbidden");
    assert_eq!(code(&mut bench.desk, "update_start", wish.clone()), "forbidden");
    ok(&mut bench.desk, "desk_close", json!({}));
    assert_eq!(code(&mut bench.desk, "update_start", wish.clone()), "office-closed");
    ok(&mut bench.desk, "desk_practice", json!({ "user": "Sari" }));
    let error = call(&mut bench.desk, "update_start", wish).unwrap_err();
    assert!(error.message.contains("tidak dicadangkan"), "{}", error.message);
    bench.untouched("practice");
}

#[test]
fn what_a_killed_program_left_is_swept_and_never_started() {
    let bench = Bench::new();
    let prepared = bench.folder.path().join("Pembaruan");
    fs::create_dir(&prepared).unwrap();
    for name in ["Sandika-9.1.0-pasang.exe", ".Sandika-9.1.0-pasang.exe.7.tmp"] {
        fs::write(prepared.join(name), "setengah").unwrap();
    }
    let Bench { folder, desk, starter, key, file } = bench;
    drop(desk);
    let mut desk = desk_over(folder.path(), Meets::Nothing, &starter, &key);
    assert!(!prepared.exists());
    ok(&mut desk, "desk_open", json!({ "passphrase": SECRET, "user": "Admin Contoh" }));
    let seal = ok(&mut desk, "update_look", json!({ "path": file }))["seal"].clone();
    ok(&mut desk, "update_start", json!({ "path": file, "seal": seal, "beside_only": true }));
    assert_eq!(starter.started.lock().unwrap()[0].1, INSTALLER);
}
