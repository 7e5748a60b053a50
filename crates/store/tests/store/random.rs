//! Whatever happens, in whatever order: the rows are those of a rebuild, and the list says of a case what the case says of itself.

use crate::support::*;
use proptest::prelude::*;
use sandika_domain::case::Status;
use sandika_domain::fact::{
    DetachedDocument, Fact, FailedPrint, FileRef, NumberNote, NumberRange, NumberUse, NumbersAccount, OtherNumber, ReasonedReprint,
    Retention,
};
use sandika_domain::ids::{CaseId, CertificateId, LetterId, OwnerId, ProposalId};
use sandika_store::{CaseFilter, LetterFilter, NumberFilter, PrintFilter, Standing, StoreError};

/// One entry: which of three owners, which kind of fact, two free choices, and whether it is given up.
type Move = (usize, u8, u32, u32, bool);

struct World {
    office: Office,
    owners: Vec<OwnerId>,
    cases: Vec<(CaseId, OwnerId)>,
    certificates: Vec<(CertificateId, OwnerId)>,
    letters: Vec<(LetterId, u32)>,
    proposals: Vec<ProposalId>,
}

impl World {
    fn new() -> Self {
        let mut office = office();
        let owners = ["Budi", "Siti", "Ani"].map(|name| office.owner(name, "196809031993022001")).to_vec();
        Self { office, owners, cases: vec![], certificates: vec![], letters: vec![], proposals: vec![] }
    }

    fn play(&mut self, (who, kind, a, b, given_up): Move) {
        let owner = self.owners[who % 3];
        let case = self.cases.get(a as usize % self.cases.len().max(1)).copied();
        let (case, owner, facts) = match (kind % 8, case) {
            (7, _) => (None, Some(owner), vec![self.retention(owner, a, b)]),
            (6, _) => (None, Some(owner), vec![self.numbers(a, b)]),
            (0, _) | (_, None) => self.open(owner),
            (1, _) => (None, Some(owner), vec![owner_recorded(owner, &format!("Nama {b}"), "")]),
            (2, Some((case, owner))) => (Some(case), Some(owner), self.certificate_facts(owner, b)),
            (3, Some((case, owner))) => (Some(case), Some(owner), self.letter_facts(a, b)),
            (_, Some((case, owner))) => (Some(case), Some(owner), course(kind, a, b)),
        };
        let ended: Result<(), StoreError> = self.office.store.transact(moment(i64::from(b)), "petugas", |tx| {
            tx.record(&recording(case, owner, facts.clone()))?;
            if given_up { Err(StoreError::TooLong) } else { Ok(()) }
        });
        if let (Ok(()), Some(Fact::CaseOpened { case, owner, .. })) = (ended, facts.first()) {
            self.cases.push((*case, *owner));
        }
    }

    fn open(&self, owner: OwnerId) -> (Option<CaseId>, Option<OwnerId>, Vec<Fact>) {
        let case = CaseId(id());
        let agenda = self.office.store.read().next_number("masuk", 2026).unwrap();
        (Some(case), Some(owner), vec![case_opened(case, owner, agenda)])
    }

    fn certificate_facts(&mut self, owner: OwnerId, choice: u32) -> Vec<Fact> {
        let new = CertificateId(id());
        self.certificates.push((new, owner));
        let old = self.certificates[choice as usize % self.certificates.len()].0;
        let record = certificate_recorded(new, owner, &format!("{choice:X}"));
        match choice % 4 {
            0 => vec![record],
            1 => vec![record, Fact::CertificateReplaced { certificate: old, by: new }],
            2 => vec![Fact::CertificateRevoked { certificate: old, at: moment(1) }],
            _ => vec![Fact::CertificateRestored { certificate: old, withdrawn: Some(new) }],
        }
    }

    fn letter_facts(&mut self, a: u32, b: u32) -> Vec<Fact> {
        if a.is_multiple_of(2) || self.letters.is_empty() {
            self.letters.push((LetterId(id()), 0));
        }
        let chosen = b as usize % self.letters.len();
        let (letter, version) = &mut self.letters[chosen];
        *version += u32::from(b % 8 < 2);
        let (letter, version) = (*letter, *version);
        let taken = b.is_multiple_of(3).then(|| number("keluar", self.office.store.read().next_number("keluar", 2026).unwrap()));
        let printer = String::from("p");
        match b % 8 {
            6 => vec![Fact::LetterPrintFailed(FailedPrint {
                letter,
                version,
                printer,
                copies: 2,
                why: "macet".into(),
                stopped: a.is_multiple_of(3),
            })],
            7 => vec![
                Fact::LetterPrinted { letter, version, printer, copies: 2, reprint: true },
                Fact::LetterReprintReasoned(ReasonedReprint { letter, version, personal: String::from("hilang").into() }),
            ],
            4 => vec![Fact::LetterVoided { letter, version, personal: String::from("salah").into() }],
            5 => vec![Fact::LetterNumberedElsewhere(OtherNumber { letter, version, system: "SRIKANDI".into(), number: b.to_string() })],
            0 | 1 => vec![letter_issued(letter, version, taken, "aa")],
            2 => vec![Fact::LetterPrinted { letter, version, printer, copies: 1, reprint: false }],
            _ => {
                vec![attached("bb"), Fact::DocumentDetached(DetachedDocument { step: 1, document: "sk-pensiun".into(), hash: "bb".into() })]
            }
        }
    }

    /// Holds, and proposals from their beginning to any of their ends.
    fn retention(&mut self, owner: OwnerId, a: u32, b: u32) -> Fact {
        let chosen = self.proposals.get(a as usize % self.proposals.len().max(1)).copied();
        Fact::Retention(match (b % 6, chosen) {
            (0, _) => Retention::Held { owner, personal: format!("alasan {a}").into() },
            (1, _) => Retention::Released { owner },
            (2, Some(proposal)) => Retention::Approved { proposal },
            (3, Some(proposal)) => Retention::Dropped { proposal },
            (4, Some(proposal)) => {
                let record = FileRef { hash: "cc".into(), size: 1, media: "application/pdf".into() };
                Retention::Done { proposal, owners: vec![owner], record }
            }
            _ => {
                let proposal = ProposalId(id());
                self.proposals.push(proposal);
                Retention::Proposed { proposal, owners: self.owners.clone() }
            }
        })
    }

    /// Numbers of the book on paper, often such as are held already; and now and then a mistake taken back.
    fn numbers(&self, a: u32, b: u32) -> Fact {
        let (register, year, first, last) = (String::from("keluar"), 2026, a + 1, a + 1 + b % 3);
        if b.is_multiple_of(5) {
            return Fact::NumbersReleased(NumberRange { register, year, first, last });
        }
        let personal = NumberNote { about: "Undangan".into(), ..NumberNote::default() }.into();
        Fact::NumbersAccounted(NumbersAccount {
            register,
            year,
            first,
            last,
            used: NumberUse::Book,
            dated: None,
            continues: b % 3 == 2,
            personal,
        })
    }

    /// No number is held twice, and every number below the next one is held or told to be missing.
    fn check_numbers(&self) {
        let read = self.office.store.read();
        let next = read.next_number("keluar", 2026).unwrap();
        let held = read.numbers(&NumberFilter::all("keluar", 2026), false, 1000).unwrap();
        let gaps = read.number_gaps("keluar", 2026).unwrap();
        let ranges = held.iter().map(|row| row.number.number..=row.last).chain(gaps);
        let mut all: Vec<u32> = ranges.flatten().collect();
        all.sort_unstable();
        let below: Vec<u32> = all.iter().copied().filter(|number| *number < next).collect();
        assert_eq!(below, (1..next).collect::<Vec<_>>());
        assert!(!all.contains(&next));
    }

    /// Everything that lists tell.
    fn lists(&self) -> impl PartialEq + std::fmt::Debug + use<> {
        let read = self.office.store.read();
        let certificates: Vec<_> = self.owners.iter().flat_map(|owner| read.certificates_of(*owner).unwrap()).collect();
        (
            read.list_cases(&CaseFilter::default(), None, 1000).unwrap(),
            read.letters(&LetterFilter::default(), None, 1000).unwrap(),
            read.owners(None, 1000).unwrap(),
            certificates,
            (read.queue_counts().unwrap(), read.numbers(&NumberFilter::all("keluar", 2026), false, 1000).unwrap()),
            read.print_log(&PrintFilter::default(), None, 1000).unwrap(),
            read.agenda_book_prints(&PrintFilter::default(), None, 1000).unwrap(),
            (read.holds().unwrap(), read.destructions().unwrap(), read.kept_files().unwrap()),
        )
    }

    fn check_rows(&self) {
        for row in self.office.store.read().list_cases(&CaseFilter::default(), None, 1000).unwrap() {
            let case = self.office.store.read().case(row.id).unwrap().unwrap();
            let standing = match (case.status, &case.waiting) {
                (Status::Open, None) => Standing::Open,
                (Status::Open, Some(_)) => Standing::Waiting,
                (Status::Closed, _) => Standing::Closed,
                (Status::Withdrawn, _) => Standing::Withdrawn,
            };
            assert_eq!((row.standing, row.step, row.entered_at), (standing, case.step, case.entered_at));
            assert_eq!((row.revision, row.assignee, row.certificate), (case.revision, case.assignee, case.certificate));
            assert_eq!((row.agenda, row.received_on, row.opened_at), (case.agenda, case.received_on, case.opened_at));
            let waiting = case.waiting.map(|waiting| (waiting.party, waiting.since));
            assert_eq!(row.waiting_for.zip(row.waiting_since), waiting);
        }
    }
}

fn course(kind: u8, a: u32, b: u32) -> Vec<Fact> {
    let step = a % 5 + 1;
    let text = || String::from("x").into();
    let fact = match b % 9 {
        0 | 1 => completed(step, Some(b % 5 + 1)),
        2 => Fact::StepUndone { step, personal: text() },
        3 => Fact::WaitStarted { step, party: "bsre".into(), personal: text() },
        4 => Fact::WaitEnded { step },
        5 => Fact::CaseAssigned { to: a.is_multiple_of(2).then(|| "siti".into()) },
        6 => Fact::CaseReopened { step, personal: text() },
        7 => Fact::CaseWithdrawn { personal: text() },
        _ => Fact::CaseClosed {},
    };
    if kind.is_multiple_of(2) { vec![fact, noted("y")] } else { vec![fact] }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn rows_follow_from_the_journal_alone(
        moves in proptest::collection::vec((0..3usize, any::<u8>(), 0..50u32, 0..50u32, proptest::bool::weighted(0.1)), 1..60),
        erased in proptest::option::weighted(0.5, 0..3usize),
    ) {
        let mut world = World::new();
        moves.into_iter().for_each(|step| world.play(step));
        if let Some(who) = erased {
            world.office.erase(world.owners[who]).unwrap();
        }
        world.check_rows();
        world.check_numbers();
        let report = world.office.verify();
        prop_assert!(report.problems.iter().all(|problem| problem.kind == sandika_store::ProblemKind::BlobMissing), "{:?}", report.problems);
        let before = world.lists();
        let rebuilt = world.office.store.rebuild(&mut go_on).unwrap();
        prop_assert_eq!((rebuilt.entries, rebuilt.facts), (report.entries, report.facts));
        prop_assert_eq!(world.lists(), before);
    }
}
