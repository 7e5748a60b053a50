//! What was added to a file after it was signed.
//!
//! Signatures of BSrE are of the level PAdES-B-LT: after signing, the evidence for later verification (certificates, revocation lists) is
//! added to the file as an update of its own, in the catalog's `/DSS`. That changes nothing that anybody reads; everything else may.

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Object, ObjectIdentifier, Stream};
use memchr::memmem;
use std::collections::HashSet;

/// What was added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Later {
    /// Only evidence for later verification: every object of the signed document is as it was.
    Evidence,
    /// Something that may change what is read: another signature, a filled-in field, a note, a page.
    Other,
}

/// Entries of the catalog that evidence may add or change.
const EVIDENCE: [&[u8]; 3] = [b"DSS", b"Extensions", b"Version"];

/// Objects that are compared; larger documents count as changed.
const MOST_OBJECTS: usize = 200_000;

/// Objects within one another.
const DEEPEST: usize = 256;

/// Compares the document that ends at `end` with the whole file, object by object from the catalog down.
pub(super) fn of(pdf: &[u8], end: usize) -> Later {
    let update = pdf[end..].trim_ascii_end();
    let is_update = update.ends_with(b"%%EOF") && memmem::find(update, b"startxref").is_some();
    if is_update && same(pdf, end).unwrap_or(false) { Later::Evidence } else { Later::Other }
}

fn same(pdf: &[u8], end: usize) -> Option<bool> {
    let (signed, whole) = (Pdf::new(pdf[..end].to_vec()).ok()?, Pdf::new(pdf.to_vec()).ok()?);
    let (root, again) = (signed.xref().root_id(), whole.xref().root_id());
    let (before, after) = (signed.xref().get::<Dict<'_>>(root)?, whole.xref().get::<Dict<'_>>(again)?);
    if !after.contains_key(b"DSS") {
        return None;
    }
    let mut walk = Walk { signed: &signed, whole: &whole, seen: HashSet::from([root]), left: MOST_OBJECTS };
    Some(root == again && walk.dicts(&before, &after, &EVIDENCE, 0) && !redefines(&pdf[end..], &walk.seen, root))
}

/// Whether the update writes an object of the signed document anew, other than the catalog. Where that is so, readers of PDF may disagree on
/// which of the two holds, whatever was found equal above.
fn redefines(update: &[u8], known: &HashSet<ObjectIdentifier>, root: ObjectIdentifier) -> bool {
    let known: HashSet<i64> = known.iter().filter(|id| **id != root).map(|id| i64::from(id.obj_number)).collect();
    let header = |at: usize| {
        let (_generation, before) = number(update[..at].trim_ascii_end())?;
        Some(number(before.trim_ascii_end())?.0)
    };
    memmem::find_iter(update, b"obj").filter_map(header).any(|number| known.contains(&number))
}

/// The number at the end of `bytes`, and what stands before it.
fn number(bytes: &[u8]) -> Option<(i64, &[u8])> {
    let digits = bytes.iter().rev().take(10).take_while(|byte| byte.is_ascii_digit()).count();
    let (before, digits) = bytes.split_at(bytes.len() - digits);
    Some((std::str::from_utf8(digits).ok()?.parse().ok()?, before))
}

struct Walk<'a> {
    signed: &'a Pdf,
    whole: &'a Pdf,
    seen: HashSet<ObjectIdentifier>,
    left: usize,
}

impl<'a> Walk<'a> {
    fn dicts(&mut self, before: &Dict<'a>, after: &Dict<'a>, beside: &[&[u8]], depth: usize) -> bool {
        let kept =
            |dict: &Dict<'a>| dict.keys().filter(|key| !beside.contains(&key.as_ref())).map(|key| key.to_vec()).collect::<HashSet<_>>();
        let keys = kept(before);
        keys == kept(after)
            && keys.iter().all(|key| {
                let (one, other) = (before.get_raw::<Object<'a>>(key), after.get_raw::<Object<'a>>(key));
                one.zip(other).is_some_and(|(one, other)| self.entries(one, other, depth))
            })
    }

    /// References must be the same reference, and lead to the same object.
    fn entries(&mut self, before: MaybeRef<Object<'a>>, after: MaybeRef<Object<'a>>, depth: usize) -> bool {
        match (before, after) {
            (MaybeRef::Ref(one), MaybeRef::Ref(other)) => {
                let (one, other): (ObjectIdentifier, ObjectIdentifier) = (one.into(), other.into());
                one == other && (!self.seen.insert(one) || self.resolved(one, depth))
            }
            (MaybeRef::NotRef(one), MaybeRef::NotRef(other)) => self.objects(&one, &other, depth),
            _ => false,
        }
    }

    fn resolved(&mut self, id: ObjectIdentifier, depth: usize) -> bool {
        match (self.signed.xref().get::<Object<'a>>(id), self.whole.xref().get::<Object<'a>>(id)) {
            (Some(one), Some(other)) => self.objects(&one, &other, depth),
            (None, None) => true,
            _ => false,
        }
    }

    fn objects(&mut self, before: &Object<'a>, after: &Object<'a>, depth: usize) -> bool {
        if self.left == 0 || depth == DEEPEST {
            return false;
        }
        self.left -= 1;
        match (before, after) {
            (Object::Dict(one), Object::Dict(other)) => self.dicts(one, other, &[], depth + 1),
            (Object::Array(one), Object::Array(other)) => self.arrays(one, other, depth + 1),
            (Object::Stream(one), Object::Stream(other)) => self.streams(one, other, depth + 1),
            (Object::Dict(_) | Object::Array(_) | Object::Stream(_), _) => false,
            (one, other) => one == other,
        }
    }

    fn arrays(&mut self, before: &Array<'a>, after: &Array<'a>, depth: usize) -> bool {
        let (mut one, mut other) = (before.raw_iter(), after.raw_iter());
        loop {
            let same = match (one.next(), other.next()) {
                (None, None) => return true,
                (Some(one), Some(other)) => self.entries(one, other, depth),
                _ => false,
            };
            if !same {
                return false;
            }
        }
    }

    fn streams(&mut self, before: &Stream<'a>, after: &Stream<'a>, depth: usize) -> bool {
        before.raw_data() == after.raw_data() && self.dicts(before.dict(), after.dict(), &[], depth)
    }
}
