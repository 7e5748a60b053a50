//! The document for programs: a bill of materials by CycloneDX 1.6 (ECMA-424).

use serde_json::{Value, json};

use super::Part;
use crate::Result;

/// The same parts give the same bytes: no date, no random number.
pub(super) fn document(version: &str, parts: &[Part]) -> Result<String> {
    let components: Vec<Value> = parts.iter().map(component).collect();
    let bill = json!({
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "sandika",
                "name": "Sandika",
                "version": version,
                "licenses": [{ "expression": "MIT OR Apache-2.0" }],
            },
        },
        "components": components,
    });
    Ok(serde_json::to_string_pretty(&bill)? + "\n")
}

fn component(part: &Part) -> Value {
    let mut component = json!({
        "type": "library",
        "bom-ref": part.purl,
        "name": part.name,
        "version": part.version,
        "licenses": [{ "expression": part.licence }],
        "purl": part.purl,
    });
    if let Some(sum) = &part.sha256 {
        component["hashes"] = json!([{ "alg": "SHA-256", "content": sum }]);
    }
    component
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn each_part_is_named_with_its_origin_licence_and_sum() {
        let bill: Value = serde_json::from_str(&document("1.2.3", &[sample("satu", &[])]).unwrap()).unwrap();
        assert_eq!(bill["metadata"]["component"]["version"], "1.2.3");
        let part = &bill["components"][0];
        assert_eq!((&part["name"], &part["purl"]), (&json!("satu"), &json!("pkg:cargo/satu@1.0.0")));
        assert_eq!(part["licenses"][0]["expression"], "MIT");
        assert_eq!(part["hashes"][0]["content"], "00ff");
    }
}
