//! Owners and their certificates.

use super::{PAGE, Rows, day, moment};
use crate::error::AppError;
use crate::office::Office;
use sandika_domain::owner::{CertificateDetails, CertificateState, OwnerDetails};
use sandika_store::CertificateRow;

pub(super) fn owners(office: &Office, rows: &mut Rows<'_>) -> Result<(), AppError> {
    rows.head(&[
        "id",
        "nama",
        "gelar_depan",
        "gelar_belakang",
        "nik",
        "nip",
        "status",
        "pangkat",
        "golongan",
        "jabatan",
        "unit",
        "instansi",
        "email",
        "telepon",
        "pengguna_ams",
        "dicatat",
    ])?;
    each_owner(office, &mut |row| {
        let employment =
            |details: &OwnerDetails| serde_json::to_value(details.employment).ok().and_then(|value| Some(value.as_str()?.to_owned()));
        let mut cells = vec![row.id.to_string()];
        match row.recorded.known().map(|recorded| &recorded.details) {
            Some(known) => cells.extend([
                known.name.clone(),
                known.title_before.clone(),
                known.title_after.clone(),
                known.nik.clone(),
                known.nip.clone(),
                employment(known).unwrap_or_default(),
                known.rank.clone(),
                known.grade.clone(),
                known.post.clone(),
                known.unit.clone(),
                known.institution.clone(),
                known.email.clone(),
                known.phone.clone(),
                known.ams_user.clone(),
            ]),
            None => cells.extend(std::iter::once("(dihapus)".to_owned()).chain(vec![String::new(); 13])),
        }
        cells.push(moment(row.recorded_at));
        rows.row(cells)
    })
}

fn each_owner(office: &Office, each: &mut dyn FnMut(&sandika_store::OwnerRow) -> Result<(), AppError>) -> Result<(), AppError> {
    let mut after: Option<(String, i64)> = None;
    loop {
        let page = office.read().owners(after.as_ref().map(|(name, born)| (name.as_str(), *born)), PAGE)?;
        page.iter().try_for_each(&mut *each)?;
        match page.last() {
            Some(row) if page.len() == PAGE => after = Some((row.name.clone(), row.born)),
            _ => return Ok(()),
        }
    }
}

pub(super) fn certificates(office: &Office, rows: &mut Rows<'_>) -> Result<(), AppError> {
    rows.head(&[
        "id",
        "pemilik",
        "nomor_seri",
        "subjek_dn",
        "penerbit",
        "berlaku_mulai",
        "berlaku_sampai",
        "keadaan",
        "dicabut",
        "diganti_oleh",
        "ditarik",
        "dicatat",
    ])?;
    let mut owners = Vec::new();
    each_owner(office, &mut |row| {
        owners.push(row.id);
        Ok(())
    })?;
    for owner in owners {
        for CertificateRow { id, owner, details, state, revoked_at, replaced_by, withdrawn, recorded_at } in
            office.read().certificates_of(owner)?
        {
            let none = CertificateDetails {
                serial: String::new(),
                subject_dn: String::new(),
                issuer: String::new(),
                valid_from: None,
                valid_until: None,
            };
            let known = details.known().cloned().unwrap_or(none);
            rows.row(vec![
                id.to_string(),
                owner.to_string(),
                known.serial,
                known.subject_dn,
                known.issuer,
                day(known.valid_from),
                day(known.valid_until),
                condition(state),
                revoked_at.map(moment).unwrap_or_default(),
                replaced_by.map(|id| id.to_string()).unwrap_or_default(),
                yes(withdrawn),
                moment(recorded_at),
            ])?;
        }
    }
    Ok(())
}

fn condition(state: CertificateState) -> String {
    serde_json::to_value(state).ok().and_then(|value| Some(value.as_str()?.to_owned())).unwrap_or_default()
}

fn yes(said: bool) -> String {
    if said { "ya" } else { "tidak" }.to_owned()
}
