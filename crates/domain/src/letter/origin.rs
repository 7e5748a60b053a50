//! Where the text of a letter template comes from.

use crate::document::word_enum;

word_enum! {
    /// Where the text of a letter template comes from, the strongest last: what the office saved holds over a file, and a file over what ships.
    TemplateOrigin {
        /// It ships with the product.
        Shipped = "bawaan",
        /// A file in the content folder of one of the office's computers.
        File = "berkas",
        /// Saved by the office, in its journal.
        Office = "kantor",
    }
}
