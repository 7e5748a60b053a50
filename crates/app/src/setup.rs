//! The office describes itself: profile, emblem, officials.

use crate::error::AppError;
use crate::office::Office;
use crate::register::number_text;
use chrono::NaiveDate;
use sandika_domain::fact::Fact;
use sandika_domain::ids::OfficialId;
use sandika_domain::office::{Acting, OfficeProfile, OfficialDetails};
use sandika_domain::owner::DetailFault;
use sandika_domain::person::Nip;
use sandika_letters::{LogoFault, prepare_emblem};
use std::path::Path;

/// Registers that every office has: outgoing letters, and the agenda of incoming ones.
const REGISTERS: [&str; 2] = ["keluar", "masuk"];
/// Largest emblem, bytes.
const EMBLEM_LIMIT: u64 = 4 * 1024 * 1024;
/// How every PNG begins.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// An official as recorded.
#[derive(Clone, Debug)]
pub struct Official {
    /// Identity.
    pub id: OfficialId,
    /// Details, unless erased.
    pub details: Option<OfficialDetails>,
}

impl Office {
    /// Records the office's profile as it holds from now on. Whether it is a practice office stays as it is, whatever the profile says.
    ///
    /// # Errors
    /// [`AppError::Details`] with every fault: empty names, patterns that cannot number, missing registers.
    pub fn record_profile(&mut self, profile: OfficeProfile) -> Result<(), AppError> {
        let practice = self.is_practice()?;
        self.describe(OfficeProfile { practice, ..profile })
    }

    /// Whether this is a practice office: the mark stands in its own journal, from its making on, and goes wherever its folder goes.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn is_practice(&self) -> Result<bool, AppError> {
        Ok(self.profile()?.is_some_and(|profile| profile.practice))
    }

    /// Records a profile as it is, with the mark of a practice office if it has it: for the making of an office.
    pub(crate) fn describe(&mut self, profile: OfficeProfile) -> Result<(), AppError> {
        let mut faults = profile_faults(&profile);
        let readable = |hash: &String| self.read().read_blob(hash).is_ok();
        if !profile.logo.iter().all(readable) {
            let text = "Lambang belum tersimpan. Simpan gambarnya dahulu, lalu isikan sidiknya pada profil.".to_owned();
            faults.push(DetailFault { field: "logo", text });
        }
        faults.extend(self.face_faults(&profile)?);
        if !faults.is_empty() {
            return Err(AppError::Details(faults));
        }
        self.record("record_office", None, None, vec![Fact::OfficeRecorded { profile }])
    }

    /// Takes a picture (PNG or JPEG) in as the office's emblem and answers with the hash of what is kept, which goes into the profile. Kept is the
    /// picture as letters carry it, not the file: opaque, no larger than print needs.
    ///
    /// # Errors
    /// [`AppError::File`] when it cannot be read or is too large; [`AppError::Input`] when it cannot be an emblem, with what to do about it. Nothing
    /// is kept then.
    pub fn store_emblem(&mut self, path: &Path) -> Result<String, AppError> {
        let bytes = self.ports.files.read(path, EMBLEM_LIMIT).map_err(|source| AppError::File { path: path.to_owned(), source })?;
        let refused =
            |fault: LogoFault| AppError::Input { field: "path", text: format!("Lambang tidak dapat dipakai: {fault}. {}", fault.remedy()) };
        let emblem = prepare_emblem(&bytes).map_err(refused)?;
        Ok(self.read().put_blob(&emblem, EMBLEM_LIMIT)?.hash)
    }

    /// The PNG of an emblem that was stored.
    ///
    /// # Errors
    /// [`AppError::Store`] when it is missing or changed; [`AppError::NotFound`] when the file is no emblem.
    pub fn emblem(&self, hash: &str) -> Result<Vec<u8>, AppError> {
        let bytes = self.read().read_blob(hash)?;
        if bytes.starts_with(PNG) { Ok(bytes) } else { Err(AppError::not_found("hash", "Lambang", hash)) }
    }

    /// Records an official, or new details of one.
    ///
    /// # Errors
    /// [`AppError::Details`] with every fault.
    pub fn record_official(&mut self, official: Option<OfficialId>, details: OfficialDetails) -> Result<OfficialId, AppError> {
        let details = self.accepted_official(details)?;
        let official = match official {
            Some(known) => self.official(known).map(|_| known)?,
            None => OfficialId(self.fresh_id()?),
        };
        self.record("record_official", None, Some(official.into()), vec![Fact::OfficialRecorded { official, personal: details.into() }])?;
        Ok(official)
    }

    /// Every official, oldest first.
    ///
    /// # Errors
    /// [`AppError::Store`].
    pub fn officials(&self) -> Result<Vec<Official>, AppError> {
        let rows = self.read().officials()?;
        Ok(rows.into_iter().map(|row| Official { id: row.id, details: row.details.known().cloned() }).collect())
    }

    /// One official.
    ///
    /// # Errors
    /// [`AppError::NotFound`].
    pub fn official(&self, id: OfficialId) -> Result<Official, AppError> {
        self.officials()?.into_iter().find(|official| official.id == id).ok_or_else(|| AppError::not_found("official", "Pejabat", id))
    }

    /// The official who signs in a role on a day: the one recorded last whose time in the role covers it.
    pub(crate) fn signatory(&self, role: &str, day: NaiveDate) -> Result<Option<OfficialDetails>, AppError> {
        let serves = |details: &OfficialDetails| {
            details.role == role && details.from.is_none_or(|from| from <= day) && details.until.is_none_or(|until| day <= until)
        };
        Ok(self.officials()?.into_iter().rev().filter_map(|official| official.details).find(serves))
    }

    fn accepted_official(&self, details: OfficialDetails) -> Result<OfficialDetails, AppError> {
        let mut faults = needed(&[("role", "Peran", &details.role), ("name", "Nama", &details.name), ("post", "Jabatan", &details.post)]);
        let mut add = |field, text: String| faults.push(DetailFault { field, text });
        let today = self.zone()?.local(self.now()).date();
        let nip = match details.nip.trim() {
            "" => String::new(),
            typed => Nip::parse(typed, today).map(|nip| nip.digits().to_owned()).unwrap_or_else(|fault| {
                add("nip", fault.to_string());
                String::new()
            }),
        };
        let both = format!("{} {}", details.rank, details.grade);
        let rank = if both.trim().is_empty() { None } else { Some(self.content.ranks.read(&both)) };
        let (rank, grade) = match rank {
            None => Default::default(),
            Some(Ok(known)) => (known.name.unwrap_or_default(), known.grade),
            Some(Err(fault)) => {
                add("grade", fault.to_string());
                Default::default()
            }
        };
        let behalf = match details.acting {
            Acting::AtasNama => 1,
            Acting::UntukBeliau => 2,
            Acting::Holder | Acting::Plt | Acting::Plh => 0,
        };
        if details.on_behalf_of.len() != behalf || details.on_behalf_of.iter().any(|post| !is_plain(post)) {
            add(
                "on_behalf_of",
                format!("Isi {behalf} jabatan yang diatasnamakan: a.n. memerlukan satu, u.b. memerlukan dua, lainnya tidak ada."),
            );
        }
        if details.from.zip(details.until).is_some_and(|(from, until)| until < from) {
            add("until", "Masa jabatan berakhir sebelum dimulai. Periksa kedua tanggalnya.".to_owned());
        }
        if faults.is_empty() { Ok(OfficialDetails { nip, rank, grade, ..details }) } else { Err(AppError::Details(faults)) }
    }
}

fn needed(fields: &[(&'static str, &str, &str)]) -> Vec<DetailFault> {
    let fault = |(field, label, text): &(&'static str, &str, &str)| {
        let text = text.trim();
        if text.is_empty() {
            Some(DetailFault { field, text: format!("{label} wajib diisi.") })
        } else if text.chars().any(char::is_control) {
            Some(DetailFault { field, text: format!("{label} memuat karakter kendali yang tidak terlihat. Ketik ulang.") })
        } else {
            (text.chars().count() > 255)
                .then(|| DetailFault { field, text: format!("{label} terlalu panjang, paling banyak 255 karakter.") })
        }
    };
    fields.iter().filter_map(fault).collect()
}

/// A line that is not empty and can be printed.
fn is_plain(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.chars().count() <= 255 && !text.chars().any(char::is_control)
}

/// Fields that may be empty but must be printable.
fn optional(fields: &[(&'static str, &str)]) -> Vec<DetailFault> {
    let faulty = fields.iter().filter(|(_, text)| !text.trim().is_empty() && !is_plain(text));
    faulty
        .map(|(field, _)| DetailFault { field, text: "Memuat karakter kendali atau terlalu panjang. Ketik ulang isiannya.".to_owned() })
        .collect()
}

fn profile_faults(profile: &OfficeProfile) -> Vec<DetailFault> {
    let mut faults = needed(&[
        ("government", "Pemerintah daerah", &profile.government),
        ("name", "Nama kantor", &profile.name),
        ("short_name", "Nama singkat", &profile.short_name),
        ("region", "Daerah", &profile.region),
        ("province", "Provinsi", &profile.province),
        ("city", "Kota tempat surat", &profile.city),
        ("address", "Alamat", &profile.address),
    ]);
    faults.extend(optional(&[
        ("section", &profile.section),
        ("phone", &profile.phone),
        ("email", &profile.email),
        ("website", &profile.website),
    ]));
    faults.extend(profile.email_endings.iter().filter(|ending| !is_plain(ending)).map(|_| DetailFault {
        field: "email_endings",
        text: "Akhiran e-mail dinas tidak boleh kosong. Tulis misalnya natunakab.go.id.".to_owned(),
    }));
    let mut add = |text: String| faults.push(DetailFault { field: "registers", text });
    for register in REGISTERS.iter().filter(|register| !profile.registers.contains_key(**register)) {
        add(format!("Register “{register}” belum diatur."));
    }
    for (register, setup) in &profile.registers {
        if let Err(fault) = number_text(register, setup, "", 1, NaiveDate::default()) {
            add(format!("Register “{register}”: {fault}"));
        }
    }
    faults
}
