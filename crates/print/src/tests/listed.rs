//! What printers tell of themselves.

use super::fake::Fake;
use sandika_windows::printing::Listed;
use std::sync::mpsc::channel;

#[test]
fn printers_are_listed_with_their_state() {
    for (status, ready, detail) in [(0, true, "Ruang depan"), (0x10, false, "kertas habis"), (0x1, false, "dijeda")] {
        let office = Fake::new().with(|inner| inner.described.status = status);
        let listed = office.port().list().unwrap();
        let [printer] = &listed[..] else { unreachable!("{listed:?}") };
        assert_eq!((printer.name.as_str(), printer.default, printer.ready), ("Loket", true, ready), "{status:x}");
        assert!(printer.detail.contains(detail), "{}", printer.detail);
        assert_eq!(printer.papers.takes, ["A4", "Custom.215x330mm"]);
    }
    let stopped = Fake::new().with(|inner| inner.refusing = Some(1722));
    assert!(stopped.port().list().unwrap_err().to_string().contains("Print Spooler"));
}

#[test]
fn a_printer_behind_a_network_that_does_not_answer_is_known_by_name() {
    let (let_go, network) = channel();
    let far = Listed { name: r"\\jauh\Lantai 2".to_owned(), remote: true };
    let office = Fake::new().with(|inner| {
        inner.printers.insert(0, far);
        inner.network = Some(network);
    });
    let listed = office.port().list().unwrap();
    let shown: Vec<_> = listed.iter().map(|printer| (printer.name.as_str(), printer.ready, printer.papers.takes.len())).collect();
    assert_eq!(shown, [(r"\\jauh\Lantai 2", true, 0), ("Loket", true, 2)]);
    let_go.send(()).unwrap();
}
