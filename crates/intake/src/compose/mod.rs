//! A new PDF of chosen pages: those of PDFs taken over as they are, pictures put on pages of their own without packing them anew with loss.
//!
//! What hangs on a page but is not part of it (notes, form fields, links, tags) stays behind.

mod picture;

use crate::fault::ReadFault;
use crate::kind::Kind;
use crate::pages::Tiff;
use hayro::hayro_syntax::{LoadPdfError, Pdf};
use hayro_write::{ExtractionQuery, ExtractionResult, extract};
use pdf_writer::{Content, Name, Rect, Ref};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// One page of a new PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanPage {
    /// Which of the files, from 0.
    pub source: usize,
    /// Which of its pages, from 1.
    pub page: usize,
    /// How many quarters it is turned to the right.
    pub quarter_turns: u8,
}

impl PlanPage {
    fn degrees(self) -> i32 {
        i32::from(self.quarter_turns % 4) * 90
    }
}

const CATALOG: Ref = Ref::new(1);
const TREE: Ref = Ref::new(2);
const FIRST_FREE: Ref = Ref::new(3);
/// What a page calls the one thing that it shows.
const SHOWN: Name<'static> = Name(b"A");

/// The PDF under construction.
struct Sheets {
    pdf: pdf_writer::Pdf,
    next: Ref,
}

/// Makes the PDF. The same files and plan give the same bytes.
pub(crate) fn compose(sources: &[Arc<Vec<u8>>], plan: &[PlanPage], most: usize) -> Result<Vec<u8>, ReadFault> {
    if plan.len() > most {
        return Err(ReadFault::TooManyPages { pages: plan.len(), most });
    }
    let mut sheets = Sheets { pdf: pdf_writer::Pdf::new(), next: FIRST_FREE };
    let mut pages = vec![None; plan.len()];
    for (number, source) in sources.iter().enumerate() {
        let wanted: Vec<(usize, PlanPage)> = plan.iter().copied().enumerate().filter(|(_, page)| page.source == number).collect();
        if !wanted.is_empty() {
            let refs = sheets.take(source, &wanted, most)?;
            wanted.iter().zip(refs).for_each(|((slot, _), page)| pages[*slot] = Some(page));
        }
    }
    let pages: Vec<Ref> = pages.into_iter().collect::<Option<_>>().filter(|pages: &Vec<Ref>| !pages.is_empty()).ok_or(ReadFault::Empty)?;
    sheets.pdf.catalog(CATALOG).pages(TREE);
    let count = i32::try_from(pages.len()).unwrap_or(i32::MAX);
    sheets.pdf.pages(TREE).kids(pages).count(count);
    Ok(sheets.pdf.finish())
}

impl Sheets {
    /// Takes the wanted pages of one file over.
    fn take(&mut self, source: &Arc<Vec<u8>>, wanted: &[(usize, PlanPage)], most: usize) -> Result<Vec<Ref>, ReadFault> {
        let kind = if source.is_empty() { Err(ReadFault::Empty) } else { Kind::of(source).ok_or(ReadFault::NotReadable) }?;
        if kind == Kind::Pdf {
            return self.of_pdf(source, wanted);
        }
        let tiff = if kind == Kind::Tiff { Some(Tiff::open(Arc::clone(source), most)?) } else { None };
        let count = tiff.as_ref().map_or(1, Tiff::count);
        let page = |(_, page): &(usize, PlanPage)| {
            let index = page.page.checked_sub(1).filter(|index| *index < count).ok_or(ReadFault::NoSuchPage { page: page.page })?;
            let picture = match &tiff {
                Some(tiff) => picture::of_tiff(tiff.page(index)?)?,
                None if kind == Kind::Jpeg => picture::of_jpeg(source)?,
                None => picture::of_png(source)?,
            };
            Ok(self.picture(&picture, page.degrees()))
        };
        wanted.iter().map(page).collect()
    }

    /// Pages of a PDF. One that is turned becomes a picture of itself on a turned page, because its own page states another turn.
    fn of_pdf(&mut self, source: &Arc<Vec<u8>>, wanted: &[(usize, PlanPage)]) -> Result<Vec<Ref>, ReadFault> {
        let pdf = Pdf::new(Arc::clone(source)).map_err(|error| match error {
            LoadPdfError::Decryption(_) => ReadFault::Encrypted,
            LoadPdfError::Invalid => ReadFault::Damaged,
        })?;
        let index = |page: PlanPage| page.page.checked_sub(1).filter(|index| *index < pdf.pages().len());
        let query = |(_, page): &(usize, PlanPage)| {
            let index = index(*page).ok_or(ReadFault::NoSuchPage { page: page.page })?;
            Ok(if page.degrees() == 0 { ExtractionQuery::new_page(index) } else { ExtractionQuery::new_xobject(index) })
        };
        let queries = wanted.iter().map(query).collect::<Result<Vec<_>, ReadFault>>()?;
        let taken = self.extracted(&pdf, &queries)?;
        self.pdf.extend(&taken.chunk);
        let page = |((_, page), shown): (&(usize, PlanPage), Result<Ref, _>)| {
            let shown = shown.map_err(|_| ReadFault::Damaged)?;
            let original = index(*page).and_then(|index| pdf.pages().get(index)).ok_or(ReadFault::Damaged)?;
            let content = || {
                let mut content = Content::new();
                content.x_object(SHOWN);
                content.finish().into_vec()
            };
            Ok(if page.degrees() == 0 { shown } else { self.page(shown, original.render_dimensions(), page.degrees(), &content()) })
        };
        wanted.iter().zip(taken.root_refs).map(page).collect()
    }

    /// The first number that is asked for becomes the parent of all pages, so files share one tree.
    fn extracted(&mut self, pdf: &Pdf, queries: &[ExtractionQuery]) -> Result<ExtractionResult, ReadFault> {
        let (next, mut tree) = (&mut self.next, Some(TREE));
        let numbers = Box::new(|| tree.take().unwrap_or_else(|| next.bump()));
        let taken = extract(pdf, numbers, pdf_writer::Settings::default(), queries).map_err(|_| ReadFault::Damaged)?;
        if taken.page_tree_parent_ref == TREE { Ok(taken) } else { Err(ReadFault::Damaged) }
    }

    /// A page that shows one thing.
    fn page(&mut self, shown: Ref, (width, height): (f32, f32), degrees: i32, content: &[u8]) -> Ref {
        let (id, contents) = (self.next.bump(), self.next.bump());
        let mut page = self.pdf.page(id);
        page.media_box(Rect::new(0.0, 0.0, width, height)).rotate(degrees).parent(TREE).contents(contents);
        page.resources().x_objects().pair(SHOWN, shown);
        drop(page);
        self.pdf.stream(contents, content);
        id
    }
}
