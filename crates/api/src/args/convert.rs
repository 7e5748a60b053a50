//! From the wire's shapes to the domain's, and back.

use super::{CertificateFields, FaceFields, OfficeFields, OfficialFields, OwnerFields, RegisterFields};
use crate::error::{ApiError, ErrorCode};
use sandika_domain::calendar::Zone;
use sandika_domain::document::Word;
use sandika_domain::fact::Moment;
use sandika_domain::letter::model::{Margins, PageSetup, Paper, Typeface};
use sandika_domain::office::{Acting, OfficeFace, OfficeProfile, OfficialDetails, RegisterSetup};
use sandika_domain::owner::{CertificateDetails, Employment, OwnerDetails};
use sandika_store::Standing;
use std::str::FromStr;

/// An identity.
pub(crate) fn id<T: FromStr>(field: &'static str, text: &str) -> Result<T, ApiError> {
    text.parse().map_err(|_| {
        ApiError::new(
            ErrorCode::BadArguments,
            Some(field),
            format!("Tanda pengenal “{field}” tidak sah. Salin dari jawaban perintah sebelumnya."),
        )
    })
}

/// An identity that may be missing.
pub(crate) fn maybe_id<T: FromStr>(field: &'static str, text: Option<&str>) -> Result<Option<T>, ApiError> {
    text.map(|text| id(field, text)).transpose()
}

/// A word of a closed list.
pub(crate) fn word<T: Word>(field: &'static str, text: &str) -> Result<T, ApiError> {
    let known = || T::ALL.iter().map(|word| word.word()).collect::<Vec<_>>();
    T::from_word(text).ok_or_else(|| choice(field, &known()))
}

/// How a case stands in lists.
pub(crate) fn standing(field: &'static str, text: &str) -> Result<Standing, ApiError> {
    const STANDINGS: [Standing; 4] = [Standing::Open, Standing::Waiting, Standing::Closed, Standing::Withdrawn];
    one_of(field, text, &STANDINGS.map(|standing| (standing.word(), standing)))
}

/// A moment of the office's clock.
pub(crate) fn moment(field: &'static str, text: &str, zone: Zone) -> Result<Moment, ApiError> {
    let read = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"].iter().find_map(|format| chrono::NaiveDateTime::parse_from_str(text, format).ok());
    let message = "Tanggal atau jam ini tidak ada. Tulis misalnya 2026-11-21T10:39.";
    read.map(|local| zone.utc(local)).ok_or_else(|| ApiError::new(ErrorCode::BadArguments, Some(field), message))
}

/// One of a few words.
fn one_of<T: Copy>(field: &'static str, text: &str, known: &[(&str, T)]) -> Result<T, ApiError> {
    let found = known.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
    found.ok_or_else(|| choice(field, &known.iter().map(|(word, _)| *word).collect::<Vec<_>>()))
}

fn choice(field: &'static str, known: &[&str]) -> ApiError {
    ApiError::new(
        ErrorCode::UnknownChoice,
        Some(field),
        format!("Pilihan “{field}” tidak dikenal. Gunakan salah satu: {}.", known.join(", ")),
    )
}

const ZONES: [(&str, Zone); 3] = [("wib", Zone::Wib), ("wita", Zone::Wita), ("wit", Zone::Wit)];
const PAPERS: [(&str, Paper); 3] = [("a4", Paper::A4), ("f4", Paper::F4), ("legal", Paper::Legal)];
const FACES: [(&str, Typeface); 4] =
    [("arimo", Typeface::Arimo), ("tinos", Typeface::Tinos), ("bonum", Typeface::Bonum), ("own", Typeface::Own)];
const EMPLOYMENTS: [(&str, Employment); 3] = [("pns", Employment::Pns), ("pppk", Employment::Pppk), ("lainnya", Employment::Lainnya)];
const CAPACITIES: [(&str, Acting); 5] = [
    ("holder", Acting::Holder),
    ("plt", Acting::Plt),
    ("plh", Acting::Plh),
    ("atas-nama", Acting::AtasNama),
    ("untuk-beliau", Acting::UntukBeliau),
];

fn name<T: PartialEq>(known: &[(&str, T)], value: &T) -> String {
    known.iter().find(|(_, known)| known == value).map(|(word, _)| (*word).to_owned()).unwrap_or_default()
}

/// The word for a paper.
pub(crate) fn paper_word(paper: Paper) -> String {
    name(&PAPERS, &paper)
}

/// A page as it came in.
pub(crate) struct PageFields<'a> {
    pub(crate) paper: &'a str,
    pub(crate) typeface: &'a str,
    pub(crate) font_size: f64,
    pub(crate) margins: Option<[f64; 4]>,
}

/// Millimetres and points that a page can have.
pub(crate) fn page(fields: PageFields<'_>) -> Result<PageSetup, ApiError> {
    let margins = fields.margins.map_or_else(Margins::default, |[top, right, bottom, left]| Margins { top, right, bottom, left });
    let sane = [margins.top, margins.right, margins.bottom, margins.left].iter().all(|side| (5.0..=80.0).contains(side));
    if !sane {
        return Err(ApiError::new(ErrorCode::InvalidFields, Some("margins"), "Tepi halaman harus antara 5 dan 80 mm."));
    }
    if !(8.0..=14.0).contains(&fields.font_size) {
        return Err(ApiError::new(ErrorCode::InvalidFields, Some("font_size"), "Ukuran huruf harus antara 8 dan 14 poin."));
    }
    let (paper, typeface) = (one_of("paper", fields.paper, &PAPERS)?, one_of("typeface", fields.typeface, &FACES)?);
    Ok(PageSetup { paper, typeface, margins, font_size: fields.font_size, ..PageSetup::default() })
}

impl From<RegisterFields> for RegisterSetup {
    fn from(fields: RegisterFields) -> Self {
        let RegisterFields { pattern, classification, unit, section } = fields;
        Self { pattern, classification, unit, section }
    }
}

impl From<FaceFields> for OfficeFace {
    fn from(fields: FaceFields) -> Self {
        let FaceFields { family, regular, bold, italic } = fields;
        Self { family, regular, bold, italic }
    }
}

impl From<OfficeFace> for FaceFields {
    fn from(face: OfficeFace) -> Self {
        let OfficeFace { family, regular, bold, italic } = face;
        Self { family, regular, bold, italic }
    }
}

impl TryFrom<OfficeFields> for OfficeProfile {
    type Error = ApiError;

    fn try_from(fields: OfficeFields) -> Result<Self, ApiError> {
        let OfficeFields { paper, typeface, font_size, margins, .. } = &fields;
        let page = page(PageFields { paper, typeface, font_size: *font_size, margins: *margins })?;
        let zone = one_of("zone", &fields.zone, &ZONES)?;
        Ok(Self {
            government: fields.government,
            name: fields.name,
            short_name: fields.short_name,
            section: fields.section,
            region: fields.region,
            province: fields.province,
            city: fields.city,
            address: fields.address,
            phone: fields.phone,
            email: fields.email,
            website: fields.website,
            zone,
            logo: fields.logo,
            page,
            own_face: fields.own_face.map(Into::into),
            registers: fields.registers.into_iter().map(|(id, fields)| (id, fields.into())).collect(),
            email_endings: fields.email_endings,
            // The office itself knows what kind it is; nobody tells it.
            practice: false,
        })
    }
}

impl From<OfficeProfile> for OfficeFields {
    fn from(profile: OfficeProfile) -> Self {
        let register = |setup: RegisterSetup| RegisterFields {
            pattern: setup.pattern,
            classification: setup.classification,
            unit: setup.unit,
            section: setup.section,
        };
        let Margins { top, right, bottom, left } = profile.page.margins;
        Self {
            zone: name(&ZONES, &profile.zone),
            paper: name(&PAPERS, &profile.page.paper),
            typeface: name(&FACES, &profile.page.typeface),
            own_face: profile.own_face.map(Into::into),
            font_size: profile.page.font_size,
            margins: Some([top, right, bottom, left]),
            registers: profile.registers.into_iter().map(|(id, setup)| (id, register(setup))).collect(),
            government: profile.government,
            name: profile.name,
            short_name: profile.short_name,
            section: profile.section,
            region: profile.region,
            province: profile.province,
            city: profile.city,
            address: profile.address,
            phone: profile.phone,
            email: profile.email,
            website: profile.website,
            logo: profile.logo,
            email_endings: profile.email_endings,
        }
    }
}

impl TryFrom<OfficialFields> for OfficialDetails {
    type Error = ApiError;

    fn try_from(fields: OfficialFields) -> Result<Self, ApiError> {
        Ok(Self {
            acting: one_of("acting", &fields.acting, &CAPACITIES)?,
            role: fields.role,
            name: fields.name,
            nip: fields.nip,
            rank: fields.rank,
            grade: fields.grade,
            post: fields.post,
            on_behalf_of: fields.on_behalf_of,
            from: fields.from,
            until: fields.until,
        })
    }
}

impl From<&OfficialDetails> for OfficialFields {
    fn from(details: &OfficialDetails) -> Self {
        let OfficialDetails { role, name: full_name, nip, rank, grade, post, acting, on_behalf_of, from, until } = details.clone();
        Self { role, name: full_name, nip, rank, grade, post, acting: name(&CAPACITIES, &acting), on_behalf_of, from, until }
    }
}

impl TryFrom<OwnerFields> for OwnerDetails {
    type Error = ApiError;

    fn try_from(fields: OwnerFields) -> Result<Self, ApiError> {
        let employment = one_of("employment", &fields.employment, &EMPLOYMENTS)?;
        let OwnerFields { name, title_before, title_after, nik, nip, rank, grade, post, unit, institution, email, phone, ams_user, .. } =
            fields;
        Ok(Self { name, title_before, title_after, nik, nip, employment, rank, grade, post, unit, institution, email, phone, ams_user })
    }
}

impl From<&OwnerDetails> for OwnerFields {
    fn from(details: &OwnerDetails) -> Self {
        let employment = name(&EMPLOYMENTS, &details.employment);
        let OwnerDetails {
            name, title_before, title_after, nik, nip, rank, grade, post, unit, institution, email, phone, ams_user, ..
        } = details.clone();
        Self { name, title_before, title_after, nik, nip, employment, rank, grade, post, unit, institution, email, phone, ams_user }
    }
}

impl From<CertificateFields> for CertificateDetails {
    fn from(fields: CertificateFields) -> Self {
        let CertificateFields { serial, subject_dn, issuer, valid_from, valid_until } = fields;
        Self { serial, subject_dn, issuer, valid_from, valid_until }
    }
}

impl From<&CertificateDetails> for CertificateFields {
    fn from(details: &CertificateDetails) -> Self {
        let CertificateDetails { serial, subject_dn, issuer, valid_from, valid_until } = details.clone();
        Self { serial, subject_dn, issuer, valid_from, valid_until }
    }
}
