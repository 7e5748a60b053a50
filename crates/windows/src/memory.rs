//! A limit of memory for the running program, as Windows knows it: for a job of processes, here of this one alone.

use std::{io, mem, ptr};
use windows_sys::Win32::Foundation::CloseHandle;
use windows_sys::Win32::System::JobObjects::{
    AssignProcessToJobObject, CreateJobObjectW, JOB_OBJECT_LIMIT_PROCESS_MEMORY, JOBOBJECT_EXTENDED_LIMIT_INFORMATION,
    JobObjectExtendedLimitInformation, SetInformationJobObject,
};
use windows_sys::Win32::System::Threading::GetCurrentProcess;

/// From now on the running program is given no more memory than so many bytes. What asks for more is refused it. It cannot be taken back.
///
/// # Errors
/// When the system refuses to limit it.
pub fn limit_memory(bytes: u64) -> io::Result<()> {
    // SAFETY: a job needs neither rights nor a name.
    let job = unsafe { CreateJobObjectW(ptr::null(), ptr::null()) };
    if job.is_null() {
        return Err(io::Error::last_os_error());
    }
    let mut limit = JOBOBJECT_EXTENDED_LIMIT_INFORMATION::default();
    limit.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_PROCESS_MEMORY;
    limit.ProcessMemoryLimit = usize::try_from(bytes).unwrap_or(usize::MAX);
    let size = u32::try_from(mem::size_of_val(&limit)).map_err(io::Error::other)?;
    // SAFETY: the job is open, `limit` is what this kind of information is made of, and as long as is said.
    let limited = unsafe { SetInformationJobObject(job, JobObjectExtendedLimitInformation, (&raw const limit).cast(), size) } != 0;
    // SAFETY: both are open; the handle of the running process is never closed.
    let done = limited && unsafe { AssignProcessToJobObject(job, GetCurrentProcess()) } != 0;
    let outcome = if done { Ok(()) } else { Err(io::Error::last_os_error()) };
    // SAFETY: it is closed once; a job lives on with the processes in it.
    unsafe { CloseHandle(job) };
    outcome
}
