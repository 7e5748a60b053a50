//! Letter templates by the office: read, tried, saved as a version of the office's own, and given up again.
//!
//! Whatever is saved is a fact with its whole text, and so is every text that a letter was issued from. What holds: a saved version over a file of
//! the office's folder, a file over what ships.

mod keep;
mod trial;

use crate::content::LibraryTemplate;
use crate::error::AppError;
use crate::office::Office;
use sandika_domain::letter::TemplateOrigin;
use sandika_store::TemplateRow;

/// A text of a letter template.
#[derive(Clone, Debug)]
pub struct TemplateText {
    /// Template id.
    pub template: String,
    /// SHA-256 of the text, lower-case hex.
    pub hash: String,
    /// The text.
    pub text: String,
    /// Where it came from.
    pub origin: TemplateOrigin,
    /// Letters are issued from it now.
    pub current: bool,
}

impl Office {
    /// The template as letters are issued from it now.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub fn library_template(&self, template: &str) -> Result<&LibraryTemplate, AppError> {
        self.content.templates.get(template).ok_or_else(|| AppError::not_found("template", "Surat", template))
    }

    /// The text that holds, or a version of it by its hash.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub fn template_text(&self, template: &str, version: Option<&str>) -> Result<TemplateText, AppError> {
        let current = self.content.templates.get(template);
        if let Some(library) = current.filter(|library| version.is_none_or(|hash| library.hash == hash)) {
            let LibraryTemplate { hash, text, origin, .. } = library.clone();
            return Ok(TemplateText { template: template.to_owned(), hash, text, origin, current: true });
        }
        let hash = version.ok_or_else(|| AppError::not_found("template", "Surat", template))?;
        let kept = self.read().template(hash)?.filter(|row| row.template == template);
        let TemplateRow { hash, text, origin, .. } = kept.ok_or_else(|| AppError::not_found("version", "Versi bentuk surat", hash))?;
        Ok(TemplateText { template: template.to_owned(), hash, text, origin, current: false })
    }

    /// Every text of a template that the office has saved or issued letters from, the newest first.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn template_versions(&self, template: &str) -> Result<Vec<TemplateRow>, AppError> {
        Ok(self.read().templates(template)?)
    }
}
