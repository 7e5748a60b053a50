//! What differs between two states of the same thing, field by field, whatever its shape.

use super::change::Change;
use super::labels::{label, value_words};
use sandika_domain::person::mask;
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The fields in which two states differ; all that are filled in where there is no state before.
pub(super) fn differences<T: Serialize>(before: Option<&T>, after: Option<&T>) -> Vec<Change> {
    let (before, after) = (fields(before), fields(after));
    let places: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let text = |side: &BTreeMap<String, String>, place: &String| side.get(place).cloned().unwrap_or_default();
    let changes = places.into_iter().map(|place| Change { label: label(place), before: text(&before, place), after: text(&after, place) });
    let mut changes: Vec<Change> = changes.filter(|change| change.before != change.after).collect();
    changes.sort_by(|one, other| one.label.cmp(&other.label));
    changes
}

/// Every field that is filled in, by its place (`page.margins.top`), as an officer reads it.
fn fields<T: Serialize>(state: Option<&T>) -> BTreeMap<String, String> {
    let mut fields = BTreeMap::new();
    // Our own shapes are always JSON.
    let value = state.and_then(|state| serde_json::to_value(state).ok()).unwrap_or_default();
    gather(&value, "", &mut fields);
    fields
}

fn gather(value: &Value, place: &str, fields: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(parts) => {
            for (name, part) in parts {
                gather(part, &if place.is_empty() { name.clone() } else { format!("{place}.{name}") }, fields);
            }
        }
        other => {
            let text = words(other, place);
            if !text.is_empty() {
                fields.insert(place.to_owned(), text);
            }
        }
    }
}

fn words(value: &Value, place: &str) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => "ya".to_owned(),
        Value::Bool(false) => "tidak".to_owned(),
        Value::Number(number) => number.to_string().replace('.', ","),
        // What a person was is told by its ends: who saw a NIK whole is recorded, and not here.
        Value::String(text) if place.rsplit('.').next() == Some("nik") => mask(text),
        Value::String(text) => value_words(place, text),
        Value::Array(parts) => parts.iter().map(|part| words(part, place)).collect::<Vec<_>>().join("; "),
        Value::Object(_) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn told(before: Option<Value>, after: Value) -> Vec<String> {
        let changes = differences(before.as_ref(), Some(&after));
        changes.into_iter().map(|Change { label, before, after }| format!("{label}: {before} → {after}")).collect()
    }

    #[test]
    fn only_what_differs_is_told_in_words_of_the_screens() {
        let before = json!({ "name": "Dinas Kominfo", "phone": "", "page": { "margins": { "top": 20.0, "left": 30 } }, "registers": { "keluar": { "pattern": "{urut}" } } });
        let after = json!({ "name": "Diskominfo", "phone": "0771", "page": { "margins": { "top": 22.5, "left": 30 } }, "registers": { "keluar": { "pattern": "{urut}/X" } } });
        assert_eq!(
            told(Some(before.clone()), after),
            [
                "Nama: Dinas Kominfo → Diskominfo",
                "Register keluar: pola nomor: {urut} → {urut}/X",
                "Telepon:  → 0771",
                "Tepi atas (mm): 20,0 → 22,5"
            ]
        );
        assert_eq!(told(Some(before.clone()), before), [""; 0]);
    }

    #[test]
    fn without_a_state_before_everything_is_new_and_unknown_fields_are_called_by_their_names() {
        let after = json!({ "practice": true, "sesuatu_yang_baru": "x", "email_endings": ["a.go.id", "b.go.id"], "own_face": null });
        let expected = ["Akhiran e-mail dinas:  → a.go.id; b.go.id", "Kantor latihan:  → ya", "sesuatu yang baru:  → x"];
        assert_eq!(told(None, after), expected);
    }
}
