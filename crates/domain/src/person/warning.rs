//! What an officer should look at but may override with a reason.

use std::fmt;

/// Something unusual in a person's data. An override is recorded under [`Warning::code`]; the sentence is for the officer's eyes only, since it
/// may show a birth date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// Appointed at 17.
    AppointedUnder18 {
        /// Age at appointment, full years.
        age: i32,
    },
    /// Appointed as a civil servant after 40.
    AppointedOver40 {
        /// Age at appointment, full years.
        age: i32,
    },
    /// The agreement number of a PPPK is not 21 to 29.
    AgreementUnusual {
        /// Digits 13 and 14.
        agreement: u8,
    },
    /// The NIK begins with a province code that is not known here.
    ProvinceUnknown {
        /// The code, 0 to 99.
        code: u32,
    },
    /// NIK and NIP give different birth dates.
    BirthDiffers {
        /// As the NIK says: "03-09-68".
        nik: String,
        /// As the NIP says: "03-09-1968".
        nip: String,
    },
    /// NIK and NIP give different sexes.
    SexDiffers,
    /// The address is not of an official domain.
    EmailNotOfficial {
        /// The domain.
        domain: String,
    },
    /// The address is of a public mail provider.
    EmailPublicProvider {
        /// The domain.
        domain: String,
    },
    /// A hyphen stands before the `@`.
    EmailHyphen,
}

impl Warning {
    /// A name that never changes, under which an override is recorded.
    pub fn code(&self) -> &'static str {
        match self {
            Self::AppointedUnder18 { .. } => "nip-appointed-under-18",
            Self::AppointedOver40 { .. } => "nip-appointed-over-40",
            Self::AgreementUnusual { .. } => "nip-agreement-unusual",
            Self::ProvinceUnknown { .. } => "nik-province-unknown",
            Self::BirthDiffers { .. } => "nik-nip-birth-differs",
            Self::SexDiffers => "nik-nip-sex-differs",
            Self::EmailNotOfficial { .. } => "email-not-official",
            Self::EmailPublicProvider { .. } => "email-public-provider",
            Self::EmailHyphen => "email-hyphen",
        }
    }
}

impl fmt::Display for Warning {
    /// What is unusual, why it matters, what to do.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AppointedUnder18 { age } => {
                write!(f, "Menurut NIP, usia saat pengangkatan {age} tahun. Pastikan tanggal lahir dan TMT sesuai dengan SK.")
            }
            Self::AppointedOver40 { age } => {
                write!(f, "Menurut NIP, usia saat pengangkatan {age} tahun, di atas batas yang lazim. Pastikan angkanya sesuai dengan SK.")
            }
            Self::AgreementUnusual { agreement } => {
                write!(f, "Angka ke-13 dan ke-14 NIP ({agreement:02}) tidak lazim untuk PPPK (biasanya 21). Pastikan sesuai dengan SK.")
            }
            Self::ProvinceUnknown { code } => {
                write!(f, "Kode provinsi pada NIK ({code:02}) tidak dikenal. Pastikan dua angka pertama sesuai dengan KTP.")
            }
            Self::BirthDiffers { nik, nip } => write!(
                f,
                "Tanggal lahir pada NIK ({nik}) berbeda dari NIP ({nip}). AMS mencocokkan data dengan Dukcapil dan BKN sehingga permohonan \
                 dapat ditolak. Periksa KTP dan SK; bila keduanya benar, tuliskan alasannya."
            ),
            Self::SexDiffers => f.write_str(
                "Jenis kelamin pada NIK berbeda dari NIP. AMS mencocokkan data dengan Dukcapil dan BKN sehingga permohonan dapat ditolak. \
                 Periksa KTP dan SK; bila keduanya benar, tuliskan alasannya.",
            ),
            Self::EmailNotOfficial { domain } => {
                write!(
                    f,
                    "Alamat di {domain} bukan e-mail dinas; AMS hanya menerima e-mail dinas. Mintalah alamat dinas milik pribadi pemilik."
                )
            }
            Self::EmailPublicProvider { domain } => {
                write!(
                    f,
                    "{domain} adalah layanan e-mail umum; AMS hanya menerima e-mail dinas. Mintalah alamat dinas milik pribadi pemilik."
                )
            }
            Self::EmailHyphen => {
                f.write_str("Ada tanda hubung sebelum tanda @; sebagian layanan BSrE menolaknya. Pastikan alamat ini dapat dipakai di AMS.")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Warning;
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_distinct_and_sentences_end() {
        let text = || "x".to_owned();
        let all = [
            Warning::AppointedUnder18 { age: 17 },
            Warning::AppointedOver40 { age: 41 },
            Warning::AgreementUnusual { agreement: 13 },
            Warning::ProvinceUnknown { code: 5 },
            Warning::BirthDiffers { nik: text(), nip: text() },
            Warning::SexDiffers,
            Warning::EmailNotOfficial { domain: text() },
            Warning::EmailPublicProvider { domain: text() },
            Warning::EmailHyphen,
        ];
        let codes: BTreeSet<&str> = all.iter().map(Warning::code).collect();
        assert_eq!(codes.len(), all.len());
        assert!(all.iter().all(|warning| warning.to_string().ends_with('.')));
        assert_eq!(all[3].to_string(), "Kode provinsi pada NIK (05) tidak dikenal. Pastikan dua angka pertama sesuai dengan KTP.");
    }
}
