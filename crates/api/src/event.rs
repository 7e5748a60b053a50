//! What a running application tells its screens unasked.

use crate::topic::Topic;
use crate::typescript::Declarations;
use crate::view::ProgressView;
use sandika_store::Progress;
use serde::Serialize;
use serde_json::Value;

/// Something that happened behind the screens.
#[derive(Clone, Debug)]
pub enum Event {
    /// What was changed by somebody else than the screen: those who show it read again.
    Changed(Vec<Topic>),
    /// How far the long work is that a screen waits for.
    Progress(Progress),
    /// The computer's own screen was locked: the desk is locked too.
    SystemLocked,
}

impl Event {
    /// Its name on the wire.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Changed(_) => "changed",
            Self::Progress(_) => "progress",
            Self::SystemLocked => "system-locked",
        }
    }

    /// What it carries.
    pub fn payload(&self) -> Value {
        match self {
            Self::Changed(topics) => json(topics),
            Self::Progress(progress) => json(&ProgressView::of(*progress)),
            Self::SystemLocked => Value::Null,
        }
    }
}

/// Our own shapes are always JSON.
fn json(value: &impl Serialize) -> Value {
    serde_json::to_value(value).unwrap_or_default()
}

/// `interface Events { name: payload }`.
pub(crate) fn event_map(declarations: &mut Declarations) -> String {
    let (topic, progress) = (declarations.add::<Topic>(), declarations.add::<ProgressView>());
    format!(
        "export interface Events {{\n  /** What was changed behind the screens. */\n  changed: {topic}[];\n  \
         /** How far the long work is. */\n  progress: {progress};\n  \
         /** The computer's own screen was locked. */\n  'system-locked': null;\n}}\n"
    )
}
