//! SOPs and the other content of the office.

use super::Answer;
use crate::args::*;
use crate::error::{ApiError, ErrorCode};
use crate::view::*;
use chrono::Datelike;
use sandika_app::Office;
use sandika_domain::check::check_file;
use sandika_domain::sop::Sop;

pub(crate) fn sop_list(office: &mut Office, _: NoArgs) -> Answer<Vec<SopSummary>> {
    Ok(office.content.sops.values().map(SopSummary::of).collect())
}

pub(crate) fn sop_show(office: &mut Office, args: SopArgs) -> Answer<SopView> {
    let missing =
        || ApiError::new(ErrorCode::NotFound, Some("sop"), format!("SOP “{}” tidak ditemukan. Lihat daftarnya dengan sop_list.", args.sop));
    let asked = |hash: &String| args.version.as_ref().is_none_or(|version| version == hash);
    if let Some(library) = office.content.sops.get(&args.sop).filter(|library| asked(&library.parsed.hash)) {
        return sop_view(&library.parsed.sop, &library.parsed.hash, true, library.findings.iter().map(FindingView::of).collect());
    }
    let hash = args.version.as_ref().ok_or_else(missing)?;
    let pinned = office.pinned(hash)?;
    if pinned.id == args.sop { sop_view(&pinned, hash, false, Vec::new()) } else { Err(missing()) }
}

fn sop_view(sop: &Sop, hash: &str, current: bool, findings: Vec<FindingView>) -> Answer<SopView> {
    let definition = serde_json::to_value(sop).map_err(|_| ApiError::new(ErrorCode::Internal, None, "SOP tidak dapat dituliskan."))?;
    Ok(SopView { hash: hash.to_owned(), current, definition, findings })
}

pub(crate) fn sop_check(office: &mut Office, args: SopTextArgs) -> Answer<Vec<FindingView>> {
    Ok(check_file(&args.file, args.text.as_bytes(), &office.content.knowledge()).iter().map(FindingView::of).collect())
}

pub(crate) fn content_findings(office: &mut Office, _: NoArgs) -> Answer<Vec<FindingView>> {
    Ok(office.content.findings.iter().map(FindingView::of).collect())
}

pub(crate) fn reason_list(office: &mut Office, _: NoArgs) -> Answer<Vec<ReasonView>> {
    Ok(office.content.reasons.0.iter().map(ReasonView::of).collect())
}

pub(crate) fn rank_list(office: &mut Office, _: NoArgs) -> Answer<Vec<RankView>> {
    Ok(office.content.ranks.all().iter().map(RankView::of).collect())
}

pub(crate) fn holiday_list(office: &mut Office, args: YearArgs) -> Answer<Vec<HolidayView>> {
    let of_year = office.content.calendar.holidays().iter().filter(|holiday| holiday.date.year() == args.year);
    Ok(of_year.map(HolidayView::of).collect())
}
