//! Which room (workspace member, named by its folder) may depend on which, and who alone may know an outside crate.

use std::collections::BTreeSet;

use crate::breach::Breach;

/// Rooms that answer with values alone: no file system, clock, environment or randomness.
pub(super) const PURE: [&str; 2] = ["crates/domain", "crates/letters"];

/// A room and the rooms that it may name among its dependencies. The test kit may serve the tests of any room.
const ALLOWED: [(&str, &[&str]); 15] = [
    ("crates/domain", &[]),
    ("crates/store", &["crates/domain", "crates/windows"]),
    ("crates/letters", &["crates/domain"]),
    ("crates/intake", &["crates/domain", "crates/windows"]),
    ("crates/app", &["crates/domain", "crates/store", "crates/letters", "crates/intake"]),
    ("crates/api", &["crates/domain", "crates/store", "crates/app"]),
    ("crates/cli", &["crates/domain", "crates/app", "crates/api"]),
    // Its tests print letters.
    ("crates/print", &["crates/domain", "crates/letters", "crates/windows"]),
    ("crates/windows", &[]),
    ("src-tauri", &["crates/domain", "crates/app", "crates/api", "crates/print", "crates/windows"]),
    ("tests/devhost", &["crates/domain", "crates/app", "crates/api"]),
    // It knows the window as an officer does: from outside.
    ("tests/shell", &[]),
    (EMPTY_WINDOW, &[]),
    ("fuzz", &["crates/domain", "crates/intake"]),
    (TEST_KIT, &["crates/domain", "crates/store", "crates/letters", "crates/intake", "crates/app", "crates/api"]),
];

const TEST_KIT: &str = "crates/testkit";

/// The yardstick of the window's speed: a window as `src-tauri` opens it, with nothing behind it. It may know what the window is made of.
const EMPTY_WINDOW: &str = "tests/empty-window";

/// The workshop measures and generates, so it may know every room.
const EXEMPT: &str = "xtask";

/// Outside crates that one room alone may know. `name-` stands for the crate and its family.
const KEPT: [(&str, &str); 14] = [
    ("rusqlite", "crates/store"),
    ("rusqlite_migration", "crates/store"),
    ("printpdf", "crates/letters"),
    ("lopdf", "crates/letters"),
    ("notify", "crates/intake"),
    ("minisign-verify", "crates/app"),
    // Whoever signs is the workshop; what ships has no use for a secret key.
    ("minisign", TEST_KIT),
    ("ts-rs", "crates/api"),
    ("tauri", "src-tauri"),
    ("tauri-", "src-tauri"),
    ("rfd", "src-tauri"),
    ("gtk", "src-tauri"),
    ("windows-sys", "crates/windows"),
    ("winreg", "crates/windows"),
];
/// Of such a family only by name: it writes name, version and icon into a program while that is built.
const NOT_KEPT: &str = "tauri-winres";

/// Crates that no pure room may reach, not even through others.
const IMPURE: [&str; 6] = ["tokio", "mio", "rusqlite", "libsqlite3-sys", "tauri", "notify"];

/// One member of the workspace, as the rules see it.
#[derive(Default)]
pub(super) struct Package {
    /// Folder from the root; `crates/domain`.
    pub(super) room: String,
    /// The text of its Cargo.toml, to find the line of a dependency.
    pub(super) manifest: String,
    /// What its Cargo.toml names.
    pub(super) dependencies: Vec<Dependency>,
    /// Every outside crate that its code links, directly or not.
    pub(super) reaches: BTreeSet<String>,
}

/// One dependency as declared.
pub(super) struct Dependency {
    /// The package's name.
    pub(super) name: String,
    /// The room it is, if it is one of ours.
    pub(super) room: Option<String>,
    /// Whether only tests see it.
    pub(super) dev: bool,
}

/// Every breach between the rooms.
pub(super) fn breaches(packages: &[Package]) -> Vec<Breach> {
    packages.iter().filter(|package| package.room != EXEMPT).flat_map(of_package).collect()
}

fn of_package(package: &Package) -> Vec<Breach> {
    let manifest = format!("{}/Cargo.toml", package.room);
    let Some((_, may_use)) = ALLOWED.iter().find(|(room, _)| *room == package.room) else {
        let message = "this room has no rule: say in xtask/src/layers/rooms.rs and docs/architecture.md what it may know";
        return vec![Breach::new(&manifest, 1, message)];
    };
    let declared = package.dependencies.iter().filter_map(|dependency| {
        let message = fault(&package.room, may_use, dependency)?;
        Some(Breach::new(&manifest, line_of(&package.manifest, &dependency.name), message))
    });
    declared.chain(reached(package, &manifest)).collect()
}

fn fault(room: &str, may_use: &[&str], dependency: &Dependency) -> Option<String> {
    let name = &dependency.name;
    if let Some(other) = &dependency.room {
        let allowed = may_use.contains(&other.as_str()) || (dependency.dev && other == TEST_KIT);
        return (!allowed).then(|| format!("{room} may not know {other}"));
    }
    let family = |kept: &str| kept.ends_with('-') && name.starts_with(kept) && name != NOT_KEPT;
    let keeper = KEPT.iter().find(|(kept, _)| name == kept || family(kept))?.1;
    let yardstick = room == EMPTY_WINDOW && keeper == "src-tauri";
    (keeper != room && !yardstick).then(|| format!("only {keeper} may know {name}"))
}

fn reached<'a>(package: &'a Package, manifest: &'a str) -> impl Iterator<Item = Breach> + 'a {
    let pure = PURE.contains(&package.room.as_str());
    IMPURE
        .iter()
        .filter(move |name| pure && package.reaches.contains(**name))
        .map(move |name| Breach::new(manifest, 1, format!("{} is pure, but reaches {name}", package.room)))
}

/// The line that names a dependency, or 1.
fn line_of(manifest: &str, name: &str) -> usize {
    let names = |line: &str| {
        let rest = line.trim_start().strip_prefix(name);
        rest.is_some_and(|rest| rest.starts_with(['.', ' ', '=']))
    };
    manifest.lines().position(names).map_or(1, |index| index + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(room: &str, dependencies: &[&str]) -> Package {
        let dependency = |text: &&str| {
            let (dev, name) = text.strip_prefix("dev ").map_or((false, *text), |name| (true, name));
            let room = name.contains('/').then(|| name.to_owned());
            Dependency { name: name.rsplit('/').next().unwrap().to_owned(), room, dev }
        };
        let manifest = "[dependencies]\nstore.workspace = true\nrusqlite = \"0\"\n".to_owned();
        Package { room: room.to_owned(), manifest, dependencies: dependencies.iter().map(dependency).collect(), reaches: BTreeSet::new() }
    }

    #[test]
    fn every_arrow_that_points_the_wrong_way_is_found() {
        for (room, dependency, expected) in [
            ("crates/domain", "crates/store", Some("crates/domain/Cargo.toml:2: crates/domain may not know crates/store")),
            ("crates/letters", "crates/store", Some("crates/letters/Cargo.toml:2: crates/letters may not know crates/store")),
            ("crates/app", "crates/api", Some("crates/app/Cargo.toml:1: crates/app may not know crates/api")),
            ("crates/cli", "crates/store", Some("crates/cli/Cargo.toml:2: crates/cli may not know crates/store")),
            ("crates/app", "crates/store", None),
            ("crates/app", "crates/testkit", Some("crates/app/Cargo.toml:1: crates/app may not know crates/testkit")),
            ("crates/app", "dev crates/testkit", None),
            ("crates/app", "rusqlite", Some("crates/app/Cargo.toml:3: only crates/store may know rusqlite")),
            ("crates/app", "dev rusqlite", Some("crates/app/Cargo.toml:3: only crates/store may know rusqlite")),
            ("crates/store", "rusqlite", None),
            ("crates/app", "minisign", Some("crates/app/Cargo.toml:1: only crates/testkit may know minisign")),
            ("crates/app", "minisign-verify", None),
            ("crates/store", "lopdf", Some("crates/store/Cargo.toml:1: only crates/letters may know lopdf")),
            ("crates/cli", "ts-rs", Some("crates/cli/Cargo.toml:1: only crates/api may know ts-rs")),
            ("crates/cli", "tauri-winres", None),
            ("crates/api", "tauri-plugin-shell", Some("crates/api/Cargo.toml:1: only src-tauri may know tauri-plugin-shell")),
            ("tests/empty-window", "tauri", None),
            ("tests/empty-window", "rusqlite", Some("tests/empty-window/Cargo.toml:3: only crates/store may know rusqlite")),
            ("xtask", "rusqlite", None),
        ] {
            let found: Vec<String> = breaches(&[package(room, &[dependency])]).iter().map(Breach::to_string).collect();
            assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{room} → {dependency}");
        }
    }

    #[test]
    fn a_room_without_a_rule_is_found() {
        assert_eq!(breaches(&[package("crates/cellar", &[])]).len(), 1);
    }

    #[test]
    fn a_pure_room_may_not_reach_a_runtime_through_others() {
        let reaching = |room: &str| {
            let mut package = package(room, &[]);
            package.reaches.insert("tokio".to_owned());
            breaches(&[package]).len()
        };
        assert_eq!((reaching("crates/letters"), reaching("crates/app")), (1, 0));
    }
}
