//! Whatever the bytes are: no panic, and either an SOP or findings that say where.

use proptest::prelude::*;

use super::super::{check, check_file};
use super::real::SHIPPED;
use super::shipped_office;
use crate::sop::Sop;

fn judged(bytes: &[u8]) -> Result<(), TestCaseError> {
    let office = shipped_office();
    match Sop::parse("a.toml", bytes) {
        Ok(parsed) => {
            prop_assert!(check(&parsed, &office).iter().all(|finding| finding.line >= 1));
            prop_assert!(parsed.sop.main_path().len() <= parsed.sop.steps.len());
        }
        Err(findings) => prop_assert!(!findings.is_empty() && findings.iter().all(|finding| finding.line >= 1)),
    }
    let lines = bytes.split(|byte| *byte == b'\n').count();
    prop_assert!(check_file("a.toml", bytes, &office).iter().all(|finding| (1..=lines).contains(&(finding.line as usize))));
    Ok(())
}

/// A shipped SOP with some of its lines removed, doubled, swapped or cut.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let blow = (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..5_u8);
    (0..SHIPPED.len(), proptest::collection::vec(blow, 1..6)).prop_map(|(which, blows)| {
        let text = String::from_utf8(SHIPPED[which].1.to_vec()).unwrap();
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        for (at, other, kind) in blows {
            let (at, other) = (at.index(lines.len()), other.index(lines.len()));
            match kind {
                0 => drop(lines.remove(at)),
                1 => lines.insert(other, lines[at].clone()),
                2 => lines.swap(at, other),
                3 => lines[at] = lines[at].chars().take(other % 20).collect(),
                _ => lines[at] = lines[at].replace(char::is_numeric, "0"),
            }
        }
        lines.join("\n").into_bytes()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn noise_is_refused(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        judged(&bytes)?;
    }

    #[test]
    fn damaged_sops_are_judged(bytes in damaged()) {
        judged(&bytes)?;
    }

    #[test]
    fn flipped_bytes_are_judged(which in 0..SHIPPED.len(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = SHIPPED[which].1.to_vec();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        judged(&bytes)?;
    }
}
