//! The screen's own layers, in `ui/src`: platform ← ipc ← features, shared ← features ← views.

use crate::breach::Breach;

/// The shell's packages, which only `ui/src/platform` may import.
const SHELL: &str = "@tauri-apps";

/// A room of `ui/src` and the rooms that it may not import.
const FORBIDDEN: [(&str, &[&str]); 6] = [
    ("platform", &["ipc", "shared", "features", "views"]),
    ("ipc", &["shared", "features", "views"]),
    ("text", &["platform", "ipc", "shared", "features", "views"]),
    ("shared", &["platform", "features", "views"]),
    ("features", &["platform", "views"]),
    ("views", &["platform"]),
];

/// The breaches of one file under `ui/src`.
pub(super) fn breaches(file: &str, text: &str) -> Vec<Breach> {
    let Some(place) = file.strip_prefix("ui/src/") else {
        return Vec::new();
    };
    let room = place.split('/').next().unwrap_or_default();
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        for imported in imports(line) {
            if let Some(message) = fault(place, room, imported) {
                found.push(Breach::new(file, index + 1, message));
            }
        }
    }
    found
}

fn fault(place: &str, room: &str, imported: &str) -> Option<String> {
    if imported.starts_with(SHELL) {
        return (room != "platform").then(|| format!("only ui/src/platform may import {imported}"));
    }
    let target = resolve(place, imported)?;
    let (_, forbidden) = FORBIDDEN.iter().find(|(name, _)| *name == room)?;
    let target = target.split('/').next().unwrap_or_default();
    forbidden.contains(&target).then(|| format!("ui/src/{room} may not import ui/src/{target}"))
}

/// The quoted text behind `from`, `import` or `import(` on a line.
fn imports(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices(['"', '\'']).filter_map(move |(start, quote)| {
        let before = line[..start].trim_end().trim_end_matches('(');
        let rest = &line[start + 1..];
        let word = before.rsplit(|letter: char| !letter.is_ascii_alphabetic()).next()?;
        matches!(word, "from" | "import").then(|| rest.split(quote).next().unwrap_or(rest))
    })
}

/// Where an import leads, from `ui/src`; `None` for a package.
fn resolve(place: &str, imported: &str) -> Option<String> {
    if let Some(rooted) = ["@/", "$lib/", "~/"].iter().find_map(|alias| imported.strip_prefix(alias)) {
        return Some(rooted.to_owned());
    }
    if !imported.starts_with('.') {
        return None;
    }
    let mut path: Vec<&str> = place.split('/').collect();
    path.pop();
    for segment in imported.split('/') {
        match segment {
            "." => {}
            ".." => drop(path.pop()),
            name => path.push(name),
        }
    }
    Some(path.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn imports_that_cross_a_wall_are_found() {
        for (file, line, expected) in [
            ("ui/src/features/cases/List.svelte", "import { invoke } from '@tauri-apps/api/core';", true),
            ("ui/src/platform/tauri.ts", "import { invoke } from '@tauri-apps/api/core';", false),
            ("ui/src/shared/table/Table.svelte", "import X from '../../features/cases/X.svelte';", true),
            ("ui/src/shared/table/Table.svelte", "import X from './Row.svelte';", false),
            ("ui/src/ipc/call.ts", "import { send } from \"../platform\";", false),
            ("ui/src/features/cases/a.ts", "const late = await import('../../views/Home.svelte');", true),
            ("ui/src/features/cases/a.ts", "import { t } from '@/text/id';", false),
            ("ui/src/views/Home.svelte", "import '../platform/http';", true),
            ("ui/src/views/Home.svelte", "const note = 'from the platform';", false),
        ] {
            assert_eq!(!breaches(file, line).is_empty(), expected, "{file}: {line}");
        }
    }
}
