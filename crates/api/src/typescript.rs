//! The wire's shapes for TypeScript, in one file: `cargo xtask gen` writes it, CI checks that it is current.

use crate::{commands, event};
use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use ts_rs::{Config, TS, TypeVisitor};

/// Declarations by name, each once.
pub(crate) struct Declarations {
    config: Config,
    seen: HashSet<TypeId>,
    texts: BTreeMap<String, String>,
}

impl Declarations {
    fn new() -> Self {
        Self { config: Config::new().with_large_int("number"), seen: HashSet::new(), texts: BTreeMap::new() }
    }

    /// Declares a type with everything that it is made of; answers with its name.
    pub(crate) fn add<T: TS + 'static + ?Sized>(&mut self) -> String {
        if self.seen.insert(TypeId::of::<T>()) {
            T::visit_dependencies(self);
            T::visit_generics(self);
            if T::output_path().is_some() {
                let docs = T::docs().unwrap_or_default();
                self.texts.insert(T::ident(&self.config), format!("{docs}export {}", T::decl(&self.config)));
            }
        }
        T::name(&self.config)
    }
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        self.add::<T>();
    }
}

/// The file: every shape, and the map from command to arguments and answer.
pub fn typescript() -> String {
    let mut declarations = Declarations::new();
    let map = commands::command_map(&mut declarations);
    let events = event::event_map(&mut declarations);
    declarations.add::<crate::ApiError>();
    let shapes: Vec<&str> = declarations.texts.values().map(String::as_str).collect();
    format!("// Made by `cargo xtask gen` from crates/api; never edited by hand.\n\n{}\n\n{map}\n{events}", shapes.join("\n\n"))
}
