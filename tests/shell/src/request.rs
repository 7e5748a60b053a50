//! The form *Permohonan baru* under a hand.

use crate::{Window, button, until};

/// The form, open in the window.
pub struct Request<'w>(&'w Window);

impl<'w> Request<'w> {
    /// Opens it as officers do, with Ctrl+N from wherever they are.
    pub fn begin(window: &'w Window) -> Self {
        window.text("h1");
        Self::hurried(window)
    }

    /// Presses Ctrl+N at once, however much of the page is there.
    pub fn hurried(window: &'w Window) -> Self {
        window.press(CTRL_N);
        until("the form of a new request", || window.shows(FORM).then_some(()));
        Self(window)
    }

    /// Chooses the SOP along which it is served.
    pub fn sop(&self, sop: &str) {
        self.0.click(&format!("input[name='sop'][value='{sop}']"));
    }

    /// Finds an owner in the register by part of the name. Their certificate and their institution come with them.
    pub fn owner(&self, name: &str) {
        self.0.type_into("#owner", name);
        self.0.click(&format!("//*[@role='option'][contains(., '{name}')]"));
        until("the certificate", || self.0.shows("input[name='certificate']:checked:not([value=''])").then_some(()));
    }

    /// Types into a field, or chooses in it, by its id.
    pub fn field(&self, id: &str, value: &str) {
        let control = format!("[id='{id}']");
        if self.0.shows(&format!("select{control}")) {
            self.0.choose(&control, value);
        } else {
            self.0.type_into(&control, value);
        }
    }

    /// Fills in a whole revocation along Natuna's SOP, for an owner of the practice office who retires.
    pub fn revocation(&self) {
        self.sop("natuna-pencabutan");
        self.owner("Contoh Hadi");
        for (field, value) in [
            ("channel", "surat"),
            ("letter_number", "800/40/CTH"),
            ("letter_date", "5-1-2026"),
            ("reason", "pensiun"),
            ("reason_text", "Permohonan telah diketahui atasan langsung."),
            ("effective_on", "1 Feb 2026"),
            ("legal_number", "882/15/BKPSDM"),
            ("legal_date", "02/01/26"),
        ] {
            self.field(field, value);
        }
    }

    /// Opens the case and answers with its id, once its first step is shown.
    ///
    /// # Panics
    /// When it is not opened.
    pub fn open(self) -> String {
        self.0.click(&button("Buka perkara"));
        until("the first step", || self.0.says("Langkah 1 dari").then_some(()));
        let place = self.0.run("return window.location.hash;");
        place.as_str().and_then(|place| place.rsplit('/').next()).unwrap().to_owned()
    }
}

const FORM: &str = "//h1[normalize-space()='Permohonan baru']";
/// Control and N, as WebDriver writes it.
const CTRL_N: &str = "\u{E009}n\u{E000}";
