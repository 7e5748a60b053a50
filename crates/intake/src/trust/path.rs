//! Building a chain from a certificate to a trusted root: by names, then by signatures, then by what each certificate may do.

use super::list::TrustList;
use super::verdict::Trust;
use crate::certificate::{Cert, common_name, same_name};
use chrono::{DateTime, Utc};

/// Authorities between a signer and a root.
const LONGEST: usize = 6;

/// Signatures that are checked for one chain; a hostile bag of certificates under one name ends here.
const MOST_CHECKS: usize = 48;

/// What the certificate at the beginning of a chain is asked to be for.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Purpose {
    Sign,
    Stamp,
}

struct Search<'a> {
    pool: &'a [Cert],
    trust: &'a TrustList,
    at: Option<DateTime<Utc>>,
    checks: usize,
    /// The first chain that leads to a root but is not valid at the time.
    outdated: Option<Trust>,
    /// The issuer at which the longest chain ended.
    end: Option<&'a Cert>,
}

/// Whether `cert` leads to a root of the list over the certificates of `pool`, valid at the time `at`.
pub(crate) fn judge(cert: &Cert, pool: &[Cert], trust: &TrustList, at: Option<DateTime<Utc>>, purpose: Purpose) -> Trust {
    let mut search = Search { pool, trust, at, checks: 0, outdated: None, end: None };
    let found = search.climb(&mut vec![cert]);
    let fit = match purpose {
        Purpose::Sign => cert.may_sign(),
        Purpose::Stamp => cert.may_stamp(),
    };
    match found.or(search.outdated) {
        Some(_) if !fit => Trust::NotForThis,
        Some(trusted) => trusted,
        None => untrusted(cert, search.end.unwrap_or(cert), trust),
    }
}

fn untrusted(cert: &Cert, end: &Cert, trust: &TrustList) -> Trust {
    let missing = trust.missing_root(cert.issuer()).or_else(|| trust.missing_root(end.issuer()));
    match missing {
        Some(name) => Trust::RootMissing { name },
        None if cert.is_self_issued() => Trust::SelfSigned,
        None => Trust::Unknown { issuer: common_name(end.issuer()) },
    }
}

impl<'a> Search<'a> {
    /// Goes on from the last certificate of `path`; `Some` as soon as a valid chain is whole.
    fn climb(&mut self, path: &mut Vec<&'a Cert>) -> Option<Trust>
    where
        'a: 'a,
    {
        let last = *path.last()?;
        let (trust, pool) = (self.trust, self.pool);
        // Trusted roots come first, so that a stranger's certificate under the same name cannot use up the checks.
        for root in trust.named(last.issuer()) {
            if self.is_issuer(root, last, path.len() - 1)
                && let Some(whole) = self.whole(path, root, true)
            {
                return Some(whole);
            }
        }
        if path.len() > LONGEST {
            return None;
        }
        for issuer in pool.iter().filter(|issuer| same_name(issuer.subject(), last.issuer())) {
            let is_known = path.iter().any(|known| known.der() == issuer.der()) || trust.holds(issuer);
            if is_known || !self.is_issuer(issuer, last, path.len() - 1) {
                continue;
            }
            if let Some(sure) = trust.pins(issuer)
                && let Some(whole) = self.whole(path, issuer, sure)
            {
                return Some(whole);
            }
            self.end = Some(issuer);
            path.push(issuer);
            let found = self.climb(path);
            path.pop();
            if found.is_some() {
                return found;
            }
        }
        None
    }

    fn is_issuer(&mut self, issuer: &Cert, of: &Cert, below: usize) -> bool {
        if !issuer.may_issue(below) || self.checks == MOST_CHECKS {
            return false;
        }
        self.checks += 1;
        of.is_signed_by(issuer)
    }

    /// A chain that has come to a root: valid at the time, or kept for want of a better one. Somebody has to be `sure` of the root.
    fn whole(&mut self, path: &[&Cert], root: &Cert, sure: bool) -> Option<Trust> {
        let name = root.common_name();
        let Some(at) = self.at else { return Some(Trust::Undated { root: name }) };
        match path.iter().copied().chain([root]).find(|cert| !cert.is_valid_at(at)) {
            None if sure => Some(Trust::Trusted { root: name }),
            None => Some(Trust::Likely { root: name }),
            Some(outdated) => {
                self.outdated.get_or_insert(Trust::Expired { name: outdated.common_name() });
                None
            }
        }
    }
}
