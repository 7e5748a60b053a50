//! Which package links which, as `cargo metadata` resolves it.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

/// The part `resolve` of what it says.
#[derive(Deserialize)]
pub(crate) struct Graph {
    nodes: Vec<Node>,
}

#[derive(Deserialize)]
struct Node {
    id: String,
    deps: Vec<Edge>,
}

#[derive(Deserialize)]
struct Edge {
    pkg: String,
    dep_kinds: Vec<EdgeKind>,
}

#[derive(Deserialize)]
struct EdgeKind {
    /// `None` for a dependency of the code itself, else `dev` or `build`.
    kind: Option<String>,
}

impl Graph {
    /// The ids of all packages that the code of these links, directly or through others, without their tests and build scripts.
    pub(crate) fn linked_by<'g>(&'g self, from: impl IntoIterator<Item = &'g str>) -> BTreeSet<&'g str> {
        let nodes: BTreeMap<&str, &Node> = self.nodes.iter().map(|node| (node.id.as_str(), node)).collect();
        let mut open: Vec<&str> = from.into_iter().collect();
        let mut seen = BTreeSet::new();
        while let Some(id) = open.pop() {
            let edges = nodes.get(id).map_or(&[][..], |node| &node.deps);
            let linked = edges.iter().filter(|edge| edge.dep_kinds.iter().any(|kind| kind.kind.is_none()));
            open.extend(linked.map(|edge| edge.pkg.as_str()).filter(|id| seen.insert(*id)));
        }
        seen
    }
}
