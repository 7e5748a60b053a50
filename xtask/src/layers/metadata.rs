//! What `cargo metadata` says of the workspace, reduced to what the rules ask.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::rooms::{Dependency, Package};
use crate::{Result, graph::Graph, repo::Repo};

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<RawPackage>,
    workspace_members: BTreeSet<String>,
    workspace_root: PathBuf,
    resolve: Graph,
}

#[derive(Deserialize)]
struct RawPackage {
    id: String,
    name: String,
    manifest_path: PathBuf,
    dependencies: Vec<RawDependency>,
}

#[derive(Deserialize)]
struct RawDependency {
    name: String,
    kind: Option<String>,
    path: Option<PathBuf>,
}

/// The members of the workspace. What they link is asked for this machine's platform: other platforms' crates (a browser's, say) are not ours.
pub(super) fn packages(repo: &Repo) -> Result<Vec<Package>> {
    let compiler = repo.read_command("rustc", &["--version", "--verbose"])?;
    let host = compiler.lines().find_map(|line| line.strip_prefix("host: ")).ok_or("rustc names no host")?;
    let mut packages = parse(&repo.read_command("cargo", &["metadata", "--format-version", "1", "--filter-platform", host])?)?;
    for package in &mut packages {
        let manifest = format!("{}/Cargo.toml", package.room);
        package.manifest = repo.text(&manifest)?.unwrap_or_default();
    }
    Ok(packages)
}

fn parse(json: &str) -> Result<Vec<Package>> {
    let metadata: Metadata = serde_json::from_str(json)?;
    let members = metadata.packages.iter().filter(|package| metadata.workspace_members.contains(&package.id));
    Ok(members.map(|member| package(&metadata, member)).collect())
}

fn package(metadata: &Metadata, member: &RawPackage) -> Package {
    let room_of = |path: &Path| {
        let inside = path.strip_prefix(&metadata.workspace_root).ok()?;
        Some(inside.to_string_lossy().replace('\\', "/"))
    };
    let dependency = |declared: &RawDependency| Dependency {
        name: declared.name.clone(),
        room: declared.path.as_deref().and_then(room_of),
        dev: declared.kind.as_deref() == Some("dev"),
    };
    Package {
        room: member.manifest_path.parent().and_then(room_of).unwrap_or_default(),
        manifest: String::new(),
        dependencies: member.dependencies.iter().map(dependency).collect(),
        reaches: reaches(metadata, &member.id),
    }
}

/// The names of all packages that the code of one package links, without its tests and build scripts.
fn reaches(metadata: &Metadata, from: &str) -> BTreeSet<String> {
    let seen = metadata.resolve.linked_by([from]);
    metadata.packages.iter().filter(|package| seen.contains(package.id.as_str())).map(|package| package.name.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = r#"{
      "workspace_root": "/w", "workspace_members": ["a"],
      "packages": [
        {"id": "a", "name": "sandika-a", "manifest_path": "/w/crates/a/Cargo.toml", "dependencies": [
          {"name": "sandika-b", "kind": null, "path": "/w/crates/b"}, {"name": "probe", "kind": "dev", "path": null}]},
        {"id": "x", "name": "middle", "manifest_path": "/r/x/Cargo.toml", "dependencies": []},
        {"id": "y", "name": "tokio", "manifest_path": "/r/y/Cargo.toml", "dependencies": []},
        {"id": "z", "name": "probe", "manifest_path": "/r/z/Cargo.toml", "dependencies": []}],
      "resolve": {"nodes": [
        {"id": "a", "deps": [{"pkg": "x", "dep_kinds": [{"kind": null}]}, {"pkg": "z", "dep_kinds": [{"kind": "dev"}]}]},
        {"id": "x", "deps": [{"pkg": "y", "dep_kinds": [{"kind": null}]}]},
        {"id": "y", "deps": []}]}
    }"#;

    #[test]
    fn members_come_with_their_rooms_and_what_they_reach() {
        let packages = parse(SAMPLE).unwrap();
        assert_eq!(packages.len(), 1);
        let package = &packages[0];
        assert_eq!(package.room, "crates/a");
        assert_eq!(package.dependencies[0].room.as_deref(), Some("crates/b"));
        assert!(package.dependencies[1].dev);
        assert_eq!(package.reaches, ["middle", "tokio"].map(str::to_owned).into(), "a dev-dependency is not linked");
    }
}
