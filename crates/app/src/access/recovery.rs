//! The recovery sheet: words on paper that open the office when a passphrase is forgotten. They are shown once; a new sheet makes the one before it
//! worthless.

use super::users::user_name;
use crate::error::AppError;
use crate::identity::secret;
use crate::office::Office;
use crate::ports::{Ports, PrintJob};
use sandika_domain::fact::{Access, Fact};
use sandika_domain::letter::LetterModel;
use sandika_domain::letter::model::{Align, Block, Column, Head, PageSetup};
use sandika_domain::user::{Right, Role, read_recovery, recovery_words};
use sandika_domain::words::date_time;
use sandika_letters::Typesetter;
use sandika_store::{KdfCost, Store, Way};
use std::path::Path;
use zeroize::Zeroizing;

/// The slot that the sheet opens. No user can have this name.
pub(crate) const RECOVERY_SLOT: &str = "*pemulihan";
/// What the file and the job are called.
const TITLE: &str = "Lembar Pemulihan";
/// Words side by side in the table of the sheet.
const ACROSS: usize = 3;
/// Side of the QR code, millimetres: its modules are as large as a poor camera needs.
const SYMBOL_SIDE: f64 = 42.0;

/// A sheet that was just made. It is held only as long as somebody looks at it.
pub struct RecoverySheet {
    /// The PDF.
    pub pdf: Zeroizing<Vec<u8>>,
    /// Its words.
    pub words: Vec<&'static str>,
}

impl Office {
    /// Makes a recovery sheet; `own` is the passphrase of the one who does it. The one before opens the office no more.
    ///
    /// # Errors
    /// [`AppError::Forbidden`]; [`AppError::Input`] in a practice office; [`AppError::Store`] for the passphrase; [`AppError::Draw`].
    pub fn make_recovery(&mut self, own: &str, cost: KdfCost) -> Result<RecoverySheet, AppError> {
        self.need(Right::Admit)?;
        self.refuse_practice()?;
        let words = recovery_words(&secret()?);
        let phrase = Zeroizing::new(words.join(" "));
        // A sheet that cannot be drawn must not take the place of one that lies in a drawer.
        let pdf = Zeroizing::new(Typesetter::shared().render(&self.sheet(&words, &phrase)?)?.bytes);
        let mut slots = self.store.change_slots()?;
        slots.put((&self.signed.name, own), RECOVERY_SLOT, &phrase, cost)?;
        self.change_access("recovery_make", &slots, vec![Fact::Access(Access::RecoveryMade {})])?;
        Ok(RecoverySheet { pdf, words })
    }

    /// Opens an office by the phrase of its sheet and sets another passphrase for one of its admins, who then works.
    ///
    /// # Errors
    /// [`AppError::NotFound`] and [`AppError::Input`] for somebody who is no admin; [`AppError::Store`] for the passphrase; else as [`Self::open`].
    pub(crate) fn recover(
        folder: &Path,
        phrase: &str,
        ports: Ports,
        (name, passphrase): (&str, &str),
        cost: KdfCost,
    ) -> Result<Self, AppError> {
        let mut office = Self::enter(folder, phrase, ports, Some(RECOVERY_SLOT))?;
        office.set_by_sheet(phrase, name, passphrase, cost)?;
        Ok(office)
    }

    /// Prints a sheet on this computer's printer, and waits until it is out.
    ///
    /// # Errors
    /// [`AppError::Outside`] when it did not come out.
    pub(crate) fn print_sheet(&self, pdf: &[u8]) -> Result<(), AppError> {
        let paper = self.profile()?.map(|profile| profile.page.paper);
        let stop = self.ports.work.wish();
        let job = PrintJob { title: TITLE, pdf, copies: 1, paper, printer: None, stop: &stop };
        let printed = self.carrier(&Way::Printer(None))?.print(&job);
        printed.map(drop).map_err(|source| AppError::Outside { what: "Pencetakan lembar pemulihan", source })
    }

    fn set_by_sheet(&mut self, phrase: &str, name: &str, passphrase: &str, cost: KdfCost) -> Result<(), AppError> {
        let user = self.active_user(user_name(name)?.text())?;
        if user.role != Role::Admin {
            let text = "Lembar pemulihan hanya untuk admin. Pengguna lain meminta kata sandi baru kepada admin.";
            return Err(AppError::Input { field: "user", text: text.to_owned() });
        }
        let mut slots = self.store.change_slots()?;
        slots.put((RECOVERY_SLOT, phrase), &user.name, passphrase, cost)?;
        self.signed = super::Signed { name: user.name.clone(), role: user.role };
        self.change_access("recovery_use", &slots, vec![Fact::Access(Access::RecoveryUsed { user: user.name })])
    }

    fn sheet(&self, words: &[&str], phrase: &str) -> Result<LetterModel, AppError> {
        let profile = self.profile()?;
        let page = PageSetup { paper: profile.as_ref().map(|profile| profile.page.paper).unwrap_or_default(), ..PageSetup::default() };
        let legible = Typesetter::shared().legible(page.typeface, None)?;
        let office = profile.map(|profile| profile.name).unwrap_or_default();
        let made = format!("Dibuat {} oleh {}.", date_time(self.zone()?.local(self.now())), legible.text(&self.signed.name)?);
        let text = |text: &str, bold: bool| Block::Paragraph { text: text.to_owned(), align: Align::Flush, bold };
        Ok(LetterModel {
            title: TITLE.to_owned(),
            page,
            face: None,
            letterhead: None,
            head: Head::Title { title: vec!["LEMBAR PEMULIHAN SANDIKA".to_owned()], number: office },
            blocks: vec![
                text(
                    "Siapa pun yang memegang lembar ini dapat membuka seluruh data kantor. Simpan di lemari terkunci atau brankas. Jangan difoto, \
                      jangan dipindai, jangan dikirim.",
                    true,
                ),
                text(
                    "Bila kata sandi admin terlupa: pada layar masuk pilih “Lupa kata sandi”, ketik kata-kata di bawah ini berurutan atau bacakan \
                      kode QR dengan pembaca kode, lalu tentukan kata sandi baru.",
                    false,
                ),
                words_table(words),
                Block::Symbol { text: phrase.to_owned(), side: SYMBOL_SIDE },
                text(
                    "Lembar ini hanya dicetak satu kali. Lembar yang lebih lama tidak berlaku lagi; musnahkan. Bila lembar ini hilang atau pernah \
                      dipakai, buat lembar baru pada Pengaturan, Pengguna.",
                    false,
                ),
                text(&made, false),
            ],
            signatures: Vec::new(),
            copies: Vec::new(),
            attachments: Vec::new(),
            footer: String::new(),
            code: None,
            draft: false,
            practice: false,
            date: self.zone()?.local(self.now()).date().to_string(),
        })
    }
}

/// The words, numbered, in columns that are read downwards.
fn words_table(words: &[&str]) -> Block {
    let height = words.len().div_ceil(ACROSS);
    let cell = |at: usize| words.get(at).map(|word| format!("{}. {word}", at + 1)).unwrap_or_default();
    let rows = (0..height).map(|row| (0..ACROSS).map(|column| cell(column * height + row)).collect()).collect();
    let column = |title: &str| Column { title: title.to_owned(), weight: 1.0, align: Align::Left };
    Block::Table { columns: ["Kata 1–6", "Kata 7–12", "Kata 13–18"].map(column).into(), rows }
}

/// The passphrase that the words of a sheet are, where the office in `folder` has one.
///
/// # Errors
/// [`AppError::Input`] for words that are none, and for an office without a sheet; [`AppError::Store`] where its slots cannot be read.
pub(crate) fn phrase(folder: &Path, typed: &str) -> Result<Zeroizing<String>, AppError> {
    let refused = |text: String| AppError::Input { field: "words", text };
    let phrase = read_recovery(typed).map(Zeroizing::new).map_err(|fault| refused(fault.to_string()))?;
    if Store::users_at(folder)?.iter().any(|name| name == RECOVERY_SLOT) {
        return Ok(phrase);
    }
    Err(refused("Kantor ini belum mempunyai lembar pemulihan. Periksa apakah kantornya yang benar.".to_owned()))
}
