//! What the things of a case are called: by the SOP version that the case keeps, and where no SOP names them by the office's content as it is today.

use crate::content::Content;
use sandika_domain::sop::{Field, Sop};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Document that every step takes beside those that its SOP asks for.
const OTHER_PAPER: &str = "lainnya";

/// Names of a case's things. What has no name any more is called by its id, without the dashes.
#[derive(Clone, Debug)]
pub struct Names {
    sop: Arc<Sop>,
    letters: BTreeMap<String, String>,
    messages: BTreeMap<String, String>,
    evidence: BTreeMap<String, String>,
    reasons: BTreeMap<String, String>,
}

impl Names {
    pub(crate) fn of(sop: Arc<Sop>, content: &Content) -> Self {
        let pair = |id: &String, name: &String| (id.clone(), name.clone());
        Self {
            sop,
            letters: content.templates.values().map(|library| pair(&library.template.id, &library.template.name)).collect(),
            messages: content.messages.0.iter().map(|message| pair(&message.id, &message.name)).collect(),
            evidence: content.reasons.0.iter().flat_map(|reason| &reason.evidence).map(|paper| pair(&paper.id, &paper.name)).collect(),
            reasons: content.reasons.0.iter().map(|reason| pair(&reason.id, &reason.label)).collect(),
        }
    }

    /// A lane of the SOP: who acts, or is waited for.
    pub fn lane(&self, id: &str) -> String {
        self.sop.lanes.iter().find(|lane| lane.id == id).map_or_else(|| plain(id), |lane| lane.name.clone())
    }

    /// A field of a step, if the SOP has it.
    pub fn field(&self, step: u32, id: &str) -> Option<&Field> {
        self.sop.step(step)?.field(id)
    }

    /// The label of a field.
    pub fn label(&self, step: u32, id: &str) -> String {
        self.field(step, id).map_or_else(|| plain(id), |field| field.label.clone())
    }

    /// The label of a field of any step, if the SOP has it.
    pub fn label_anywhere(&self, id: &str) -> Option<&str> {
        self.sop.steps.iter().find_map(|step| step.field(id)).map(|field| field.label.as_str())
    }

    /// A document as a step asks for it: by its own step first, which may call it otherwise than another one does.
    pub fn document(&self, step: u32, id: &str) -> String {
        let own = self.sop.step(step).into_iter();
        let asked = own.chain(&self.sop.steps).find_map(|step| step.document(id));
        asked.map_or_else(|| self.paper(id), |asked| asked.name.clone())
    }

    fn paper(&self, id: &str) -> String {
        match self.evidence.get(id) {
            Some(name) => name.clone(),
            None if id == OTHER_PAPER => "Berkas lain".to_owned(),
            None => plain(id),
        }
    }

    /// A letter, by its template.
    pub fn letter(&self, template: &str) -> String {
        self.letters.get(template).cloned().unwrap_or_else(|| plain(template))
    }

    /// A message.
    pub fn message(&self, id: &str) -> String {
        self.messages.get(id).cloned().unwrap_or_else(|| plain(id))
    }

    /// A reason for revocation.
    pub fn reason(&self, id: &str) -> String {
        self.reasons.get(id).cloned().unwrap_or_else(|| plain(id))
    }
}

/// Ids are Indonesian words: `sertifikat-telah-dicabut` is "sertifikat telah dicabut".
fn plain(id: &str) -> String {
    id.replace(['-', '_'], " ")
}
