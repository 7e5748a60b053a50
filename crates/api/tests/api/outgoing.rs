//! Letters on their way out: what leaves is recorded once, what does not leave is told and never counted.

use sandika_api::{Event, Topic, carry_due};
use sandika_app::outside::FolderPrinter;
use sandika_app::ports::{Ports, PrintJob, Printer};
use sandika_app::{Desk, KdfCost, Outlet, Shell};
use serde_json::{Value, json};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;

/// A printer in the test's hand: it tells that it has begun, and ends as it is told to.
struct HandPrinter {
    begun: Mutex<Sender<()>>,
    end: Mutex<Receiver<io::Result<()>>>,
}

impl Printer for HandPrinter {
    fn print(&self, job: &PrintJob<'_>) -> io::Result<String> {
        assert!(job.pdf.starts_with(b"%PDF"));
        self.begun.lock().unwrap().send(()).unwrap();
        loop {
            if job.stop.is_wished() {
                return Err(io::ErrorKind::Interrupted.into());
            }
            if let Ok(ended) = self.end.lock().unwrap().try_recv() {
                return ended.map(|()| "Printer Contoh".to_owned());
            }
            thread::yield_now();
        }
    }
}

/// A desk with the practice office open, its outgoing folder, and the ends of its printer.
struct Room {
    data: tempfile::TempDir,
    desk: Mutex<Desk>,
    begun: Mutex<Receiver<()>>,
    end: Sender<io::Result<()>>,
    told: Mutex<Vec<Topic>>,
    letter: Value,
}

fn shell(data: &Path, printer: Arc<dyn Printer>) -> Shell {
    let folder = data.join("panas");
    let ports = move |_: &_| Ports {
        printer: printer.clone(),
        folder: Some(Arc::new(FolderPrinter::existing(folder.clone()))),
        ..Ports::folder(folder.with_file_name("keluar"))
    };
    Shell { cost: KdfCost { m_kib: 64, t: 1, p: 1 }, ..Shell::new(data.to_owned(), Box::new(ports)) }
}

impl Room {
    fn new() -> Self {
        let data = tempfile::tempdir().unwrap();
        let ((begun_at, begun), (end, end_at)) = (channel(), channel());
        let printer = Arc::new(HandPrinter { begun: Mutex::new(begun_at), end: Mutex::new(end_at) });
        let desk = Mutex::new(Desk::new(shell(data.path(), printer)));
        let mut room = Self { data, desk, begun: Mutex::new(begun), end, told: Mutex::default(), letter: Value::Null };
        room.ok("desk_practice", json!({ "user": "Contoh" }));
        room.letter = room.ok("letter_list", json!({}))[0]["letter"].clone();
        room
    }

    fn call(&self, command: &str, arguments: &Value) -> Result<Value, sandika_api::ApiError> {
        let answer = sandika_api::dispatch_at(&mut self.desk.lock().unwrap(), command, &arguments.to_string())?;
        let mut answer: Value = serde_json::from_str(&answer).unwrap();
        Ok(if answer.get("changed").is_some() { answer["value"].take() } else { answer })
    }

    fn ok(&self, command: &str, arguments: Value) -> Value {
        self.call(command, &arguments).unwrap_or_else(|error| unreachable!("{command}: {error:?}"))
    }

    fn send(&self, way: &str) -> String {
        let sent = self.ok("letter_send", json!({ "letter": self.letter, "copies": 2, "way": way, "reason": "salinan untuk arsip" }));
        sent["id"].as_str().unwrap().to_owned()
    }

    fn carry(&self, outlet: Outlet) -> bool {
        let tell = |event| match event {
            Event::Changed(topics) => self.told.lock().unwrap().extend(topics),
            Event::Progress(_) | Event::SystemLocked => {}
        };
        carry_due(&self.desk, outlet, &tell).is_some()
    }

    fn queue(&self) -> Value {
        self.ok("outgoing_list", json!({}))
    }

    fn printed(&self) -> u64 {
        let versions = self.ok("letter_list", json!({ "letter": self.letter }));
        versions[0]["printed"].as_u64().unwrap()
    }

    fn folder(&self) -> PathBuf {
        self.data.path().join("panas")
    }

    fn dropped(&self) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(self.folder()).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

#[test]
fn while_a_letter_is_printed_the_officer_works_on_and_it_counts_once_it_is_out() {
    let room = Room::new();
    let before = room.printed();
    room.send("printer");
    thread::scope(|scope| {
        scope.spawn(|| room.carry(Outlet::Printer));
        room.begun.lock().unwrap().recv().unwrap();
        assert_eq!(room.queue()[0]["state"], "dikirim");
        let draft = json!({ "key": "catatan", "body": "{}" });
        room.ok("draft_save", draft);
        assert_eq!(room.printed(), before, "nothing counts before it is out");
        assert_eq!(room.call("outgoing_retry", &json!({ "id": room.queue()[0]["id"] })).unwrap_err().field.as_deref(), Some("id"));
        room.end.send(Ok(())).unwrap();
    });
    assert_eq!((room.printed(), room.queue()), (before + 2, json!([])));
    let told = room.told.lock().unwrap();
    assert!([Topic::Outgoing, Topic::Letters, Topic::Cases].iter().all(|topic| told.contains(topic)), "{told:?}");
}

#[test]
fn what_a_printer_refuses_is_shown_and_waits_for_a_decision() {
    let room = Room::new();
    let before = room.printed();
    let id = room.send("printer");
    room.end.send(Err(io::Error::other("kertas habis"))).unwrap();
    assert!(!room.carry(Outlet::Printer), "nothing is tried again unasked");
    let shown = &room.queue()[0];
    assert_eq!((&shown["state"], &shown["problem"], &shown["tries"]), (&json!("gagal"), &json!("kertas habis"), &json!(1)));
    assert_eq!(room.printed(), before);
    assert!(!room.carry(Outlet::Printer), "nor with the next letter");
    room.ok("outgoing_retry", json!({ "id": id }));
    room.end.send(Ok(())).unwrap();
    room.carry(Outlet::Printer);
    assert_eq!((room.printed(), room.queue()), (before + 2, json!([])));
    assert_eq!(room.call("outgoing_drop", &json!({ "id": id })).unwrap_err().field.as_deref(), Some("id"), "it has left");
}

#[test]
fn a_letter_that_is_being_printed_can_be_stopped() {
    let room = Room::new();
    let (before, id) = (room.printed(), room.send("printer"));
    thread::scope(|scope| {
        scope.spawn(|| room.carry(Outlet::Printer));
        room.begun.lock().unwrap().recv().unwrap();
        room.ok("outgoing_drop", json!({ "id": id }));
    });
    assert_eq!((room.printed(), room.queue()), (before, json!([])));
}

#[test]
fn a_folder_that_is_away_is_waited_for_and_nothing_is_made_in_its_place() {
    let room = Room::new();
    let before = room.printed();
    let id = room.send("folder");
    for tries in 1..=2 {
        assert!(room.carry(Outlet::Folder), "it is tried again by itself");
        let shown = &room.queue()[0];
        assert_eq!((&shown["state"], &shown["tries"]), (&json!("menunggu"), &json!(tries)));
        assert!(shown["tried_again_at"].is_string() && shown["problem"].as_str().unwrap().contains("tidak ditemukan"), "{shown}");
        assert!(!room.folder().exists());
        room.ok("outgoing_retry", json!({ "id": id }));
    }
    fs::create_dir(room.folder()).unwrap();
    assert!(!room.carry(Outlet::Folder));
    assert_eq!((room.printed(), room.queue()), (before + 2, json!([])));
    let names = room.dropped();
    assert!(names.len() == 2 && names.iter().all(|name| name.ends_with(".pdf")), "{names:?}");
    let shown = room.ok("letter_show", json!({ "letter": room.letter }));
    let bytes = base64::Engine::decode(&base64::engine::general_purpose::STANDARD, shown["pdf"].as_str().unwrap()).unwrap();
    assert!(names.iter().all(|name| fs::read(room.folder().join(name)).unwrap() == bytes), "the same bytes");
}

#[test]
fn a_folder_that_does_not_answer_holds_up_no_printer_and_what_was_cut_off_is_told() {
    let room = Room::new();
    room.send("folder");
    room.send("printer");
    thread::scope(|scope| {
        scope.spawn(|| room.carry(Outlet::Printer));
        room.begun.lock().unwrap().recv().unwrap();
        // The office is closed and another opened while the printer is at work.
        room.ok("desk_close", json!({}));
        room.end.send(Ok(())).unwrap();
    });
    room.ok("desk_practice", json!({ "user": "Contoh" }));
    let queue = room.queue();
    assert_eq!((&queue[0]["way"], &queue[0]["state"]), (&json!("folder"), &json!("menunggu")));
    assert_eq!((&queue[1]["way"], &queue[1]["state"]), (&json!("printer"), &json!("gagal")));
    assert!(queue[1]["problem"].as_str().unwrap().contains("tidak diketahui"), "{}", queue[1]);
    assert!(!room.carry(Outlet::Printer), "it is not sent a second time unasked");
    room.ok("outgoing_drop", json!({ "id": queue[1]["id"] }));
    assert_eq!(room.queue().as_array().unwrap().len(), 1);
}

#[test]
fn a_letter_that_was_corrected_meanwhile_does_not_leave() {
    let mut room = Room::new();
    let cases = room.ok("case_list", json!({}));
    let mut shown = cases.as_array().unwrap().iter().map(|row| room.ok("case_show", json!({ "case": row["case"] })));
    let case = shown.find(|case| case["status"] == "open").unwrap();
    let templates = room.ok("template_list", json!({}));
    let anywhere = templates.as_array().unwrap().iter().filter(|template| template["anywhere"] == true);
    let letter = anywhere
        .map(|template| json!({ "case": case["case"], "template": template["template"] }))
        .find(|letter| room.call("letter_preview", letter).is_ok())
        .expect("a letter that may be issued at any step");
    drop(shown);
    let step = case["step"].clone();
    let issue = |room: &Room, revision: &Value, corrects: &Value| {
        let mut letter = letter.clone();
        letter["corrects"] = corrects.clone();
        room.ok("letter_issue", json!({ "revision": revision, "step": step, "letter": letter }))
    };
    let first = issue(&room, &case["revision"], &Value::Null);
    room.letter = first["letter"].clone();
    room.send("folder");
    let second = issue(&room, &first["case"]["revision"], &first["letter"]);
    assert_eq!((&second["letter"], &second["version"]), (&first["letter"], &json!(2)));
    fs::create_dir(room.folder()).unwrap();
    assert!(!room.carry(Outlet::Folder));
    let shown = &room.queue()[0];
    assert_eq!(shown["state"], "gagal");
    assert!(shown["problem"].as_str().unwrap().contains("dikoreksi"), "{shown}");
    assert!(room.dropped().is_empty());
}

#[test]
fn a_letter_that_was_printed_goes_out_again_with_a_reason_only() {
    let room = Room::new();
    let send = |reason: &str| room.call("letter_send", &json!({ "letter": room.letter, "copies": 1, "way": "printer", "reason": reason }));
    let asked = || room.ok("letter_print_show", json!({ "letter": room.letter }))["reason_needed"].clone();
    if room.printed() == 0 {
        assert_eq!(asked(), json!(false));
        room.send("printer");
        assert_eq!(asked(), json!(true), "it is on its way");
        assert_eq!(send(" ").unwrap_err().field.as_deref(), Some("reason"));
        room.end.send(Ok(())).unwrap();
        room.carry(Outlet::Printer);
    }
    assert_eq!(asked(), json!(true));
    let refused = send("").unwrap_err();
    assert_eq!((refused.field.as_deref(), refused.message.contains("mengapa dicetak lagi")), (Some("reason"), true), "{}", refused.message);
    assert_eq!(room.queue(), json!([]));
    let sent = send("cetakan rusak").unwrap();
    assert_eq!(sent["reason"], "cetakan rusak");
    room.end.send(Ok(())).unwrap();
    room.carry(Outlet::Printer);
    let told = &room.ok("print_log", json!({ "letter": room.letter, "limit": 1 }))[0];
    let what = (&told["result"], &told["reprint"], &told["reason"], &told["printer"], &told["copies"], &told["by"]);
    let expected = (&json!("tercetak"), &json!(true), &json!("cetakan rusak"), &json!("Printer Contoh"), &json!(1), &json!("Contoh"));
    assert_eq!(what, expected);
}

#[test]
fn what_did_not_print_is_told_in_the_log_and_stays_there_after_a_rebuild() {
    let room = Room::new();
    let log = || room.ok("print_log", json!({ "letter": room.letter, "limit": 4 }));
    let before = log().as_array().unwrap().len();
    let refused = room.send("printer");
    room.end.send(Err(io::Error::other("kertas habis"))).unwrap();
    room.carry(Outlet::Printer);
    room.ok("outgoing_drop", json!({ "id": refused }));
    let stopped = room.send("printer");
    thread::scope(|scope| {
        scope.spawn(|| room.carry(Outlet::Printer));
        room.begun.lock().unwrap().iter().nth(1).unwrap();
        room.ok("outgoing_drop", json!({ "id": stopped }));
    });
    let waiting = room.send("folder");
    room.carry(Outlet::Folder);
    room.ok("outgoing_drop", json!({ "id": waiting }));
    let told = log();
    let ends: Vec<_> = told.as_array().unwrap().iter().map(|row| (row["result"].as_str().unwrap(), row["why"].as_str().unwrap())).collect();
    let expected = [
        ("dihentikan", "dihapus dari antrean oleh petugas; sebelumnya: "),
        ("dihentikan", "dihentikan oleh petugas saat sedang dikirim"),
        ("dihentikan", "dihapus dari antrean oleh petugas; sebelumnya: kertas habis"),
        ("gagal", "kertas habis"),
    ];
    assert_eq!(ends.len(), 4, "{before} {ends:?}");
    assert!(ends.iter().zip(expected).all(|((result, why), (ended, words))| *result == ended && why.starts_with(words)), "{ends:?}");
    assert_eq!((&told[0]["printer"], &told[1]["printer"]), (&json!("folder keluaran"), &json!("")));
    let none = room.ok("print_log", json!({ "until": "2020-01-01" }));
    assert_eq!(none, json!([]));
    let since = room.ok("print_log", json!({ "letter": room.letter, "from": told[0]["at"].as_str().unwrap()[..10], "limit": 4 }));
    assert_eq!(since, told);
    room.ok("store_rebuild", json!({}));
    assert_eq!(log(), told);
    assert_eq!(room.ok("store_verify", json!({}))["problems"], json!([]));
    let case = &told[0]["case"];
    let timeline = room.ok("case_timeline", json!({ "case": case }));
    let sentences: Vec<_> =
        timeline.as_array().unwrap().iter().flat_map(|entry| entry["facts"].as_array().unwrap()).map(|fact| fact["text"].clone()).collect();
    assert!(sentences.contains(&json!("Pencetakan surat 2 rangkap ke printer bawaan gagal: kertas habis")), "{sentences:?}");
}
