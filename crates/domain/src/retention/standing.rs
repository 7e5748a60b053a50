//! Where the file of an owner stands by the table.

use super::table::{Count, RetentionTable, Term};
use crate::owner::CertificateState;
use crate::sop::ServiceKind;
use chrono::{Datelike, Months, NaiveDate};

/// A case of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CaseEnd {
    /// What it was about.
    pub service: ServiceKind,
    /// The day on which it was closed or withdrawn; none while it runs.
    pub ended: Option<NaiveDate>,
}

/// A certificate of the file, but for those that were withdrawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CertificateEnd {
    /// Where it stands.
    pub state: CertificateState,
    /// Its last day, if that is known.
    pub valid_until: Option<NaiveDate>,
    /// The day on which it was revoked.
    pub revoked_on: Option<NaiveDate>,
}

/// What decides on a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileParts {
    /// The day on which the owner was last recorded: what is left where there is neither case nor certificate.
    pub recorded: NaiveDate,
    /// Every case.
    pub cases: Vec<CaseEnd>,
    /// Every certificate.
    pub certificates: Vec<CertificateEnd>,
}

/// Where a file stands. Days are the last ones of what they speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// A case is open: nothing is counted yet.
    OpenCase,
    /// A certificate can still sign, or nobody recorded until when it can.
    ValidCertificate,
    /// In use.
    Active,
    /// Out of use, kept.
    Inactive,
    /// Its time is over.
    Over,
}

/// Where a file stands, and when that changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Where it stands today.
    pub phase: Phase,
    /// The day on which the last of it ended; none while something runs.
    pub ended: Option<NaiveDate>,
    /// Its last day in use.
    pub active_until: Option<NaiveDate>,
    /// Its last day at all.
    pub kept_until: Option<NaiveDate>,
    /// What it follows.
    pub term: Term,
}

/// Where a file stands `today`.
pub fn standing(parts: &FileParts, table: &RetentionTable, today: NaiveDate) -> Standing {
    let services: Vec<ServiceKind> = parts.cases.iter().map(|case| case.service).collect();
    let term = table.term_of(&services);
    let running = |phase| Standing { phase, ended: None, active_until: None, kept_until: None, term };
    if parts.cases.iter().any(|case| case.ended.is_none()) {
        return running(Phase::OpenCase);
    }
    if parts.certificates.iter().any(|certificate| can_sign(certificate, today)) {
        return running(Phase::ValidCertificate);
    }
    let ends = parts.cases.iter().filter_map(|case| case.ended).chain(parts.certificates.iter().filter_map(end_of));
    let ended = ends.max().unwrap_or(parts.recorded);
    let from = match table.count {
        Count::Day => ended,
        Count::YearEnd => NaiveDate::from_ymd_opt(ended.year(), 12, 31).unwrap_or(ended),
    };
    let (active_until, kept_until) = (years_after(from, term.active), years_after(from, term.total));
    let phase = match today {
        day if day <= active_until => Phase::Active,
        day if day <= kept_until => Phase::Inactive,
        _ => Phase::Over,
    };
    Standing { phase, ended: Some(ended), active_until: Some(active_until), kept_until: Some(kept_until), term }
}

/// One whose last day nobody recorded counts as one that can sign.
fn can_sign(certificate: &CertificateEnd, today: NaiveDate) -> bool {
    certificate.state == CertificateState::Active && certificate.valid_until.is_none_or(|last| last >= today)
}

fn end_of(certificate: &CertificateEnd) -> Option<NaiveDate> {
    match certificate.state {
        CertificateState::Revoked => certificate.revoked_on.or(certificate.valid_until),
        CertificateState::Active | CertificateState::Replaced => certificate.valid_until,
    }
}

/// The 29th of February ends on the 28th. A day that no calendar reaches never comes.
fn years_after(day: NaiveDate, years: u32) -> NaiveDate {
    day.checked_add_months(Months::new(years.saturating_mul(12))).unwrap_or(NaiveDate::MAX)
}
