//! Saving a template as the office's own, and giving it up again. Either is one fact, and holds for letters that are issued from then on.

use crate::content::Content;
use crate::error::AppError;
use crate::hash::sha256;
use crate::office::Office;
use sandika_domain::fact::{AdoptedTemplate, Fact};
use sandika_domain::letter::TemplateOrigin;
use sandika_store::SavedTemplate;

impl Office {
    /// Saves a text as the office's version of a template. `seen` is the hash of the text that the officer began with. Letters that were issued keep
    /// theirs. A text that says what holds without the office's version takes that version away instead; one that holds already changes nothing.
    ///
    /// # Errors
    /// [`AppError::Template`] with every fault, [`AppError::NotFound`], [`AppError::Conflict`] when another version has come into use meanwhile.
    pub fn save_template(&mut self, template: &str, seen: Option<&str>, text: &str) -> Result<(), AppError> {
        let current = self.library_template(template)?;
        if seen.is_some_and(|seen| seen != current.hash) {
            let text = "Bentuk surat ini sudah diubah di tempat lain. Salin perubahan Anda, muat ulang, lalu ubah lagi.".to_owned();
            return Err(AppError::Conflict { field: "seen", text });
        }
        let hash = sha256(text.as_bytes());
        if hash == current.hash {
            return Ok(());
        }
        let faults = self.check_template(template, text)?;
        if !faults.is_empty() {
            return Err(AppError::Template(faults));
        }
        let (without, content) = self.without(template)?;
        if content.templates.get(template).is_some_and(|library| library.hash == hash) {
            return self.give_up(template, content);
        }
        let new = SavedTemplate { template: template.to_owned(), hash, text: text.to_owned() };
        let saved = without.into_iter().chain([new.clone()]).collect::<Vec<_>>();
        let content = Content::of_open_office(&self.folder(), &saved)?;
        let (SavedTemplate { template, hash, text }, origin) = (new, TemplateOrigin::Office);
        self.record("save_template", None, None, vec![Fact::TemplateAdopted(AdoptedTemplate { template, hash, text, origin })])?;
        self.content = content;
        Ok(())
    }

    /// Gives the office's version of a template up: the file of the office's folder holds again where there is one, else what ships.
    ///
    /// # Errors
    /// [`AppError::NotFound`]; [`AppError::Input`] when the office has saved no version, or nothing would be left.
    pub fn reset_template(&mut self, template: &str) -> Result<(), AppError> {
        let refuse = |text: &str| Err(AppError::Input { field: "template", text: text.to_owned() });
        let is_saved = self.read().templates_in_use()?.iter().any(|row| row.template == template);
        if !is_saved {
            self.library_template(template)?;
            return refuse("Surat ini tidak diubah di Pengaturan, sehingga tidak ada yang dikembalikan.");
        }
        let (_, content) = self.without(template)?;
        if !content.templates.contains_key(template) {
            return refuse("Surat ini tidak ada pada isi bawaan maupun pada berkas kantor, sehingga tidak dapat dikembalikan.");
        }
        self.give_up(template, content)
    }

    /// The other templates that the office has saved, and the content as it would be with them alone.
    fn without(&self, template: &str) -> Result<(Vec<SavedTemplate>, Content), AppError> {
        let mut saved = self.read().templates_in_use()?;
        saved.retain(|row| row.template != template);
        let content = Content::of_open_office(&self.folder(), &saved)?;
        Ok((saved, content))
    }

    fn give_up(&mut self, template: &str, content: Content) -> Result<(), AppError> {
        self.record("reset_template", None, None, vec![Fact::TemplateReset { template: template.to_owned() }])?;
        self.content = content;
        Ok(())
    }
}
