//! Where content files come from: the copy inside the program, and the office's folder over it.

use crate::error::AppError;
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

static SHIPPED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../content");

/// Whose file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// # Errors
    /// When the office's folder is there but cannot be read.
    pub(super) fn open(own: Option<&Path>) -> Result<Self, AppError> {
        let mut shipped = BTreeMap::new();
        gather_shipped(&SHIPPED, &mut shipped);
        let mut files = BTreeMap::new();
        if let Some(folder) = own.filter(|folder| folder.is_dir()) {
            gather_own(folder, "", &mut files)?;
        }
        Ok(Self { shipped, own: files })
    }

    pub(super) fn own(&self, name: &str) -> Option<&ContentFile> {
        self.own.get(name)
    }

    /// # Errors
    /// When the program was built without the file.
    pub(super) fn shipped(&self, name: &str) -> Result<&ContentFile, AppError> {
        self.shipped.get(name).ok_or_else(|| AppError::Content(Vec::new()))
    }

    /// Shipped files of a folder, then the office's own: a later one of the same id takes the place of an earlier one.
    pub(super) fn folder<'s>(&'s self, folder: &'s str) -> impl Iterator<Item = &'s ContentFile> {
        let shipped = self.shipped_folder(folder).filter(|file| !self.own.contains_key(&file.name));
        shipped.chain(within(&self.own, folder))
    }

    pub(super) fn shipped_folder<'s>(&'s self, folder: &'s str) -> impl Iterator<Item = &'s ContentFile> {
        within(&self.shipped, folder)
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

fn gather_own(folder: &Path, prefix: &str, files: &mut BTreeMap<String, ContentFile>) -> Result<(), AppError> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            if prefix.is_empty() {
                gather_own(&entry.path(), &format!("{name}/"), files)?;
            }
        } else if name.ends_with(".toml") {
            let bytes = fs::read(entry.path())?;
            files.insert(name.clone(), ContentFile { name, bytes, origin: Origin::Own });
        }
    }
    Ok(())
}
