//! How a job stands in the queue of its printer, and taking it out of there.

use super::handle::{Handle, answer, refused};
use super::words::JobSeen;
use crate::text::pointed;
use std::{io, ptr};
use windows_sys::Win32::Foundation::{ERROR_INVALID_HANDLE, ERROR_INVALID_PARAMETER};
use windows_sys::Win32::Graphics::Printing::{GetJobW, JOB_CONTROL_DELETE, JOB_INFO_1W, SetJobW};

/// How a job stands; none once it has left the queue.
///
/// # Errors
/// When the printer is gone, or the print service does not answer.
pub fn job(printer: &str, number: u32) -> io::Result<Option<JobSeen>> {
    let seen = look(printer, number);
    let unknown = |seen: &io::Result<_>| seen.as_ref().is_err_and(|error| error.raw_os_error() == Some(ERROR_INVALID_HANDLE.cast_signed()));
    if !unknown(&seen) {
        return seen;
    }
    // So says a print service that ended meanwhile; then no printer opens a second time. Where one does, so says wine of a job that is gone.
    let again = look(printer, number);
    if unknown(&again) { Ok(None) } else { again }
}

fn look(printer: &str, number: u32) -> io::Result<Option<JobSeen>> {
    let handle = Handle::open(printer)?;
    // SAFETY: the printer is open, `room` has so many bytes, and the count is ours to write.
    let room = match answer(|room, bytes, wanted| unsafe { GetJobW(handle.0, number, 1, room, bytes, wanted) }) {
        Ok(room) if room.is_empty() => return Ok(None),
        Ok(room) => room,
        // Windows has no other word for a job that it does not know.
        Err(error) if error.raw_os_error() == Some(ERROR_INVALID_PARAMETER.cast_signed()) => return Ok(None),
        Err(error) => return Err(error),
    };
    // SAFETY: the system wrote one of level 1 at the beginning of the room, which is laid out for it.
    let told = unsafe { &*room.as_ptr().cast::<JOB_INFO_1W>() };
    // SAFETY: the text stands in the room behind the structure, with its end.
    let says = unsafe { pointed(told.pStatus) };
    Ok(Some(JobSeen { status: told.Status, says }))
}

/// Takes a job out of the queue. Pages that lie in the printer already may still come out.
///
/// # Errors
/// When the system refuses; a job that is gone is refused too.
pub fn delete(printer: &str, number: u32) -> io::Result<()> {
    let handle = Handle::open(printer)?;
    // SAFETY: the printer is open, and no structure is handed over.
    match unsafe { SetJobW(handle.0, number, 0, ptr::null(), JOB_CONTROL_DELETE) } {
        0 => Err(refused()),
        _ => Ok(()),
    }
}
