//! Links of the documents, and the pictures in them: one to a local file leads somewhere.

use pulldown_cmark::{Event, Parser, Tag};

use super::File;
use crate::breach::Breach;

/// The breaches of one Markdown file; `exists` tells whether a path from the root is there.
pub(super) fn breaches(file: &File, exists: &dyn Fn(&str) -> bool) -> Vec<Breach> {
    if file.ending() != "md" {
        return Vec::new();
    }
    let lost = local_targets(&file.path, &file.text).into_iter().filter(|(_, target)| !exists(target));
    lost.map(|(line, target)| file.breach(line, format!("the link to {target} leads nowhere"))).collect()
}

/// Every local file that a Markdown text links to or shows, from the root, with the line.
pub(crate) fn local_targets(from: &str, markdown: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (event, range) in Parser::new(markdown).into_offset_iter() {
        let (Event::Start(Tag::Link { dest_url, .. }) | Event::Start(Tag::Image { dest_url, .. })) = event else {
            continue;
        };
        if let Some(target) = local(from, &dest_url) {
            found.push((markdown[..range.start].matches('\n').count() + 1, target));
        }
    }
    found
}

/// Where a link leads, from the root; `None` for the web, mail, and places on the same page.
fn local(from: &str, link: &str) -> Option<String> {
    let path = link.split('#').next().unwrap_or_default();
    if path.is_empty() || path.contains("://") || path.starts_with("mailto:") {
        return None;
    }
    let mut steps: Vec<&str> = from.split('/').collect();
    steps.pop();
    for step in path.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(steps.pop()),
            name => steps.push(name),
        }
    }
    Some(steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_that_lead_nowhere_are_found() {
        let there = |path: &str| matches!(path, "README.md" | "docs/glossary.md" | "docs/adr");
        for (text, expected) in [
            ("[a](gone.md)", Some(1)),
            ("one\n\n![p](../icons/x.png)", Some(3)),
            ("[a][b]\n\n[b]: nowhere.md", Some(1)),
            ("[a](glossary.md#case) [b](../README.md) [c](adr/)", None),
            ("[a](https://example.org) [b](#here) [c](mailto:a@example.org)", None),
            ("`[a](gone.md)`\n\n```\n[a](gone.md)\n```", None),
        ] {
            let found = breaches(&File::new("docs/page.md", text), &there);
            assert_eq!(found.first().map(|breach| breach.line), expected, "{text}");
        }
    }
}
