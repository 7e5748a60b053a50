//! The checker: whether an SOP that reads well also makes sense, to the application (S0xx) and to the people who follow it (S1xx).
//!
//! Each code is one small rule in a file of its own, named after what it looks at. A rule sees the SOP, and the office only as far as
//! [`OfficeKnowledge`] tells; it reports and never repairs.

mod conditions;
mod decisions;
mod foreign_lines;
mod headings;
mod kinds;
mod lanes;
pub mod legal;
mod numbering;
mod office;
mod reach;
mod report;
mod targets;
mod terms;
mod times;
mod titles;
mod totals;
mod twins;
mod unproduced;
mod way_back;

#[cfg(test)]
mod tests;

pub use crate::document::{Code, Finding, Level};
pub use office::OfficeKnowledge;

use crate::sop::{ParsedSop, Sop};
use report::Report;

/// Everything that is to be said about an SOP that was read: findings S002–S109, by line.
#[must_use]
pub fn check(parsed: &ParsedSop, office: &OfficeKnowledge) -> Vec<Finding> {
    let mut report = Report::new(parsed);
    numbering::check(&mut report);
    targets::check(&mut report);
    decisions::check(&mut report);
    // Where the ways are broken, every step behind the break would be reported as well.
    if report.is_empty() {
        reach::check(&mut report);
    }
    lanes::check(&mut report);
    conditions::check(&mut report);
    office::check(&mut report, office);
    totals::check(&mut report);
    titles::check(&mut report);
    times::check(&mut report);
    headings::check(&mut report);
    foreign_lines::check(&mut report);
    legal::check(&mut report, &office.legal);
    way_back::check(&mut report);
    twins::check(&mut report);
    unproduced::check(&mut report);
    report.finish()
}

/// Everything that is to be said about an SOP file, the faults of its form included, in one go and by line.
#[must_use]
pub fn check_file(file_name: &str, bytes: &[u8], office: &OfficeKnowledge) -> Vec<Finding> {
    let reading = Sop::read(file_name, bytes);
    let mut findings = reading.findings;
    if let Some(parsed) = &reading.parsed {
        // A value that could not be read stands there as none; the warning that it is missing would be no news.
        let unread: Vec<u32> = findings.iter().map(|finding| finding.line).collect();
        findings.extend(check(parsed, office).into_iter().filter(|finding| finding.is_error() || !unread.contains(&finding.line)));
    }
    findings.sort_by_key(|finding| (finding.line, finding.code));
    findings
}
