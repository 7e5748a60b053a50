//! Made-up owners, one for each number: names that share their words as names do, and digits that are unlike any other's.

use sandika_domain::fact::RecordedOwner;
use sandika_domain::owner::CertificateDetails;

const FIRST: [&str; 20] = [
    "Ahmad", "Budi", "Citra", "Dewi", "Eko", "Fitri", "Gunawan", "Hendra", "Indah", "Joko", "Kartika", "Lestari", "Muhammad", "Nurul",
    "Putri", "Rahmat", "Siti", "Taufik", "Wahyu", "Yohanes",
];
const MIDDLE: [&str; 16] =
    ["Adi", "Ayu", "Bagus", "Cahya", "Dwi", "Eka", "Fajar", "Ika", "Maya", "Nur", "Prima", "Rizki", "Sari", "Tri", "Utami", "Wulan"];
const LAST: [&str; 22] = [
    "Aminah",
    "Fauzi",
    "Ginting",
    "Hakim",
    "Halim",
    "Hidayat",
    "Kurniawan",
    "Lubis",
    "Maharani",
    "Nasution",
    "Nugroho",
    "Pratama",
    "Rahayu",
    "Ramadhan",
    "Santoso",
    "Saputra",
    "Setiawan",
    "Siregar",
    "Suryani",
    "Syahputra",
    "Wibowo",
    "Wijaya",
];
const INSTITUTIONS: [&str; 12] = [
    "Dinas Kesehatan",
    "Dinas Pendidikan",
    "Dinas Sosial",
    "Dinas Perhubungan",
    "Dinas Pekerjaan Umum",
    "Dinas Lingkungan Hidup",
    "Inspektorat",
    "Sekretariat Daerah",
    "Badan Keuangan Daerah",
    "Badan Kepegawaian Daerah",
    "Kecamatan Contoh Utara",
    "Kecamatan Contoh Selatan",
];

/// What is searched of an owner.
pub(crate) struct Person {
    pub(crate) name: String,
    pub(crate) nip: String,
    pub(crate) nik: String,
    pub(crate) institution: String,
    pub(crate) serial: String,
}

impl Person {
    /// The owner of this number.
    pub(crate) fn of(number: u64) -> Self {
        let mixed = mix(number);
        let name = [pick(&FIRST, mixed), pick(&MIDDLE, mixed >> 16), pick(&LAST, mixed >> 32)].join(" ");
        let (year, month, day) = (1966 + number % 35, 1 + (number / 35) % 12, 1 + (number / 420) % 28);
        Self {
            name,
            nip: format!("{year}{month:02}{day:02}{}04{}{:03}", year + 24, 1 + number % 2, number / 11_760 % 1000),
            nik: format!("3171{:02}{day:02}{month:02}{:02}{:04}", 1 + number / 11_760 % 40, year % 100, number / 470_400 % 10_000),
            institution: format!("{} Kabupaten Contoh", pick(&INSTITUTIONS, mixed >> 48)),
            serial: format!("{:024X}", u128::from(mixed) << 32 | u128::from(number)),
        }
    }

    /// The same record of an owner, of this person.
    pub(crate) fn owner(&self, pattern: &RecordedOwner) -> RecordedOwner {
        let mut recorded = pattern.clone();
        recorded.details.name.clone_from(&self.name);
        recorded.details.nip.clone_from(&self.nip);
        recorded.details.nik.clone_from(&self.nik);
        recorded.details.institution.clone_from(&self.institution);
        recorded.details.email = format!("{}@contohkab.go.id", self.name.to_lowercase().replace(' ', "."));
        recorded
    }

    /// The same certificate, of this person.
    pub(crate) fn certificate(&self, pattern: &CertificateDetails) -> CertificateDetails {
        let subject_dn = format!("CN={}, O=Pemerintah Kabupaten Contoh, C=ID", self.name);
        CertificateDetails { serial: self.serial.clone(), subject_dn, ..pattern.clone() }
    }
}

/// Spreads a number over all 64 bits (the finisher of SplitMix64), always the same way: two runs measure the same office.
pub(crate) fn mix(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

fn pick<'w>(words: &[&'w str], from: u64) -> &'w str {
    let place = (from & 0xffff) as usize % words.len();
    words.get(place).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn nobody_has_the_digits_of_another() {
        let (mut nips, mut niks, mut serials) = (HashSet::new(), HashSet::new(), HashSet::new());
        for number in 0..110_000 {
            let person = Person::of(number);
            assert_eq!((person.nip.len(), person.nik.len()), (18, 16), "{number}");
            assert!(nips.insert(person.nip) && niks.insert(person.nik) && serials.insert(person.serial), "{number}");
        }
    }
}
