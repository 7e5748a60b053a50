//! The table, where files stand by it, and the way of a proposal.

use super::*;
use crate::owner::CertificateState::{Active, Replaced, Revoked};
use crate::sop::ServiceKind::{self, Issuance, Renewal, Revocation};
use chrono::NaiveDate;
use proptest::prelude::*;

const SHIPPED: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../content/jra.toml"));

fn shipped() -> RetentionTable {
    RetentionTable::parse("jra.toml", SHIPPED).unwrap()
}

fn table(rules: &[(ServiceKind, u32, u32, Fate)]) -> RetentionTable {
    let mut table = shipped();
    for (service, active, inactive, fate) in rules {
        let rule = table.rules.iter_mut().find(|rule| rule.service == *service).unwrap();
        (rule.active, rule.inactive, rule.fate) = (*active, *inactive, *fate);
    }
    table
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn file(cases: &[(ServiceKind, &str)], certificates: &[(crate::owner::CertificateState, &str, &str)]) -> FileParts {
    let maybe = |text: &str| (!text.is_empty()).then(|| day(text));
    FileParts {
        recorded: day("2020-01-01"),
        cases: cases.iter().map(|(service, ended)| CaseEnd { service: *service, ended: maybe(ended) }).collect(),
        certificates: certificates
            .iter()
            .map(|(state, until, revoked)| CertificateEnd { state: *state, valid_until: maybe(until), revoked_on: maybe(revoked) })
            .collect(),
    }
}

#[test]
fn the_shipped_table_is_two_and_three_years_and_is_not_confirmed() {
    let table = shipped();
    assert!(!table.confirmed);
    assert_eq!(table.rules.len(), 6);
    assert!(
        table.rules.iter().all(|rule| (rule.active, rule.inactive, rule.fate, rule.security) == (2, 3, Fate::Destroy, Security::Limited))
    );
}

#[test]
fn a_file_stands_where_its_last_end_puts_it() {
    use Phase::{Active as InUse, Inactive, OpenCase, Over, ValidCertificate};
    let two_three = table(&[]);
    let closed = &[(Renewal, "2021-03-10")][..];
    for (cases, certificates, today, phase, kept_until) in [
        // Two years in use, three out of use; the last day counts.
        (closed, &[][..], "2023-03-10", InUse, "2026-03-10"),
        (closed, &[], "2023-03-11", Inactive, "2026-03-10"),
        (closed, &[], "2026-03-10", Inactive, "2026-03-10"),
        (closed, &[], "2026-03-11", Over, "2026-03-10"),
        // The latest of several ends counts.
        (&[(Renewal, "2021-03-10"), (Revocation, "2022-02-01")], &[], "2027-02-01", Inactive, "2027-02-01"),
        (closed, &[(Active, "2024-05-05", "")], "2024-05-06", InUse, "2029-05-05"),
        (closed, &[(Revoked, "2030-05-05", "2022-01-02")], "2027-01-03", Over, "2027-01-02"),
        (closed, &[(Replaced, "2023-01-01", "")], "2023-06-01", InUse, "2028-01-01"),
        // Whatever runs, holds.
        (&[(Renewal, "2001-01-01"), (Renewal, "")], &[], "2040-01-01", OpenCase, ""),
        (closed, &[(Active, "2040-01-01", "")], "2040-01-01", ValidCertificate, ""),
        (closed, &[(Active, "", "")], "2040-01-01", ValidCertificate, ""),
        // Neither case nor certificate.
        (&[], &[], "2025-01-02", Over, "2025-01-01"),
        // The 29th of February.
        (&[(Renewal, "2024-02-29")], &[], "2029-02-28", Inactive, "2029-02-28"),
    ] {
        let found = standing(&file(cases, certificates), &two_three, day(today));
        assert_eq!(found.phase, phase, "{cases:?} {certificates:?} {today}");
        assert_eq!(found.kept_until.map(|day| day.to_string()).unwrap_or_default(), kept_until, "{cases:?} {certificates:?} {today}");
    }
}

#[test]
fn a_year_that_has_begun_is_kept_whole_where_the_table_counts_from_its_end() {
    let by_year = RetentionTable { count: Count::YearEnd, ..table(&[]) };
    let found = standing(&file(&[(Renewal, "2021-03-10")], &[]), &by_year, day("2026-12-31"));
    assert_eq!((found.phase, found.kept_until), (Phase::Inactive, Some(day("2026-12-31"))));
}

#[test]
fn of_several_services_the_longest_time_and_the_strongest_fate_hold() {
    let mixed = table(&[(Issuance, 1, 9, Fate::Destroy), (Renewal, 4, 2, Fate::Review), (Revocation, 2, 1, Fate::Keep)]);
    for (services, active, total, fate) in [
        (&[Issuance][..], 1, 10, Fate::Destroy),
        (&[Issuance, Renewal], 4, 10, Fate::Review),
        (&[Renewal, Revocation], 4, 6, Fate::Keep),
        (&[], 4, 10, Fate::Keep),
    ] {
        assert_eq!(mixed.term_of(services), Term { active, total, fate }, "{services:?}");
    }
}

#[test]
fn a_table_that_cannot_hold_is_refused_with_its_reason() {
    let broken = |change: fn(&mut RetentionTable)| {
        let mut table = shipped();
        change(&mut table);
        table.checked().unwrap_err()
    };
    assert_eq!(broken(|table| table.rules.truncate(5)), RetentionFault::NotOnce(ServiceKind::Other));
    assert_eq!(broken(|table| table.rules[0].service = Renewal), RetentionFault::NotOnce(Issuance));
    assert_eq!(broken(|table| table.rules[1].inactive = 99), RetentionFault::TooLong(Renewal));
    assert_eq!(broken(|table| (table.rules[1].active, table.rules[1].inactive) = (0, 0)), RetentionFault::NoTime(Renewal));
    assert_eq!(broken(|table| (table.confirmed, table.basis) = (true, "  ".to_owned())), RetentionFault::NoBasis);
    assert_eq!(broken(|table| table.basis = "a".repeat(301)), RetentionFault::BasisTooLong);
    let file = String::from_utf8_lossy(SHIPPED).replacen("layanan = \"pembaruan\"", "layanan = \"pencabutan\"", 1);
    assert!(RetentionTable::parse("jra.toml", file.as_bytes()).unwrap_err()[0].message.contains("tepat satu baris"));
}

#[test]
fn only_what_is_over_to_be_destroyed_and_not_held_may_be_proposed() {
    let confirmed = RetentionTable { confirmed: true, ..table(&[(Issuance, 2, 3, Fate::Keep)]) };
    let at = |service, today| standing(&file(&[(service, "2021-03-10")], &[]), &confirmed, day(today));
    let over = at(Renewal, "2026-03-11");
    assert_eq!(may_be_destroyed(&over, &confirmed, false), Ok(()));
    assert_eq!(may_be_destroyed(&over, &confirmed, true), Err(RetentionRejection::Held));
    assert_eq!(may_be_destroyed(&over, &table(&[]), false), Err(RetentionRejection::TableUnconfirmed));
    assert_eq!(may_be_destroyed(&at(Renewal, "2026-03-10"), &confirmed, false), Err(RetentionRejection::NotOver));
    assert_eq!(may_be_destroyed(&at(Issuance, "2026-03-11"), &confirmed, false), Err(RetentionRejection::OtherFate));
}

#[test]
fn a_proposal_goes_its_way_by_two_persons() {
    use ProposalState::{Approved, Done, Dropped, Proposed};
    for (state, own, other, gone, out) in [
        (Proposed, Err(RetentionRejection::OwnProposal), Ok(()), Ok(()), Err(RetentionRejection::State(Proposed))),
        (Approved, Err(RetentionRejection::State(Approved)), Err(RetentionRejection::State(Approved)), Ok(()), Ok(())),
        (
            Dropped,
            Err(RetentionRejection::State(Dropped)),
            Err(RetentionRejection::State(Dropped)),
            Err(RetentionRejection::State(Dropped)),
            Err(RetentionRejection::State(Dropped)),
        ),
        (
            Done,
            Err(RetentionRejection::State(Done)),
            Err(RetentionRejection::State(Done)),
            Err(RetentionRejection::State(Done)),
            Err(RetentionRejection::State(Done)),
        ),
    ] {
        assert_eq!(may_approve(state, "sari", "sari"), own, "{state}");
        assert_eq!(may_approve(state, "sari", "kepala"), other, "{state}");
        assert_eq!(may_drop(state), gone, "{state}");
        assert_eq!(may_carry_out(state), out, "{state}");
    }
}

proptest! {
    /// Time only ever moves a file on: in use, out of use, over; and another end of something never makes it go sooner.
    #[test]
    fn time_moves_a_file_on(ended in 0_i64..9_000, later in 0_i64..9_000, active in 0_u32..20, inactive in 0_u32..20, look in 0_i64..20_000) {
        let first = day("2000-01-01");
        let on = |days: i64| first + chrono::TimeDelta::days(days);
        let rules = table(&[(Renewal, active, inactive.max(1), Fate::Destroy)]);
        let with = |ends: &[i64]| FileParts {
            recorded: first,
            cases: ends.iter().map(|end| CaseEnd { service: Renewal, ended: Some(on(*end)) }).collect(),
            certificates: Vec::new(),
        };
        let order = |phase| [Phase::Active, Phase::Inactive, Phase::Over].iter().position(|one| *one == phase).unwrap();
        let today = standing(&with(&[ended]), &rules, on(look));
        let tomorrow = standing(&with(&[ended]), &rules, on(look + 1));
        prop_assert!(order(today.phase) <= order(tomorrow.phase));
        let more = standing(&with(&[ended, later]), &rules, on(look));
        prop_assert!(order(more.phase) <= order(today.phase) && more.kept_until >= today.kept_until);
    }
}
