//! Arguments of commands about letter templates.

use crate::error::{ApiError, ErrorCode};
use sandika_domain::letter::TemplateForm;
use serde::Deserialize;
use ts_rs::TS;

/// A letter template.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct TemplateArgs {
    /// Template id.
    pub(crate) template: String,
}

/// A text of a letter template.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct TemplateShowArgs {
    /// Template id.
    pub(crate) template: String,
    /// Hash of a version; the text that holds if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) version: Option<String>,
}

/// A text of a template that is being written: as text, or as its parts.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct TemplateTryArgs {
    /// Template id.
    pub(crate) template: String,
    /// The text.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) text: Option<String>,
    /// Its parts under the keys of the file, in place of the text.
    #[serde(default)]
    #[ts(optional, type = "unknown")]
    pub(crate) form: Option<serde_json::Value>,
}

/// A text that is being written, as the letter that it gives.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct TemplatePreviewArgs {
    /// Template id.
    pub(crate) template: String,
    /// The text.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) text: Option<String>,
    /// Its parts under the keys of the file, in place of the text.
    #[serde(default)]
    #[ts(optional, type = "unknown")]
    pub(crate) form: Option<serde_json::Value>,
    /// Case id, for the values of that case; fictitious ones if none.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) case: Option<String>,
}

/// A text to be saved as the office's version.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub(crate) struct TemplateSaveArgs {
    /// Template id.
    pub(crate) template: String,
    /// Hash of the text that the user began with.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) seen: Option<String>,
    /// The text.
    #[serde(default)]
    #[ts(optional)]
    pub(crate) text: Option<String>,
    /// Its parts under the keys of the file, in place of the text.
    #[serde(default)]
    #[ts(optional, type = "unknown")]
    pub(crate) form: Option<serde_json::Value>,
}

/// The text that is meant: the one that was given, or the one that the parts make.
pub(crate) fn template_source(text: Option<String>, form: Option<serde_json::Value>) -> Result<String, ApiError> {
    let refuse = |field, message: &str| Err(ApiError::new(ErrorCode::BadArguments, Some(field), message));
    match (text, form) {
        (Some(text), None) => Ok(text),
        (None, Some(form)) => match serde_json::from_value::<TemplateForm>(form) {
            Ok(form) => Ok(form.write()),
            Err(_) => refuse("form", "Bagian-bagian surat tidak berbentuk seperti berkas surat. Lihat jawaban template_show."),
        },
        _ => refuse("text", "Sebut isi surat sebagai teks (text) atau sebagai bagian-bagiannya (form), salah satu saja."),
    }
}
