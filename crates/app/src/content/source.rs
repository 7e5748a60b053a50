//! Where content files come from: the copy inside the program, and the office's folder over it.

use crate::error::AppError;
use include_dir::{Dir, include_dir};
use sandika_domain::document::Finding;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

static SHIPPED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../content");

/// A shipped file that is no content of an office, by place.
pub(crate) fn shipped_file(name: &str) -> Option<&'static str> {
    SHIPPED.get_file(name)?.contents_utf8()
}

/// Whose file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Origin {
    Shipped,
    Own,
}

/// One content file. `name` is its place, e.g. `sops/natuna-pencabutan.toml`.
pub(super) struct ContentFile {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    pub(super) origin: Origin,
}

/// All content files by place.
pub(super) struct Source {
    shipped: BTreeMap<String, ContentFile>,
    own: BTreeMap<String, ContentFile>,
}

impl Source {
    /// The files inside the program.
    pub(super) fn shipped() -> Self {
        let mut shipped = BTreeMap::new();
        gather_shipped(&SHIPPED, &mut shipped);
        Self { shipped, own: BTreeMap::new() }
    }

    /// The same under the office's own, `None` where it has none.
    ///
    /// # Errors
    /// When the office's folder is there but cannot be read.
    pub(super) fn over(own: Option<&Path>) -> Result<Option<Self>, AppError> {
        let mut files = BTreeMap::new();
        if let Some(folder) = own.filter(|folder| folder.is_dir()) {
            gather_own(folder, "", &mut files)?;
        }
        Ok((!files.is_empty()).then(|| Self { own: files, ..Self::shipped() }))
    }

    /// The place of one file.
    pub(super) fn place(&self, name: &str) -> Place<'_> {
        Place { own: self.own.get(name), shipped: self.shipped.get(name) }
    }

    /// Every place of a folder, shipped ones first: a file of the office's own may take the id of a shipped one elsewhere.
    pub(super) fn folder<'s>(&'s self, folder: &'s str) -> impl Iterator<Item = Place<'s>> {
        let shipped = within(&self.shipped, folder);
        let added = within(&self.own, folder).filter(|file| !self.shipped.contains_key(&file.name));
        shipped.chain(added).map(|file| self.place(&file.name))
    }

    /// Files of the office that lie where nothing looks for them.
    pub(super) fn strangers(&self) -> impl Iterator<Item = &ContentFile> {
        let known = |name: &str| FOLDERS.iter().any(|folder| name.starts_with(folder)) || self.shipped.contains_key(name);
        self.own.values().filter(move |file| !known(&file.name))
    }
}

/// Folders whose files join in whatever they are called.
const FOLDERS: [&str; 4] = ["sops/", "letters/", "calendar/", "kepercayaan/"];

/// Endings of certificates, which lie beside the texts.
const CERTIFICATES: [&str; 6] = [".cer", ".crt", ".pem", ".der", ".p7b", ".p7c"];

/// What lies at one place: the office's file, the shipped one, or both.
#[derive(Clone, Copy)]
pub(super) struct Place<'s> {
    own: Option<&'s ContentFile>,
    shipped: Option<&'s ContentFile>,
}

impl<'s> Place<'s> {
    /// The office's file and the shipped one, as far as they are there.
    pub(super) fn files(self) -> impl Iterator<Item = &'s ContentFile> {
        self.own.into_iter().chain(self.shipped)
    }

    /// What the office's file says, if it can be read; else what the shipped one says. The faults of a file that is left aside go to `findings`.
    /// `None` when there is only a faulty file of the office.
    ///
    /// # Errors
    /// [`AppError::Content`] when the shipped file itself is faulty or missing where one must be.
    pub(super) fn read<T>(
        self,
        findings: &mut Vec<Finding>,
        mut parse: impl FnMut(&'s ContentFile) -> Result<T, Vec<Finding>>,
    ) -> Result<Option<(T, &'s ContentFile)>, AppError> {
        if let Some(own) = self.own {
            match parse(own) {
                Ok(value) => return Ok(Some((value, own))),
                Err(found) => findings.extend(found),
            }
        }
        match self.shipped {
            Some(shipped) => parse(shipped).map(|value| Some((value, shipped))).map_err(AppError::Content),
            None => Ok(None),
        }
    }
}

fn within<'s>(files: &'s BTreeMap<String, ContentFile>, folder: &'s str) -> impl Iterator<Item = &'s ContentFile> {
    files.values().filter(move |file| file.name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
}

fn gather_shipped(dir: &Dir<'_>, files: &mut BTreeMap<String, ContentFile>) {
    for file in dir.files().filter(|file| file.path().extension().is_some_and(|ending| ending == "toml")) {
        let name = file.path().to_string_lossy().replace('\\', "/");
        files.insert(name.clone(), ContentFile { name, bytes: file.contents().to_vec(), origin: Origin::Shipped });
    }
    dir.dirs().for_each(|inner| gather_shipped(inner, files));
}

/// Whether a file is a certificate in the folder for trusted ones.
fn is_certificate(name: &str) -> bool {
    let lower = name.to_lowercase();
    lower.starts_with("kepercayaan/") && CERTIFICATES.iter().any(|ending| lower.ends_with(ending))
}

fn gather_own(folder: &Path, prefix: &str, files: &mut BTreeMap<String, ContentFile>) -> Result<(), AppError> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            if prefix.is_empty() {
                gather_own(&entry.path(), &format!("{name}/"), files)?;
            }
        } else if name.ends_with(".toml") || is_certificate(&name) {
            let bytes = fs::read(entry.path())?;
            files.insert(name.clone(), ContentFile { name, bytes, origin: Origin::Own });
        }
    }
    Ok(())
}
