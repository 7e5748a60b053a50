//! An officer at an open case: does what each step asks for, by what the window shows. The core is asked only what is still missing.

use crate::{Portal, Window, button, paper, until, within};
use serde_json::{Value, json};
use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Values of letters that no register holds.
const LETTER_VALUES: [(&str, &str); 8] = [
    ("atasan.nama", "dr. Contoh Atasan, M.Kes."),
    ("atasan.nip", "19750202 200003 1 002"),
    ("atasan.pangkat_golongan", "Pembina Tk. I (IV/b)"),
    ("atasan.jabatan", "Kepala Dinas Kesehatan"),
    ("atasan.instansi", "Dinas Kesehatan Kabupaten Contoh"),
    ("sistem", "Tata Naskah Dinas Elektronik"),
    ("kegunaan", "Penandatanganan naskah dinas secara elektronik"),
    ("jumlah_lampiran", "1 (satu) berkas"),
];
/// What is offered first, and what leads back; both only when they listen: right after a completion they take clicks for its echo.
const FIRST: &str = "[aria-label='Tindakan langkah'] button[aria-keyshortcuts]:not([aria-disabled='true'])";
const BACK: &str =
    "//*[@aria-label='Tindakan langkah']//button[contains(normalize-space(), ', kembalikan') and not(@aria-disabled='true')]";

/// The officer of one case, whose papers lie in a folder and are chosen through the portal.
pub struct Officer<'w> {
    /// The case.
    pub case: String,
    window: &'w Window,
    portal: &'w Portal,
    papers: &'w Path,
    files: Cell<u32>,
}

impl<'w> Officer<'w> {
    /// An officer before the screen of the case.
    pub fn at(case: String, window: &'w Window, portal: &'w Portal, papers: &'w Path) -> Self {
        Self { case, window, portal, papers, files: Cell::new(0) }
    }

    /// The case as the core sees it.
    pub fn view(&self) -> Value {
        self.window.rpc("case_show", &json!({ "case": self.case }))
    }

    /// Whether the case is still open.
    pub fn is_open(&self) -> bool {
        self.view()["status"] == "open"
    }

    /// The step at which it stands.
    ///
    /// # Panics
    /// When the core does not tell.
    pub fn step(&self) -> u64 {
        self.view()["step"].as_u64().unwrap()
    }

    /// Does everything that the current step asks for, issues the letters that it offers, and takes signed ones back.
    pub fn gather(&self) {
        self.fill();
        self.attach();
        self.issue_letters();
        self.take_back();
    }

    /// Completes the step by the button that is offered first.
    pub fn complete(&self) {
        self.moves_on(FIRST);
    }

    /// Presses what is offered first, whatever comes of it.
    pub fn try_to_complete(&self) {
        self.window.click(FIRST);
    }

    /// Sends the case back with a reason, at a decision that has a way back.
    pub fn send_back(&self, why: &str) {
        self.window.click(BACK);
        self.window.type_into("#back-note", why);
        self.moves_on("dialog[open] button[type='submit']");
    }

    /// Fills in what is required and still empty.
    fn fill(&self) {
        for field in list(&self.view()["form"]["fields"]) {
            if field["required"] == true && text(&field["value"]).is_empty() {
                self.answer(&field);
            }
        }
    }

    fn answer(&self, field: &Value) {
        let (id, kind) = (text(&field["id"]), text(&field["kind"]));
        let control = format!("[id='{id}']");
        let choices = list(&field["choices"]);
        match kind {
            "waktu" | "tanggal" => self.window.click(&format!("[aria-label='Isi {} dengan waktu sekarang']", text(&field["label"]))),
            "centang" => self.window.click(&control),
            _ if !choices.is_empty() => self.window.choose(&control, &self.choice(kind, &choices)),
            _ => drop(self.window.enter(&control, &self.typed(id, kind))),
        }
        until(id, || list(&self.view()["form"]["fields"]).iter().any(|now| now["id"] == id && now["value"] != "").then_some(()));
    }

    /// The reason that the request gave, where a reason is asked for; else the first choice.
    fn choice(&self, kind: &str, choices: &[Value]) -> String {
        let reason = self.view()["opening"]["reason"].clone();
        let chosen = if kind == "alasan" && reason.is_string() { &reason } else { &choices[0]["value"] };
        text(chosen).to_owned()
    }

    /// What an officer types into a field without choices.
    fn typed(&self, id: &str, kind: &str) -> String {
        let view = self.view();
        let current = &view["certificate"]["details"];
        let typed = match (id, kind) {
            ("username_ams", _) => text(&view["owner"]["email"]).split('@').next().unwrap_or_default(),
            (_, "subjek-dn") => text(&current["subject_dn"]),
            (_, "serial") => text(&current["serial"]),
            (_, "angka") => "3",
            (_, "paragraf") => "Diproses sesuai ketentuan",
            _ => "Contoh Petugas, A.Md.",
        };
        typed.to_owned()
    }

    /// Attaches every paper that the step misses.
    fn attach(&self) {
        let missing = list(&self.view()["form"]["missing"]);
        for (id, kind) in missing.iter().map(|missing| (text(&missing["id"]), text(&missing["kind"]))) {
            let place = match kind {
                "document" => format!("//*[@id='berkas-{id}']{}", button("Pilih berkas")),
                "reason-evidence" => format!("//*[@id='bukti-{id}']{}", button("Lampirkan")),
                _ => continue,
            };
            self.choose(&place, id);
            until(id, || list(&self.view()["form"]["missing"]).iter().all(|still| still["id"] != id).then_some(()));
        }
    }

    /// Presses what opens the choice of a file, and chooses a new one.
    fn choose(&self, opener: &str, name: &str) {
        self.window.click(opener);
        self.portal.choose(&[&self.paper(name)]);
    }

    /// A paper that is like no other.
    fn paper(&self, name: &str) -> PathBuf {
        let number = self.files.replace(self.files.get() + 1);
        paper::pdf(self.papers, &format!("{name}-{number}.pdf"), &format!("{name} {} {number}", self.case))
    }

    /// Saves the letters of a case that has ended, by the button beside each; answers with where they are.
    ///
    /// # Panics
    /// When one is not saved.
    pub fn save_letters(&self, folder: &Path) -> Vec<PathBuf> {
        let save = |(number, letter): (usize, &Value)| {
            self.window.click(&button(&format!("Simpan {}", text(&letter["title"]))));
            let place = folder.join(format!("surat-{}-{}.pdf", number + 1, text(&letter["template"])));
            self.portal.choose(&[&place]);
            until("the saved letter", || place.is_file().then_some(()));
            place
        };
        self.letters().iter().enumerate().map(save).collect()
    }

    /// The letters of the case, each in its newest version.
    pub fn letters(&self) -> Vec<Value> {
        let all = list(&self.view()["letters"]);
        let later =
            |one: &Value| all.iter().any(|other| other["letter"] == one["letter"] && other["version"].as_u64() > one["version"].as_u64());
        all.iter().filter(|one| !later(one)).cloned().collect()
    }

    fn issue_letters(&self) {
        for offer in list(&self.view()["form"]["letters"]).iter().filter(|offer| offer["issued"] == false) {
            self.window.click(&format!("//*[@id='surat-{}']//button", text(&offer["template"])));
            self.window.text("dialog[open] h2");
            for (name, value) in LETTER_VALUES {
                let control = format!("dialog[open] [id='nilai-{name}']");
                if self.window.shows(&control) && self.window.value(&control).is_empty() {
                    self.window.type_into(&control, value);
                }
            }
            self.issue();
        }
    }

    /// Corrects a letter of the current step: another value, a new version.
    pub fn correct(&self, letter: &Value, name: &str, value: &str) {
        self.window.click(&button(&format!("Perbaiki {}", text(&letter["title"]))));
        self.window.enter(&format!("dialog[open] [id='nilai-{name}']"), value);
        self.issue();
    }

    /// Looks at the draft in the open dialog, and issues the letter.
    fn issue(&self) {
        until("the draft", || self.window.shows("dialog[open] canvas").then_some(()));
        self.window.click(&format!("//dialog[@open]{}", button("Terbitkan")));
        until("the end of the letter's dialog", || (!self.window.shows("dialog[open]")).then_some(()));
    }

    /// Takes back what the SOP wants back, at the step itself.
    fn take_back(&self) {
        for letter in self.letters().iter().filter(|letter| letter["awaited"] == true) {
            let place = format!("//*[@id='surat-{}']{}", text(&letter["template"]), button("Pilih pindaian yang sudah ditandatangani"));
            self.receive(letter, &place);
        }
    }

    /// Takes back every letter that is still out, on the screen of the letter, whether the SOP wants it back or not.
    pub fn take_back_the_rest(&self) {
        for letter in self.letters().iter().filter(|letter| letter["returned"].is_null()) {
            self.window.go(&format!("surat/{}", text(&letter["letter"])));
            self.receive(letter, "[aria-label^='Pilih pindaian']");
        }
        self.window.go(&format!("permohonan/{}", self.case));
    }

    fn receive(&self, letter: &Value, opener: &str) {
        self.choose(opener, "bertanda-tangan");
        let back = |now: &Value| now["letter"] == letter["letter"] && !now["returned"].is_null();
        until("the signed letter", || self.letters().iter().any(back).then_some(()));
    }

    /// Clicks until the case has changed, and waits until the window shows it. A click may miss while the page still takes in what came before.
    fn moves_on(&self, selector: &str) {
        let before = self.view()["revision"].as_u64();
        let moved = || (self.view()["revision"].as_u64() > before).then_some(());
        until("the next step", || {
            if moved().is_none() {
                self.window.try_click(selector);
            }
            within(Duration::from_secs(3), moved)
        });
        let now = self.view();
        let words = match now["step"].as_u64() {
            Some(step) if now["form"].is_object() => format!("Langkah {step} dari {}", list(&now["steps"]).len()),
            _ => "Perkara selesai".to_owned(),
        };
        until(&words, || self.window.says(&words).then_some(()));
    }
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
