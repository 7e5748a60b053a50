//! Long work through the wire: how far it is told, and ended by whoever watches it.

use sandika_api::{Event, dispatch_at};
use sandika_app::ports::Ports;
use sandika_app::{Desk, KdfCost, LongWork, Shell};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, Weak};

#[test]
fn a_verification_and_a_rebuild_tell_how_far_they_are_and_can_be_ended() {
    let data = tempfile::tempdir().unwrap();
    let told = Arc::new(Mutex::new(Vec::<Value>::new()));
    let ends = Arc::new(AtomicBool::new(false));
    let work = Arc::new_cyclic(|itself: &Weak<LongWork>| {
        let (itself, told, ends) = (itself.clone(), told.clone(), ends.clone());
        LongWork::telling(move |progress| {
            told.lock().unwrap().push(Event::Progress(progress).payload());
            if ends.load(Ordering::Relaxed) {
                itself.upgrade().unwrap().stop();
            }
        })
    });
    let outgoing = data.path().join("keluar");
    let ports = move |_: &_| Ports { work: work.clone(), ..Ports::folder(outgoing.clone()) };
    let cost = KdfCost { m_kib: 64, t: 1, p: 1 };
    let mut desk = Desk::new(Shell { cost, ..Shell::new(data.path().to_owned(), Box::new(ports)) });
    let mut call = |command: &str, arguments: Value| dispatch_at(&mut desk, command, &arguments.to_string());
    call("desk_practice", json!({ "user": "Contoh" })).unwrap();

    for command in ["store_verify", "store_rebuild"] {
        ends.store(true, Ordering::Relaxed);
        let error = serde_json::to_value(call(command, json!({})).unwrap_err()).unwrap();
        assert_eq!(error["code"], "stopped", "{command}");
        assert!(error["message"].as_str().unwrap().contains("tidak ada yang diubah"), "{error}");
        ends.store(false, Ordering::Relaxed);
        call(command, json!({})).unwrap();
    }
    let report: Value = serde_json::from_str(&call("store_verify", json!({})).unwrap()).unwrap();
    assert_eq!(report["sound"], true, "{report}");
    let stages: Vec<_> = told.lock().unwrap().iter().map(|progress| progress["stage"].as_str().unwrap().to_owned()).collect();
    for stage in ["database", "journal", "files", "tables"] {
        assert!(stages.iter().any(|told| told == stage), "{stage}: {stages:?}");
    }
}
