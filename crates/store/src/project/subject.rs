//! Which thing of the office a fact says the new state of: how it stood before is found by it, without reading the whole journal.

use super::Place;
use crate::StoreError;
use rusqlite::{Connection, params};
use sandika_domain::fact::{AdoptedTemplate, Fact, Retention};
use sandika_domain::letter::TemplateOrigin;

/// A kind of thing of which the journal says how it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SubjectKind {
    /// The office itself.
    Office,
    /// An official.
    Official,
    /// An owner.
    Owner,
    /// A certificate.
    Certificate,
    /// A letter template of the office.
    Template,
    /// The list of classification codes.
    Classifications,
    /// The table of how long files are kept.
    Retention,
}

impl SubjectKind {
    /// Its word in the table.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Official => "official",
            Self::Owner => "owner",
            Self::Certificate => "certificate",
            Self::Template => "template",
            Self::Classifications => "classifications",
            Self::Retention => "retention",
        }
    }
}

/// A thing of which a fact says how it stands from then on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// What it is.
    pub kind: SubjectKind,
    /// Which one; empty where there is one only.
    pub id: String,
}

impl Subject {
    /// The thing that a fact speaks of, if it says how one stands.
    pub fn of(fact: &Fact) -> Option<Self> {
        let of = |kind, id: String| Some(Self { kind, id });
        match fact {
            Fact::OfficeRecorded { .. } => of(SubjectKind::Office, String::new()),
            Fact::OfficialRecorded { official, .. } => of(SubjectKind::Official, official.to_string()),
            Fact::OwnerRecorded { owner, .. } => of(SubjectKind::Owner, owner.to_string()),
            Fact::CertificateRecorded { certificate, .. }
            | Fact::CertificateRevoked { certificate, .. }
            | Fact::CertificateReplaced { certificate, .. }
            | Fact::CertificateRestored { certificate, .. } => of(SubjectKind::Certificate, certificate.to_string()),
            Fact::TemplateAdopted(AdoptedTemplate { template, origin: TemplateOrigin::Office, .. }) | Fact::TemplateReset { template } => {
                of(SubjectKind::Template, template.clone())
            }
            Fact::ClassificationsRecorded(_) => of(SubjectKind::Classifications, String::new()),
            Fact::Retention(Retention::TableRecorded(_)) => of(SubjectKind::Retention, String::new()),
            _ => None,
        }
    }
}

/// Carries over which thing a fact speaks of.
pub(super) fn apply(conn: &Connection, place: Place<'_>, fact: &Fact) -> Result<(), StoreError> {
    if let Some(Subject { kind, id }) = Subject::of(fact) {
        let sql = "INSERT INTO journal_subject (born, kind, id) VALUES (?1, ?2, ?3)";
        conn.prepare_cached(sql)?.execute(params![place.born, kind.word(), id])?;
    }
    Ok(())
}
