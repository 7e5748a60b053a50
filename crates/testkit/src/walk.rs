//! A walker that takes a case along any SOP, doing at each step what its form asks for, through the wire's commands alone.

use crate::{TestOffice, sample, scan};
use chrono::TimeDelta;
use serde_json::{Value, json};

/// A step that was walked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Step number.
    pub number: u64,
    /// Letters issued at it, by id.
    pub letters: Vec<String>,
}

/// A case under way.
pub struct Walker<'o> {
    /// The office.
    pub office: &'o mut TestOffice,
    /// Case id.
    pub case: String,
    /// How long each step takes.
    pub pace: TimeDelta,
}

impl<'o> Walker<'o> {
    /// Opens a case for a new owner with a certificate. Renewals have no reason.
    pub fn open(office: &'o mut TestOffice, sop: &str, reason: Option<&str>, number: u32) -> Self {
        let owner = office.ok("owner_record", sample::owner(number));
        let certificate = office.ok("certificate_record", sample::certificate(&owner, number));
        let opening = json!({
            "sop": sop, "owner": owner, "certificate": certificate, "channel": "surat", "sender": "Dinas Kesehatan Kabupaten Contoh",
            "letter_number": format!("800/{number}/Dinkes"), "letter_date": "2026-11-18", "received_on": "2026-11-19",
            "reason": reason, "reason_text": "Permohonan telah diketahui atasan langsung.", "effective_on": "2026-12-01",
            "legal_number": "882/15/BKPSDM", "legal_date": "2026-11-02",
        });
        let case = office.ok("case_open", opening)["case"].as_str().unwrap().to_owned();
        Self { office, case, pace: TimeDelta::minutes(3) }
    }

    /// The case as its screen shows it.
    pub fn view(&mut self) -> Value {
        self.office.ok("case_show", json!({ "case": self.case }))
    }

    /// Whether the case is still open.
    pub fn is_open(&mut self) -> bool {
        self.view()["status"] == "open"
    }

    /// Walks to the end.
    pub fn finish(&mut self) -> Vec<Step> {
        let mut steps = Vec::new();
        while self.is_open() {
            steps.push(self.pass());
        }
        steps
    }

    /// Does everything that the current step asks for and completes it the regular way.
    pub fn pass(&mut self) -> Step {
        self.office.clock.advance(self.pace);
        let number = self.view()["step"].as_u64().unwrap();
        self.fill();
        let letters = self.gather();
        self.bring_owner_up_to_date();
        let form = self.view()["form"].clone();
        let outcome =
            form["outcomes"].as_array().unwrap().iter().find(|outcome| outcome["returns"] == false).map(|outcome| outcome["name"].clone());
        self.office.ok_now("case_complete", json!({ "case": self.case, "step": number, "outcome": outcome }));
        Step { number, letters }
    }

    /// What a change of data says goes into the register before the step is completed.
    fn bring_owner_up_to_date(&mut self) {
        let view = self.view();
        let stale = view["form"]["warnings"].as_array().unwrap().iter().any(|warning| warning["code"] == "owner-not-updated");
        if stale {
            let mut shown = self.office.ok("owner_show", json!({ "owner": view["owner"]["owner"] }));
            shown["details"]["nik"] = self.office.ok("owner_reveal", json!({ "owner": view["owner"]["owner"] }));
            shown["details"]["post"] =
                view["form"]["fields"].as_array().unwrap().iter().find(|field| field["id"] == "menjadi").unwrap()["value"].clone();
            self.office.ok("owner_record", json!({ "owner": shown["owner"], "details": shown["details"] }));
        }
    }

    /// Fills the required fields of the current step.
    pub fn fill(&mut self) {
        let (step, answers) = (self.view()["step"].clone(), self.answers());
        self.office.ok("case_fill", json!({ "case": self.case, "step": step, "answers": answers }));
    }

    /// Completes the current decision with the named outcome.
    pub fn decide(&mut self, outcome: &str, note: &str) {
        self.fill();
        self.gather();
        let step = self.view()["step"].clone();
        self.office.ok_now("case_complete", json!({ "case": self.case, "step": step, "outcome": outcome, "note": note }));
    }

    /// Sends the case back with a note, at a decision that has a way back.
    pub fn send_back(&mut self, note: &str) {
        let view = self.view();
        let outcomes = view["form"]["outcomes"].as_array().unwrap().clone();
        let back = outcomes.iter().find(|outcome| outcome["returns"] == true).unwrap();
        self.office.ok_now("case_complete", json!({ "case": self.case, "step": view["step"], "outcome": back["name"], "note": note }));
    }

    /// Attaches every document that is missing, issues every letter that the step offers, and takes signed letters back.
    fn gather(&mut self) -> Vec<String> {
        let view = self.view();
        let step = view["step"].clone();
        self.attach_missing();
        let mut issued = Vec::new();
        for offer in view["form"]["letters"].as_array().unwrap() {
            if offer["issued"] == false {
                issued.push(self.issue(offer["template"].as_str().unwrap(), &step));
            }
        }
        self.take_back();
        issued
    }

    /// Attaches every document that the current step misses.
    pub fn attach_missing(&mut self) {
        let view = self.view();
        let step = &view["step"];
        for missing in view["form"]["missing"].as_array().unwrap() {
            if matches!(missing["kind"].as_str(), Some("document" | "reason-evidence")) {
                let document = missing["id"].as_str().unwrap();
                let path = scan(&self.office.papers(), document, &format!("{document} {}", self.case));
                self.office.ok("case_attach", json!({ "case": self.case, "step": step, "document": document, "path": path }));
            }
        }
    }

    fn issue(&mut self, template: &str, step: &Value) -> String {
        let letter = json!({ "case": self.case, "template": template, "values": sample::letter_values() });
        let issued = self.office.ok_now("letter_issue", json!({ "step": step, "letter": letter }));
        issued["letter"].as_str().unwrap().to_owned()
    }

    fn take_back(&mut self) {
        for letter in self.view()["letters"].as_array().unwrap().clone() {
            if letter["scan_back"] == true && letter["returned"].is_null() {
                let path = scan(&self.office.papers(), "kembali", &format!("bertanda tangan {}", letter["readable"]));
                let returned = json!({ "case": self.case, "letter": letter["letter"], "version": letter["version"], "path": path });
                self.office.ok("letter_return", returned);
            }
        }
    }

    /// A good answer to every field of the form.
    pub fn answers(&mut self) -> Value {
        let view = self.view();
        let fields = view["form"]["fields"].as_array().unwrap();
        let answers = fields.iter().filter(|field| field["required"] == true);
        answers.map(|field| (field["id"].as_str().unwrap().to_owned(), self.answer(field, &view))).collect::<serde_json::Map<_, _>>().into()
    }

    fn answer(&self, field: &Value, view: &Value) -> Value {
        let opened = view["opened_at"].as_str().unwrap();
        let id = field["id"].as_str().unwrap();
        let current = &view["certificate"]["details"];
        match field["kind"].as_str().unwrap() {
            "teks" if id == "username_ams" => view["owner"]["email"].as_str().and_then(|email| email.split('@').next()).into(),
            "teks" if id == "perihal_perubahan" => "Jabatan".into(),
            "teks" if id == "diteruskan_kepada" => "Kepala Bidang Persandian dan Keamanan Informasi".into(),
            "teks" | "pemilik" | "pejabat" => "Contoh Petugas, A.Md.".into(),
            "paragraf" if id == "semula" => view["owner"]["post"].clone(),
            "paragraf" if id == "menjadi" => "Kepala Bidang Pelayanan Kesehatan".into(),
            "paragraf" => "Diproses sesuai ketentuan".into(),
            "angka" => 3.into(),
            "tanggal" if id == "berlaku_sampai" => "2028-11-20".into(),
            "tanggal" => opened.split('T').next().into(),
            "waktu" => self.office.clock.wib("%Y-%m-%dT%H:%M").into(),
            "pilihan" | "alasan" => match view["opening"]["reason"].as_str().filter(|_| field["kind"] == "alasan") {
                Some(reason) => reason.into(),
                None => field["choices"][0]["value"].clone(),
            },
            "centang" => true.into(),
            "subjek-dn" => current["subject_dn"].clone(),
            "serial" if id.ends_with("_baru") => format!("99{}", current["serial"].as_str().unwrap()).into(),
            "serial" => current["serial"].clone(),
            other => panic!("no sample for a field of kind {other}"),
        }
    }
}
