//! Officials who sign.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// In which capacity an official signs (domain facts 2.2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Acting {
    /// Holds the post.
    #[default]
    Holder,
    /// "Plt.": acting while the post is vacant.
    Plt,
    /// "Plh.": acting while the holder is away.
    Plh,
    /// "a.n.": signs in the name of the post in `on_behalf_of`.
    AtasNama,
    /// "u.b.": signs for the one who signs in the name of the post in `on_behalf_of`.
    UntukBeliau,
}

/// What is known of an official.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficialDetails {
    /// What the official signs as: `kepala-dinas`, `kepala-bidang`, `petugas`, or a word of the office's own.
    pub role: String,
    /// Name with titles, as it is printed.
    pub name: String,
    /// 18 digits; empty for officials without.
    #[serde(default)]
    pub nip: String,
    /// e.g. "Pembina Utama Muda"; may be empty.
    #[serde(default)]
    pub rank: String,
    /// e.g. "IV/c"; may be empty.
    #[serde(default)]
    pub grade: String,
    /// The post, e.g. "Kepala Dinas Komunikasi dan Informatika".
    pub post: String,
    /// Capacity.
    #[serde(default)]
    pub acting: Acting,
    /// The post that is acted for, with [`Acting::AtasNama`] and [`Acting::UntukBeliau`]; one line each.
    #[serde(default)]
    pub on_behalf_of: Vec<String>,
    /// First day of the capacity.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Last day of the capacity.
    #[serde(default)]
    pub until: Option<NaiveDate>,
}

impl OfficialDetails {
    /// The post's lines above the signature, e.g. `["a.n. Kepala Dinas …", "Sekretaris,"]`.
    pub fn post_lines(&self) -> Vec<String> {
        let own = match self.acting {
            Acting::Plt => format!("Plt. {}", self.post),
            Acting::Plh => format!("Plh. {}", self.post),
            Acting::Holder | Acting::AtasNama | Acting::UntukBeliau => self.post.clone(),
        };
        let prefixes: &[&str] = match self.acting {
            Acting::AtasNama => &["a.n."],
            Acting::UntukBeliau => &["a.n.", "u.b."],
            Acting::Holder | Acting::Plt | Acting::Plh => &[],
        };
        let mut lines: Vec<String> = self.on_behalf_of.iter().zip(prefixes).map(|(post, prefix)| format!("{prefix} {post}")).collect();
        lines.push(format!("{own},"));
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn posts_are_written_with_their_capacity() {
        let official = |acting, on_behalf_of: &[&str]| OfficialDetails {
            role: "kepala-dinas".into(),
            name: "Contoh".into(),
            nip: String::new(),
            rank: String::new(),
            grade: String::new(),
            post: "Sekretaris".into(),
            acting,
            on_behalf_of: on_behalf_of.iter().map(|post| (*post).to_owned()).collect(),
            from: None,
            until: None,
        };
        for (acting, behalf, expected) in [
            (Acting::Holder, &[][..], vec!["Sekretaris,"]),
            (Acting::Plt, &[], vec!["Plt. Sekretaris,"]),
            (Acting::Plh, &[], vec!["Plh. Sekretaris,"]),
            (Acting::AtasNama, &["Kepala Dinas"], vec!["a.n. Kepala Dinas", "Sekretaris,"]),
            (Acting::UntukBeliau, &["Bupati", "Kepala Dinas"], vec!["a.n. Bupati", "u.b. Kepala Dinas", "Sekretaris,"]),
        ] {
            assert_eq!(official(acting, behalf).post_lines(), expected);
        }
    }
}
