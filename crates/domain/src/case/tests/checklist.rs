//! The checklist of documents, on every SOP from its first step to its end.

use super::fixture::{Bench, SOPS, file};
use crate::case::{CheckedDocument, Command, Completion, DocumentState, MissingKind, Status, checklist, missing};
use crate::fact::Waiver;

/// The checklist as lines: step, name, state.
fn lines(bench: &Bench) -> Vec<String> {
    let line = |CheckedDocument { step, name, state }: CheckedDocument| {
        let state = match state {
            DocumentState::Present { files, .. } => format!("ada {files}"),
            DocumentState::Waived(waiver) => format!("dikecualikan {}", waiver.map(|waiver| waiver.why).unwrap_or_default()),
            DocumentState::Missing => "belum ada".to_owned(),
            DocumentState::Optional => "tidak wajib".to_owned(),
            DocumentState::Ahead => "nanti".to_owned(),
        };
        format!("{step} {name}: {state}")
    };
    checklist(&bench.case, &bench.sop, &bench.reasons).into_iter().map(line).collect()
}

fn attach(bench: &mut Bench, step: u32, document: &str, seed: &str) {
    bench.act(Command::Attach { step, document: document.into(), file: file(seed), name: "pindaian.pdf".into() }).unwrap();
}

/// Whatever keeps a step from its completion is on the list as missing, and nothing else of that step is.
#[test]
fn the_list_agrees_with_what_every_step_of_every_sop_misses() {
    for (id, _) in SOPS {
        let mut bench = Bench::open(id, "pensiun");
        let mut walked = 0;
        while bench.case.status == Status::Open {
            let step = bench.sop.step(bench.case.step).unwrap().clone();
            let missed = missing(&bench.case, &step, &bench.case.record(step.number).answers, &bench.reasons);
            let asked = missed.iter().filter(|missing| matches!(missing.kind, MissingKind::Document | MissingKind::ReasonEvidence)).count();
            let listed = checklist(&bench.case, &bench.sop, &bench.reasons);
            let open = listed.iter().filter(|row| row.step == step.number && row.state == DocumentState::Missing).count();
            assert_eq!(open, asked, "{id}, step {}: {:?}", step.number, lines(&bench));
            bench.pass();
            bench.later(1);
            walked += 1;
        }
        assert!(walked > 3);
        let ended = lines(&bench);
        assert!(!ended.iter().any(|line| line.ends_with("belum ada") || line.ends_with("nanti")), "{id}: {ended:?}");
        assert!(!ended.is_empty(), "{id}");
    }
}

#[test]
fn a_list_tells_what_is_there_waived_missing_and_still_to_come() {
    let mut bench = Bench::open("ciamis-pencabutan", "mutasi");
    attach(&mut bench, 1, "draf-surat", "a");
    attach(&mut bench, 1, "lainnya", "b");
    attach(&mut bench, 1, "lainnya", "c");
    bench.pass();
    let waiver = Waiver { by: "Kepala Bidang".into(), why: "Aslinya menyusul".into() };
    bench.act(Command::Waive { step: 2, document: "surat-keterangan-alasan".into(), waiver }).unwrap();
    insta::assert_snapshot!(lines(&bench).join("\n"), @r"
    1 Draf surat yang diterima dari pemohon: ada 1
    1 Berkas lain: ada 2
    2 Surat Permohonan Pencabutan SE yang sudah ditandatangani: belum ada
    2 Surat Keterangan Alasan Pencabutan SE yang sudah ditandatangani: dikecualikan Aslinya menyusul
    4 Lembar disposisi yang sudah ditandatangani: nanti
    8 Surat keterangan dari atasan: nanti
    10 E-mail notifikasi pencabutan: nanti
    10 Bukti alasan pencabutan: SK Mutasi: nanti
    ");
    // Once the proof of the reason is there, under its own id and at whichever step, it stands in a row of its own.
    attach(&mut bench, 2, "sk-mutasi", "d");
    let now = lines(&bench);
    assert!(now.contains(&"2 SK Mutasi: ada 1".to_owned()) && !now.iter().any(|line| line.contains("Bukti alasan")), "{now:?}");
}

#[test]
fn a_step_that_was_passed_by_asks_for_nothing() {
    let mut bench = Bench::open("sumbar-pembaruan", "lainnya");
    let has = |bench: &Bench, words: &str| lines(bench).iter().any(|line| line.contains("Perubahan Data") && line.ends_with(words));
    while bench.case.step < 3 {
        bench.pass();
    }
    assert!(has(&bench, "nanti"), "{:?}", lines(&bench));
    bench.gather();
    let (step, answers) = (bench.sop.step(3).unwrap().clone(), bench.answers());
    let past = step.outcomes.iter().find(|outcome| outcome.to > 4).map(|outcome| outcome.name.clone());
    bench.act(Command::Complete(Completion { step: 3, answers, outcome: past, ..Completion::default() })).unwrap();
    assert!(!lines(&bench).iter().any(|line| line.starts_with("4 ")), "{:?}", lines(&bench));
}
