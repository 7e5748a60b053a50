//! Two revisions of one document side by side, object by object.

use hayro::hayro_syntax::Pdf;
use hayro::hayro_syntax::object::{Array, Dict, MaybeRef, Name, Object, ObjectIdentifier, Stream};
use std::collections::HashSet;

/// Objects that are compared; larger documents count as changed.
const MOST_OBJECTS: usize = 200_000;

/// Objects directly within one another.
const DEEPEST: usize = 256;

/// What may differ without changing what was signed.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Allowance {
    /// Entries of the catalog that hold evidence.
    Evidence,
    /// The same, and new fields of signatures on pages and in the list of fields.
    Signatures,
}

/// Entries of the catalog that evidence may add or change.
const EVIDENCE: [&[u8]; 3] = [b"DSS", b"Extensions", b"Version"];

pub(super) struct Walk<'a> {
    signed: &'a Pdf,
    whole: &'a Pdf,
    allowance: Allowance,
    seen: HashSet<ObjectIdentifier>,
    /// Objects that may be written anew, because they were compared entry by entry.
    renewed: HashSet<ObjectIdentifier>,
    waiting: Vec<ObjectIdentifier>,
    left: usize,
}

impl<'a> Walk<'a> {
    pub(super) fn new(signed: &'a Pdf, whole: &'a Pdf, allowance: Allowance) -> Self {
        Self { signed, whole, allowance, seen: HashSet::new(), renewed: HashSet::new(), waiting: Vec::new(), left: MOST_OBJECTS }
    }

    /// Numbers of the signed document's objects that an update must not write anew.
    pub(super) fn kept(&self) -> HashSet<u32> {
        self.seen.difference(&self.renewed).map(|id| id.obj_number).collect()
    }

    /// Whether everything that the catalog of the signed document leads to is there as it was.
    pub(super) fn is_same(&mut self) -> bool {
        let root = self.signed.xref().root_id();
        let catalogs = self.signed.xref().get::<Dict<'a>>(root).zip(self.whole.xref().get::<Dict<'a>>(root));
        let Some((before, after)) = catalogs.filter(|_| root == self.whole.xref().root_id()) else { return false };
        self.seen.insert(root);
        self.renewed.insert(root);
        let signatures = self.allowance == Allowance::Signatures;
        let catalog = match self.allowance {
            Allowance::Evidence => after.contains_key(b"DSS") && self.dicts(&before, &after, &EVIDENCE, 0),
            Allowance::Signatures => {
                self.form(&before, &after) && self.dicts(&before, &after, &[EVIDENCE.as_slice(), &[b"AcroForm"]].concat(), 0)
            }
        };
        catalog && self.is_rest_same() && (!signatures || self.renewed.len() > 1)
    }

    /// Everything that was referred to so far, and what that refers to.
    fn is_rest_same(&mut self) -> bool {
        while let Some(id) = self.waiting.pop() {
            let pair = (self.signed.xref().get::<Object<'a>>(id), self.whole.xref().get::<Object<'a>>(id));
            let same = match pair {
                (Some(one), Some(other)) => self.objects(&one, &other, 0),
                (None, None) => true,
                _ => false,
            };
            if !same {
                return false;
            }
        }
        true
    }

    /// The list of fields may have grown by signatures.
    fn form(&mut self, before: &Dict<'a>, after: &Dict<'a>) -> bool {
        let form = |catalog: &Dict<'a>| catalog.get::<Dict<'a>>(b"AcroForm");
        let Some((one, other)) = form(before).zip(form(after)) else { return false };
        self.grown(&one, &other, b"Fields") && self.dicts(&one, &other, &[b"Fields", b"SigFlags"], 1)
    }

    /// A list whose first entries are what they were, and whose further ones are fields of signatures that the signed document does not know.
    fn grown(&mut self, before: &Dict<'a>, after: &Dict<'a>, key: &[u8]) -> bool {
        let list = |dict: &Dict<'a>| match dict.contains_key(key) {
            true => dict.get::<Array<'a>>(key).map(|array| array.raw_iter().take(MOST_OBJECTS).collect::<Vec<_>>()),
            false => Some(Vec::new()),
        };
        let lists = list(before).zip(list(after)).filter(|(one, other)| one.len() <= other.len() && other.len() < MOST_OBJECTS);
        let Some((one, mut other)) = lists else { return false };
        let added = other.split_off(one.len());
        if !added.is_empty() {
            self.renewed.extend(before.obj_id().into_iter().chain(before.get_ref(key).map(ObjectIdentifier::from)));
        }
        one.into_iter().zip(other).all(|(one, other)| self.entries(one, other, 0)) && added.iter().all(|entry| self.is_new_signature(entry))
    }

    fn is_new_signature(&self, entry: &MaybeRef<Object<'a>>) -> bool {
        let MaybeRef::Ref(reference) = entry else { return false };
        let id = ObjectIdentifier::from(*reference);
        let is = |field: &Dict<'a>, key: &[u8], name: &[u8]| field.get::<Name<'a>>(key).is_some_and(|found| found.as_ref() == name);
        let field = self.whole.xref().get::<Dict<'a>>(id).filter(|_| self.signed.xref().get::<Object<'a>>(id).is_none());
        field.is_some_and(|field| is(&field, b"Subtype", b"Widget") && is(&field, b"FT", b"Sig") && field.contains_key(b"V"))
    }

    fn dicts(&mut self, before: &Dict<'a>, after: &Dict<'a>, beside: &[&[u8]], depth: usize) -> bool {
        let is_page = before.get::<Name<'a>>(b"Type").is_some_and(|name| name.as_ref() == b"Page");
        if is_page && self.allowance == Allowance::Signatures {
            return self.grown(before, after, b"Annots") && self.equal(before, after, &[b"Annots"], depth);
        }
        self.equal(before, after, beside, depth)
    }

    fn equal(&mut self, before: &Dict<'a>, after: &Dict<'a>, beside: &[&[u8]], depth: usize) -> bool {
        let kept =
            |dict: &Dict<'a>| dict.keys().filter(|key| !beside.contains(&key.as_ref())).map(|key| key.to_vec()).collect::<HashSet<_>>();
        let keys = kept(before);
        keys == kept(after)
            && keys.iter().all(|key| {
                let (one, other) = (before.get_raw::<Object<'a>>(key), after.get_raw::<Object<'a>>(key));
                one.zip(other).is_some_and(|(one, other)| self.entries(one, other, depth))
            })
    }

    /// References must be the same reference; what they lead to is compared later, once.
    fn entries(&mut self, before: MaybeRef<Object<'a>>, after: MaybeRef<Object<'a>>, depth: usize) -> bool {
        match (before, after) {
            (MaybeRef::Ref(one), MaybeRef::Ref(other)) => {
                let (one, other): (ObjectIdentifier, ObjectIdentifier) = (one.into(), other.into());
                if self.seen.insert(one) {
                    self.waiting.push(one);
                }
                one == other
            }
            (MaybeRef::NotRef(one), MaybeRef::NotRef(other)) => self.objects(&one, &other, depth),
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
