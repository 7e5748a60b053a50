//! The practice office, as it is when it is new.

use crate::Window;
use serde_json::{Value, json};

impl Window {
    /// Every open case, as its screen shows it.
    ///
    /// # Panics
    /// When the core does not tell.
    pub fn open_cases(&self) -> Vec<Value> {
        self.text("h1");
        let cases = self.rpc("case_list", &json!({ "standings": ["open"], "limit": 50 }));
        cases.as_array().unwrap().iter().map(|case| self.rpc("case_show", &json!({ "case": case["case"] }))).collect()
    }

    /// Shows a case and waits for its form.
    ///
    /// # Panics
    /// When it has none.
    pub fn show_case(&self, case: &Value) {
        self.go(&format!("permohonan/{}", case["case"].as_str().unwrap()));
        self.text("[role='group'][aria-label='Tindakan langkah']");
    }

    /// The case as it is now.
    pub fn case(&self, case: &Value) -> Value {
        self.rpc("case_show", &json!({ "case": case["case"] }))
    }
}
