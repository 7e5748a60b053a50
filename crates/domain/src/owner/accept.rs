//! What is typed about an owner becomes [`OwnerDetails`], or every fault at once; and what should be looked at twice.

use super::{CertificateDetails, Employment, OwnerDetails};
use crate::person::{Email, Nik, Nip, NipKind, OfficialDomains, Phone, Ranks, Warning, cross_check};
use chrono::NaiveDate;

/// A field of the owner or certificate form that cannot be accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DetailFault {
    /// Field name, as in the details.
    pub field: &'static str,
    /// What, why, what to do.
    pub text: String,
}

/// Checks and tidies an owner.
///
/// # Errors
/// All faults of all fields; nothing half accepted.
pub fn accept_owner(typed: OwnerDetails, ranks: &Ranks, today: NaiveDate) -> Result<OwnerDetails, Vec<DetailFault>> {
    let mut faults = Faults::default();
    let employment = typed.employment;
    let mut owner = OwnerDetails {
        name: faults.needed("name", &typed.name, "Nama"),
        title_before: faults.plain("title_before", &typed.title_before),
        title_after: faults.plain("title_after", &typed.title_after),
        nik: faults.parsed("nik", Nik::parse(&typed.nik).map(|nik| nik.digits().to_owned())),
        nip: nip(&typed, today, &mut faults),
        employment,
        rank: typed.rank.trim().to_owned(),
        grade: typed.grade.trim().to_owned(),
        post: faults.needed("post", &typed.post, "Jabatan"),
        unit: faults.needed("unit", &typed.unit, "Unit kerja"),
        institution: faults.needed("institution", &typed.institution, "Instansi"),
        email: faults.parsed("email", Email::parse(&typed.email).map(|email| email.to_string())),
        phone: faults.optional("phone", &typed.phone, |text| Phone::parse(text).map(|phone| phone.digits().to_owned())),
        ams_user: faults.plain("ams_user", &typed.ams_user),
    };
    rank(&mut owner, ranks, &mut faults);
    if faults.0.is_empty() { Ok(owner) } else { Err(faults.0) }
}

/// What an officer should look at twice before an owner is recorded (domain facts 4.1–4.6).
pub fn owner_warnings(owner: &OwnerDetails, official: &OfficialDomains) -> Vec<Warning> {
    let nik = Nik::parse(&owner.nik).ok();
    let nip = Nip::read(&owner.nip).ok();
    let mut found = Vec::new();
    found.extend(nik.iter().flat_map(Nik::warnings));
    found.extend(nip.iter().flat_map(Nip::warnings));
    if let (Some(nik), Some(nip)) = (&nik, &nip) {
        found.extend(cross_check(nik, nip));
    }
    found.extend(Email::parse(&owner.email).iter().flat_map(|email| email.warnings(official)));
    found
}

/// Checks and tidies a certificate: a serial, a subject DN, validity that does not end before it begins.
///
/// # Errors
/// All faults.
pub fn accept_certificate(typed: CertificateDetails) -> Result<CertificateDetails, Vec<DetailFault>> {
    let mut faults = Faults::default();
    let certificate = CertificateDetails {
        serial: faults.needed("serial", &typed.serial, "Nomor seri"),
        subject_dn: faults.needed("subject_dn", &typed.subject_dn, "Subject DN"),
        issuer: faults.plain("issuer", &typed.issuer),
        ..typed
    };
    let strange = |character: char| !(character.is_ascii_hexdigit() || matches!(character, ':' | ' '));
    if certificate.serial.chars().any(strange) {
        faults.add("serial", "Nomor seri hanya berisi angka, huruf A–F, titik dua, atau spasi.");
    }
    if !certificate.subject_dn.is_empty() && !certificate.subject_dn.contains('=') {
        faults.add("subject_dn", "Subject DN harus memuat pasangan seperti CN=… . Salin lengkap dari AMS.");
    }
    if certificate.valid_from.zip(certificate.valid_until).is_some_and(|(from, until)| until < from) {
        faults.add("valid_until", "Masa berlaku berakhir sebelum dimulai. Periksa kedua tanggalnya.");
    }
    if faults.0.is_empty() { Ok(certificate) } else { Err(faults.0) }
}

/// A NIP belongs to civil servants and PPPK, and its digits tell which of them.
fn nip(typed: &OwnerDetails, today: NaiveDate, faults: &mut Faults) -> String {
    if typed.employment == Employment::Lainnya {
        return faults.optional("nip", &typed.nip, |text| Nip::parse(text, today).map(|nip| nip.digits().to_owned()));
    }
    match Nip::parse(&typed.nip, today) {
        Ok(nip) => {
            let pns = matches!(nip.kind(), NipKind::Pns { .. });
            if pns != (typed.employment == Employment::Pns) {
                let (is, said) = if pns { ("PNS", "PPPK") } else { ("PPPK", "PNS") };
                faults.add("nip", &format!("NIP ini berpola {is}, sedangkan status kepegawaian dipilih {said}. Perbaiki salah satunya."));
            }
            nip.digits().to_owned()
        }
        Err(fault) => {
            faults.add("nip", &fault.to_string());
            String::new()
        }
    }
}

/// Rank and grade are a pair; one of them is enough to know the other.
fn rank(owner: &mut OwnerDetails, ranks: &Ranks, faults: &mut Faults) {
    let both = format!("{} {}", owner.rank, owner.grade);
    if both.trim().is_empty() {
        return;
    }
    match ranks.read(&both) {
        Ok(known) => {
            owner.rank = known.name.unwrap_or_default();
            owner.grade = known.grade;
        }
        Err(fault) => faults.add(if owner.grade.is_empty() { "rank" } else { "grade" }, &fault.to_string()),
    }
}

#[derive(Default)]
struct Faults(Vec<DetailFault>);

impl Faults {
    const LIMIT: usize = 255;

    fn add(&mut self, field: &'static str, text: &str) {
        self.0.push(DetailFault { field, text: text.to_owned() });
    }

    fn plain(&mut self, field: &'static str, text: &str) -> String {
        let text = text.trim();
        if text.chars().any(char::is_control) {
            self.add(field, "Memuat karakter kendali yang tidak terlihat. Ketik ulang isiannya.");
        }
        let length = text.chars().count();
        if length > Self::LIMIT {
            self.add(field, &format!("Terlalu panjang: {length} karakter, paling banyak {}.", Self::LIMIT));
        }
        text.to_owned()
    }

    fn needed(&mut self, field: &'static str, text: &str, label: &str) -> String {
        let text = self.plain(field, text);
        if text.is_empty() {
            self.add(field, &format!("{label} wajib diisi."));
        }
        text
    }

    fn parsed<E: std::fmt::Display>(&mut self, field: &'static str, read: Result<String, E>) -> String {
        read.unwrap_or_else(|fault| {
            self.add(field, &fault.to_string());
            String::new()
        })
    }

    fn optional<E: std::fmt::Display>(&mut self, field: &'static str, text: &str, read: impl Fn(&str) -> Result<String, E>) -> String {
        if text.trim().is_empty() { String::new() } else { self.parsed(field, read(text)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranks() -> Ranks {
        Ranks::parse("ranks.toml", include_bytes!("../../../../content/ranks.toml")).unwrap()
    }

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
    }

    fn typed() -> OwnerDetails {
        OwnerDetails {
            name: " Contoh Pemilik ".into(),
            title_before: String::new(),
            title_after: "S.Kom.".into(),
            nik: "2171014403750001".into(),
            nip: "19750304 200112 1 002".into(),
            employment: Employment::Pns,
            rank: String::new(),
            grade: "III/a".into(),
            post: "Pranata Komputer".into(),
            unit: "Bidang Persandian".into(),
            institution: "Diskominfo".into(),
            email: "Contoh.Pemilik@contohkab.go.id".into(),
            phone: "0812-3456-7890".into(),
            ams_user: "contoh.pemilik".into(),
        }
    }

    #[test]
    fn an_owner_is_tidied() {
        let owner = accept_owner(typed(), &ranks(), today()).unwrap();
        assert_eq!(owner.full_name(), "Contoh Pemilik, S.Kom.");
        assert_eq!(owner.nip, "197503042001121002");
        assert_eq!((owner.rank.as_str(), owner.grade.as_str()), ("Penata Muda", "III/a"));
        assert_eq!(owner.email, "contoh.pemilik@contohkab.go.id");
        assert_eq!(owner.phone, "6281234567890");
    }

    #[test]
    fn every_fault_is_named_with_its_field() {
        type Change = fn(&mut OwnerDetails);
        let table: [(Change, &[&str]); 8] = [
            (|owner| owner.name = " ".into(), &["name"]),
            (|owner| owner.nik = "123".into(), &["nik"]),
            (|owner| owner.nip = "1996060620061006".into(), &["nip"]),
            (|owner| owner.employment = Employment::Pppk, &["nip"]),
            (|owner| owner.grade = "IV/c".into(), &[]),
            (|owner| (owner.rank, owner.grade) = ("Pembina Tk. I".into(), "IV/c".into()), &["grade"]),
            (|owner| (owner.email, owner.phone) = ("bukan alamat".into(), "12".into()), &["email", "phone"]),
            (|owner| owner.post = "Kepala\u{7}".into(), &["post"]),
        ];
        for (change, fields) in table {
            let mut owner = typed();
            change(&mut owner);
            let found = accept_owner(owner, &ranks(), today()).err().unwrap_or_default();
            assert_eq!(found.iter().map(|fault| fault.field).collect::<Vec<_>>(), fields, "{found:?}");
        }
    }

    #[test]
    fn a_woman_by_nik_who_is_a_man_by_nip_is_a_warning() {
        let owner = accept_owner(typed(), &ranks(), today()).unwrap();
        let codes: Vec<_> = owner_warnings(&owner, &OfficialDomains::default()).iter().map(|warning| warning.code()).collect();
        assert_eq!(codes, ["nik-nip-sex-differs"]);
    }

    #[test]
    fn certificates_are_checked() {
        let good = CertificateDetails { serial: "77:14 09".into(), subject_dn: "CN=Contoh,C=ID".into(), ..Default::default() };
        assert!(accept_certificate(good.clone()).is_ok());
        let day = |day| NaiveDate::from_ymd_opt(2026, 1, day);
        for (bad, field) in [
            (CertificateDetails { serial: "xyz".into(), ..good.clone() }, "serial"),
            (CertificateDetails { subject_dn: "Contoh".into(), ..good.clone() }, "subject_dn"),
            (CertificateDetails { valid_from: day(2), valid_until: day(1), ..good }, "valid_until"),
        ] {
            assert_eq!(accept_certificate(bad).unwrap_err()[0].field, field);
        }
    }
}
