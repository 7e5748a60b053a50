//! Number registers.

use super::{Answer, Change, after, rows, with_letters, zone};
use crate::args::*;
use crate::topic::{Topic, changed};
use crate::view::*;
use chrono::Datelike;
use sandika_app::Office;
use sandika_domain::case::Command;
use sandika_store::NumberFilter;
use std::path::Path;

pub(crate) fn register_show(office: &mut Office, args: RegisterArgs) -> Answer<RegisterView> {
    let today = zone(office)?.local(office.now()).date();
    let year = args.year.unwrap_or(today.year());
    let registers = office.profile()?.map(|profile| profile.registers.into_keys().collect()).unwrap_or_default();
    Ok(RegisterView::of(args.register.clone(), year, registers, office.register_year(&args.register, year)?))
}

pub(crate) fn number_list(office: &mut Office, args: NumberListArgs) -> Answer<Vec<NumberView>> {
    let zone = zone(office)?;
    let filter = NumberFilter {
        register: args.register,
        year: args.year,
        numbers: args.from.unwrap_or(1)..=args.to.unwrap_or(u32::MAX),
        days: args.since.zip(args.until).map(|(since, until)| since..=until),
    };
    Ok(office.numbers(&filter, args.newest_first, rows(args.limit))?.iter().map(|row| NumberView::of(row, zone)).collect())
}

pub(crate) fn number_account(office: &mut Office, args: NumberAccountArgs) -> Change<()> {
    office.account_numbers(args.into())?;
    Ok(changed((), &[Topic::Letters]))
}

pub(crate) fn number_release(office: &mut Office, args: NumberReleaseArgs) -> Change<()> {
    office.release_numbers(&args.register, args.year, args.first, args.last)?;
    Ok(changed((), &[Topic::Letters]))
}

pub(crate) fn monthly_report_save(office: &mut Office, args: MonthlyReportSaveArgs) -> Answer<()> {
    Ok(office.save_monthly_report(args.year, args.month, Path::new(&args.path))?)
}

pub(crate) fn agenda_book_save(office: &mut Office, args: AgendaBookSaveArgs) -> Answer<AgendaBookView> {
    Ok(office.save_agenda_book(&args.book.into(), Path::new(&args.path))?.into())
}

pub(crate) fn agenda_book_print(office: &mut Office, args: AgendaBookPrintArgs) -> Change<AgendaBookView> {
    let made = office.print_agenda_book(&args.book.into(), args.copies, &args.way.to(args.printer))?;
    Ok(changed(made.into(), &[Topic::Letters]))
}

pub(crate) fn letter_void(office: &mut Office, args: LetterVoidArgs) -> Change<CaseView> {
    let voided = office.void_letter(id("case", &args.case)?, args.revision, id("letter", &args.letter)?, args.version, args.why);
    after(office, voided).map(with_letters)
}

pub(crate) fn letter_number_elsewhere(office: &mut Office, args: LetterElsewhereArgs) -> Change<CaseView> {
    let (letter, version) = (id("letter", &args.letter)?, args.version);
    let command = Command::NumberElsewhere { letter, version, system: args.system, number: args.number };
    let noted = office.act("number_elsewhere", id("case", &args.case)?, args.revision, command);
    after(office, noted).map(with_letters)
}
