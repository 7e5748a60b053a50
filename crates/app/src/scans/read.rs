//! Reading the pages of a scan, without the office.

use crate::error::AppError;
use crate::long_work::Stop;
use crate::office::Office;
use crate::plain::sentence;
use sandika_domain::scan::SeenPage;
use sandika_intake::ReadFault;
use sandika_intake::kind::Kind;
use sandika_intake::reader::{PageReading, Reader};
use sandika_store::{Scan, ScanPage};
use std::ops::ControlFlow;
use uuid::Uuid;

/// A scan that is to be read, with its bytes.
pub struct ScanJob {
    pub(super) scan: Scan,
    pub(super) bytes: Vec<u8>,
}

/// What was seen in a scan.
#[derive(Default)]
pub struct ScanSeen {
    pub(super) pages: Vec<ScanPage>,
    pub(super) signed: bool,
    /// Why it could not be read as a whole.
    pub(super) failed: Option<String>,
}

impl Office {
    /// The scan that has waited longest to be read.
    ///
    /// # Errors
    /// [`AppError::Store`]: its bytes are missing or changed.
    pub fn begin_scan(&self) -> Result<Option<ScanJob>, AppError> {
        let Some(scan) = self.read().scan_to_read()? else { return Ok(None) };
        Ok(Some(ScanJob { bytes: self.read().read_blob(&scan.file.hash)?, scan }))
    }
}

impl ScanJob {
    /// Its scan.
    pub fn id(&self) -> Uuid {
        self.scan.id
    }

    /// Looks at every page. Takes as long as that takes; `None` where `stop` was wished meanwhile, and the scan waits on.
    pub fn look(&self, reader: &Reader, stop: &Stop, progress: &dyn Fn(u32)) -> Option<ScanSeen> {
        look_at(&self.bytes, reader, stop, progress)
    }
}

/// Looks at every page of a file; `None` where `stop` was wished meanwhile.
pub(super) fn look_at(bytes: &[u8], reader: &Reader, stop: &Stop, progress: &dyn Fn(u32)) -> Option<ScanSeen> {
    let mut pages = Vec::new();
    let read = reader.read(bytes, &mut |page| {
        pages.push(kept(page));
        progress(pages.len() as u32);
        if stop.is_wished() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    let failed = match read {
        _ if stop.is_wished() => return None,
        Err(ReadFault::Stopped) => return None,
        Err(fault) => Some(sentence(&fault.to_string())),
        Ok(_) => None,
    };
    let signed = Kind::of(bytes) == Some(Kind::Pdf) && sandika_intake::is_signed(bytes);
    Some(ScanSeen { pages, signed, failed })
}

fn kept(page: PageReading) -> ScanPage {
    let PageReading { page, width, height, codes, blank, thumb, trouble } = page;
    ScanPage { page: page as u32, width, height, codes, blank, trouble: trouble.map(|trouble| sentence(&trouble.to_string())), thumb }
}

/// What sorting needs to know of a page.
pub(super) fn seen(page: &ScanPage) -> SeenPage {
    SeenPage { page: page.page, codes: page.codes.clone(), blank: page.blank, unreadable: page.trouble.is_some() }
}
