//! A case under test: a real SOP, a clock that is set by hand, and a form filler that answers every required field.

use crate::calendar::{Calendar, Zone};
use crate::case::{
    Case, Command, Completion, Desk, LetterIssue, OpenCase, RawAnswers, Recorded, Register, Rejection, decide, missing, open,
};
use crate::case::{Missing, MissingKind, Times};
use crate::fact::{Fact, FileRef, LetterChoice, Moment, Opening, TakenNumber};
use crate::ids::{CaseId, CertificateId, LetterId, OwnerId};
use crate::owner::{CertificateDetails, CertificateState, Employment, OwnerDetails};
use crate::person::OfficialDomains;
use crate::sop::{Channel, Field, FieldKind, Reasons, Sop};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use std::collections::BTreeMap;
use uuid::Uuid;

pub(super) const SOPS: [(&str, &[u8]); 5] = [
    ("natuna-pencabutan", include_bytes!("../../../../../content/sops/natuna-pencabutan.toml")),
    ("ciamis-pencabutan", include_bytes!("../../../../../content/sops/ciamis-pencabutan.toml")),
    ("natuna-pembaruan", include_bytes!("../../../../../content/sops/natuna-pembaruan.toml")),
    ("sumbar-pembaruan", include_bytes!("../../../../../content/sops/sumbar-pembaruan.toml")),
    ("demak-pencabutan", include_bytes!("../../../../../content/sops/demak-pencabutan.toml")),
];

/// An office, a case, and every entry that made it.
pub(super) struct Bench {
    pub(super) sop: Sop,
    pub(super) reasons: Reasons,
    pub(super) calendar: Calendar,
    emails: OfficialDomains,
    owner: OwnerDetails,
    certificate: CertificateDetails,
    pub(super) owner_recorded_at: Moment,
    pub(super) state: CertificateState,
    pub(super) held: Vec<(CertificateId, CertificateDetails)>,
    pub(super) now: Moment,
    pub(super) case: Case,
    pub(super) entries: Vec<(Moment, Vec<Fact>)>,
    ids: u128,
    pub(super) actor: &'static str,
    pub(super) two_persons: bool,
}

pub(super) fn sop(id: &str) -> Sop {
    let (name, bytes) = SOPS.iter().find(|(name, _)| *name == id).unwrap();
    Sop::parse(name, bytes).unwrap().sop
}

pub(super) fn reasons() -> Reasons {
    Reasons::parse("reasons.toml", include_bytes!("../../../../../content/reasons.toml")).unwrap()
}

pub(super) fn calendar() -> Calendar {
    let holidays: [(&str, &[u8]); 2] = [
        ("libur-2026.toml", include_bytes!("../../../../../content/calendar/libur-2026.toml")),
        ("libur-2027.toml", include_bytes!("../../../../../content/calendar/libur-2027.toml")),
    ];
    Calendar::parse(("jam-kerja.toml", include_bytes!("../../../../../content/calendar/jam-kerja.toml")), &holidays).unwrap()
}

/// Friday 20 November 2026, 09.00 WIB.
pub(super) fn morning() -> Moment {
    Zone::Wib.utc(NaiveDate::from_ymd_opt(2026, 11, 20).unwrap().and_hms_opt(9, 0, 0).unwrap())
}

pub(super) fn opening(reason: &str) -> Opening {
    Opening {
        sender: "Dinas Contoh".into(),
        letter_number: "800/12/DC".into(),
        letter_date: NaiveDate::from_ymd_opt(2026, 11, 19),
        reason: Some(reason.into()),
        reason_text: "Uraian alasan".into(),
        can_log_in: Some(true),
        ..Opening::default()
    }
}

pub(super) fn command(reason: &str) -> OpenCase {
    OpenCase {
        case: CaseId(Uuid::from_u128(1)),
        sop_hash: "hash".into(),
        owner: OwnerId(Uuid::from_u128(2)),
        certificate: Some(CertificateId(Uuid::from_u128(3))),
        received_on: NaiveDate::from_ymd_opt(2026, 11, 19).unwrap(),
        channel: Channel::Letter,
        agenda: TakenNumber { register: "masuk".into(), year: 2026, number: 148, text: "148/2026".into() },
        opening: opening(reason),
    }
}

impl Bench {
    pub(super) fn open(id: &str, reason: &str) -> Self {
        let (sop, reasons, now) = (sop(id), reasons(), morning());
        let facts = open(command(reason), &sop, &reasons, Zone::Wib.local(now).date()).unwrap();
        let entries = vec![(now, facts)];
        let case = replay(&entries);
        let owner = OwnerDetails {
            name: "Contoh Pemilik".into(),
            title_before: String::new(),
            title_after: String::new(),
            nik: "2171010403750001".into(),
            nip: "197503042001121002".into(),
            employment: Employment::Pns,
            rank: String::new(),
            grade: String::new(),
            post: "Kepala Seksi".into(),
            unit: "Seksi Sandi".into(),
            institution: "Dinas Contoh".into(),
            email: "contoh@contohkab.go.id".into(),
            phone: String::new(),
            ams_user: "contoh.pemilik".into(),
        };
        let certificate = CertificateDetails {
            serial: "7714 0925 5510 38".into(),
            subject_dn: "CN=Contoh Pemilik, O=Pemerintah Kabupaten Contoh, C=ID".into(),
            ..Default::default()
        };
        let (state, held) = (CertificateState::Active, Vec::new());
        Self {
            owner_recorded_at: DateTime::<Utc>::MAX_UTC,
            state,
            held,
            sop,
            reasons,
            calendar: calendar(),
            emails: OfficialDomains::default(),
            owner,
            certificate,
            now,
            case,
            entries,
            ids: 100,
            actor: "petugas",
            two_persons: false,
        }
    }

    pub(super) fn desk(&self) -> Desk<'_> {
        Desk {
            sop: &self.sop,
            reasons: &self.reasons,
            emails: &self.emails,
            register: Register {
                owner: Some(&self.owner),
                owner_recorded_at: Some(self.owner_recorded_at),
                certificate: Some(&self.certificate),
                state: self.state,
                held: &self.held,
            },
            actor: self.actor,
            two_persons: self.two_persons,
            now: self.now,
            zone: Zone::Wib,
            fresh: CertificateId(Uuid::from_u128(self.ids)),
        }
    }

    pub(super) fn times(&self) -> Times<'_> {
        Times { sop: &self.sop, calendar: &self.calendar, zone: Zone::Wib, now: self.now }
    }

    /// Carries a command out; the case changes only when it is accepted.
    pub(super) fn act(&mut self, command: Command) -> Result<Vec<Fact>, Rejection> {
        let facts = decide(&self.case, Some(self.case.revision), command, &self.desk())?;
        self.ids += 1;
        self.case.apply_entry(Recorded { at: self.now, by: self.actor }, &facts);
        self.entries.push((self.now, facts.clone()));
        Ok(facts)
    }

    pub(super) fn later(&mut self, minutes: i64) {
        self.now += TimeDelta::minutes(minutes);
    }

    /// The case as its entries make it.
    pub(super) fn replayed(&self) -> Case {
        replay(&self.entries)
    }

    /// Completes the current step the way the SOP's main way goes, with every required thing.
    pub(super) fn pass(&mut self) {
        let step = self.sop.step(self.case.step).unwrap().clone();
        let outcome = step.outcomes.iter().find(|outcome| !outcome.returns).map(|outcome| outcome.name.clone());
        self.gather();
        let answers = self.answers();
        self.act(Command::Complete(Completion { step: step.number, answers, outcome, ..Completion::default() })).unwrap();
    }

    /// Attaches and issues what the current step misses.
    pub(super) fn gather(&mut self) {
        let step = self.sop.step(self.case.step).unwrap().clone();
        for Missing { kind, id, .. } in missing(&self.case, &step, &self.case.record(step.number).answers, &self.reasons) {
            match kind {
                MissingKind::Field | MissingKind::Scan | MissingKind::SecondPerson => {}
                MissingKind::Document | MissingKind::ReasonEvidence => {
                    self.act(Command::Attach { step: step.number, document: id, file: file("a"), name: "pindaian.pdf".into() }).unwrap();
                }
                MissingKind::Letter => self.issue(step.number, &id, Some(12)),
            }
        }
        let open: Vec<(LetterId, u32)> = self
            .case
            .letters
            .iter()
            .filter(|held| held.scan_back && held.returned.is_none())
            .map(|held| (held.letter, held.version))
            .collect();
        for (letter, version) in open {
            self.act(Command::ReturnLetter { letter, version, file: file("b"), name: "kembali.pdf".into() }).unwrap();
        }
    }

    pub(super) fn issue(&mut self, step: u32, template: &str, number: Option<u32>) {
        let number = number.map(|number| TakenNumber { register: "keluar".into(), year: 2026, number, text: format!("000.6.5/{number}") });
        self.ids += 1;
        let issue = LetterIssue {
            cases: Vec::new(),
            letter: LetterId(Uuid::from_u128(self.ids)),
            version: 1,
            template: template.into(),
            anywhere: false,
            template_hash: "hash".into(),
            step,
            number,
            dated: NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(),
            file: file("c"),
            pages: 1,
            title: "Surat".into(),
            choice: LetterChoice::default(),
            values: BTreeMap::new(),
        };
        self.act(Command::IssueLetter(issue)).unwrap();
    }

    /// A good answer to every field of the current step that is asked for.
    pub(super) fn answers(&self) -> RawAnswers {
        let step = self.sop.step(self.case.step).unwrap();
        let asked = step.fields.iter().filter(|field| crate::case::holds(field.condition.as_ref(), &self.case));
        asked.map(|field| (field.id.clone(), self.sample(field))).collect()
    }

    fn sample(&self, field: &Field) -> String {
        let now = Zone::Wib.local(self.now);
        match field.kind {
            FieldKind::Text if field.id.ends_with("_ams") && field.id != "alasan_ams_teks" => self.shown_on_ams(&field.id),
            FieldKind::Text | FieldKind::Paragraph | FieldKind::Owner | FieldKind::Official => "Contoh isian".into(),
            FieldKind::Number => "3".into(),
            FieldKind::Date => now.format("%Y-%m-%d").to_string(),
            FieldKind::DateTime => now.format("%Y-%m-%dT%H:%M").to_string(),
            FieldKind::Choice => field.choices[0].clone(),
            FieldKind::Tick => "ya".into(),
            FieldKind::Nip => self.owner.nip.clone(),
            FieldKind::Nik => self.owner.nik.clone(),
            FieldKind::Email => self.owner.email.clone(),
            FieldKind::Phone => "081234567890".into(),
            FieldKind::SubjectDn => "C=ID, O=Pemerintah Kabupaten CONTOH, CN=Contoh  Pemilik".into(),
            FieldKind::Serial => "77140925551038".into(),
            FieldKind::Reason => self.case.reason().unwrap_or("lainnya").to_owned(),
        }
    }
}

impl Bench {
    fn shown_on_ams(&self, field: &str) -> String {
        let owner = &self.owner;
        match field {
            "username_ams" => owner.ams_user.clone(),
            "nama_ams" => owner.name.to_uppercase(),
            "jabatan_ams" => owner.post.clone(),
            "unit_kerja_ams" => owner.unit.clone(),
            "instansi_ams" => owner.institution.clone(),
            _ => "Contoh".to_owned(),
        }
    }
}

pub(super) fn file(seed: &str) -> FileRef {
    FileRef { hash: seed.repeat(64), size: 3, media: "application/pdf".into() }
}

fn replay(entries: &[(Moment, Vec<Fact>)]) -> Case {
    Case::replay(entries.iter().map(|(at, facts)| (Recorded { at: *at, by: "petugas" }, facts.as_slice()))).unwrap()
}

/// Acts of the random walk.
impl Bench {
    /// Completes the current step if everything it needs can be had.
    pub(super) fn pass_or_return(&mut self) {
        self.gather();
        let step = self.sop.step(self.case.step).unwrap().clone();
        let outcome = step.outcomes.first().map(|outcome| outcome.name.clone());
        let answers = self.answers();
        drop(self.act(Command::Complete(Completion {
            step: step.number,
            answers,
            outcome,
            note: "catatan".into(),
            ..Completion::default()
        })));
    }

    /// Issues one of the letters that the current step offers, if it offers any.
    pub(super) fn issue_offered(&mut self, choice: u8, numbered: bool) {
        if self.case.status != crate::case::Status::Open {
            return;
        }
        let step = self.sop.step(self.case.step).unwrap();
        let Some(offer) = step.letters.get(usize::from(choice) % step.letters.len().max(1)) else { return };
        let (number, template) = (step.number, offer.id.clone());
        self.issue(number, &template, numbered.then_some(1));
    }
}
