//! Letters that are to come back signed.

use crate::{TestOffice, Walker, sample};
use serde_json::json;

/// A letter that waits to come back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwaitedLetter {
    /// Its id.
    pub letter: String,
    /// Its case.
    pub case: String,
    /// The PDF as it was issued.
    pub pdf: Vec<u8>,
}

/// A case that is walked until a letter wants to come back signed, and that letter. Each needs a number of its own, from 0.
pub fn awaited_letter(office: &mut TestOffice, number: u32) -> AwaitedLetter {
    let mut walker = Walker::open(office, "demak-pencabutan", Some("pensiun"), number + 1);
    loop {
        let view = walker.view();
        let offers = view["form"]["letters"].as_array().unwrap().clone();
        let Some(offer) = offers.iter().find(|offer| offer["scan_back"] == true) else {
            walker.pass();
            continue;
        };
        walker.fill();
        let case = walker.case.clone();
        let letter = json!({ "case": case, "template": offer["template"], "values": sample::letter_values() });
        let issued = walker.office.ok_now("letter_issue", json!({ "step": view["step"], "letter": letter }));
        let letter = issued["letter"].as_str().unwrap().to_owned();
        let pdf = walker.office.office.letter_pdf(letter.parse().unwrap(), None).unwrap();
        return AwaitedLetter { letter, case, pdf };
    }
}
