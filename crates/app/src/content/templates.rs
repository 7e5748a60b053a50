//! Letter templates of the library: what ships, over it files of the office, over both what the office has saved in its store.

use super::LibraryTemplate;
use super::source::{ContentFile, Origin, Source};
use crate::error::AppError;
use sandika_domain::document::{Code, Finding};
use sandika_domain::letter::{Template, TemplateFault, TemplateOrigin};
use sandika_store::SavedTemplate;
use std::collections::BTreeMap;

type Templates = BTreeMap<String, LibraryTemplate>;

/// Every template by id. A faulty one is left aside with its findings.
pub(super) fn read(source: &Source, saved: &[SavedTemplate], findings: &mut Vec<Finding>) -> Result<Templates, AppError> {
    let mut found = Templates::new();
    for place in source.folder("letters") {
        if let Some((template, file)) = place.read(findings, of_file)? {
            found.insert(template.id.clone(), library(template, file));
        }
    }
    lay_over(&mut found, saved, findings);
    Ok(found)
}

/// Puts what the office has saved in the place of what there is. A file that no longer holds is reported.
pub(super) fn lay_over(templates: &mut Templates, saved: &[SavedTemplate], findings: &mut Vec<Finding>) {
    for row in saved {
        let name = format!("surat tersimpan {}", row.template);
        match checked(&name, row.text.as_bytes()) {
            Ok(template) => {
                let (id, hash, text) = (row.template.clone(), row.hash.clone(), row.text.clone());
                let replaced = templates.insert(id, LibraryTemplate { template, hash, text, origin: TemplateOrigin::Office });
                let shadowed = replaced.filter(|replaced| replaced.origin == TemplateOrigin::File);
                findings.extend(shadowed.map(|replaced| shadowed_file(&replaced)));
            }
            Err(faults) => findings.extend(faults),
        }
    }
}

fn shadowed_file(replaced: &LibraryTemplate) -> Finding {
    let message = format!(
        "Berkas ini tidak dipakai karena surat “{}” sudah diubah dan disimpan di Pengaturan. Kembalikan surat itu di Pengaturan bila berkasnya \
         yang harus berlaku, atau pindahkan berkas ini.",
        replaced.template.name
    );
    Finding::new(&replaced.template.file, 1, Code::S001, message)
}

fn library(template: Template, file: &ContentFile) -> LibraryTemplate {
    let origin = match file.origin {
        Origin::Shipped => TemplateOrigin::Shipped,
        Origin::Own => TemplateOrigin::File,
    };
    let text = String::from_utf8_lossy(&file.bytes).into_owned();
    LibraryTemplate { template, hash: crate::hash::sha256(&file.bytes), text, origin }
}

/// What ships is read but not judged again at every start: a test does that.
fn of_file(file: &ContentFile) -> Result<Template, Vec<Finding>> {
    match file.origin {
        Origin::Shipped => Template::parse(&file.name, &file.bytes).map_err(findings),
        Origin::Own => checked(&file.name, &file.bytes),
    }
}

fn checked(name: &str, bytes: &[u8]) -> Result<Template, Vec<Finding>> {
    let read = Template::parse(name, bytes).and_then(|template| {
        let faults = template.check();
        if faults.is_empty() { Ok(template) } else { Err(faults) }
    });
    read.map_err(findings)
}

fn findings(faults: Vec<TemplateFault>) -> Vec<Finding> {
    faults.into_iter().map(finding).collect()
}

/// A fault of a letter as a finding of the content: it keeps its own code and the part of the letter in its words.
fn finding(fault: TemplateFault) -> Finding {
    let TemplateFault { file, line, field, code, message } = fault;
    let at = if field.is_empty() { String::new() } else { format!(", {field}") };
    Finding::new(&file, line, Code::S001, format!("({code}{at}) {message}"))
}

#[cfg(test)]
mod tests {
    use crate::content::Content;

    #[test]
    fn every_letter_that_ships_stands_its_check() {
        let content = Content::shipped().unwrap();
        assert!(content.templates.contains_key("surat-rekomendasi-pencabutan"));
        for library in content.templates.values() {
            assert_eq!(library.template.check(), [], "{}", library.template.id);
        }
    }
}
