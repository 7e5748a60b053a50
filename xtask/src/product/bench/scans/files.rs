//! Files as scanners write them: a PDF of one JPEG a page.

use image::ExtendedColorType;
use image::codecs::jpeg::JpegEncoder;
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref};
use sandika_intake::pages::Grey;
use xtask::Result;

/// What a scanner packs with.
const QUALITY: u8 = 75;

/// A PDF of A4 pages, each covered by its picture.
pub(super) fn pdf(pages: &[Grey]) -> Result<Vec<u8>> {
    let packed = pages.iter().map(jpeg).collect::<Result<Vec<_>>>()?;
    let pictures: Vec<(&Grey, &[u8])> = pages.iter().zip(packed.iter().map(Vec::as_slice)).collect();
    Ok(of_pictures(&pictures))
}

/// The picture as a JPEG.
pub(super) fn jpeg(page: &Grey) -> Result<Vec<u8>> {
    packed(page, QUALITY)
}

/// The same, as hard as it takes for the picture to have no more than so many bytes.
pub(super) fn jpeg_within(page: &Grey, most: usize) -> Result<Vec<u8>> {
    let tried = (10..=QUALITY).rev().step_by(5).map(|quality| packed(page, quality));
    tried
        .into_iter()
        .find(|bytes| bytes.as_ref().is_ok_and(|bytes| bytes.len() <= most))
        .unwrap_or_else(|| Err("no quality packs the page so far".into()))
}

fn packed(page: &Grey, quality: u8) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, quality).encode(&page.luma, page.width, page.height, ExtendedColorType::L8)?;
    Ok(bytes)
}

/// A PDF of pictures that are packed already.
pub(super) fn of_pictures(pages: &[(&Grey, &[u8])]) -> Vec<u8> {
    let (mut pdf, mut next) = (Pdf::new(), Ref::new(1));
    let (catalog, tree) = (next.bump(), next.bump());
    pdf.catalog(catalog).pages(tree);
    let (width, height) = (595.0, 842.0);
    let mut kids = Vec::new();
    for (page, jpeg) in pages {
        let (id, shown, contents) = (next.bump(), next.bump(), next.bump());
        kids.push(id);
        let mut sheet = pdf.page(id);
        sheet.media_box(Rect::new(0.0, 0.0, width, height)).parent(tree).contents(contents);
        sheet.resources().x_objects().pair(Name(b"Im0"), shown);
        sheet.finish();
        let mut content = Content::new();
        content.transform([width, 0.0, 0.0, height, 0.0, 0.0]).x_object(Name(b"Im0"));
        pdf.stream(contents, &content.finish());
        let mut image = pdf.image_xobject(shown, jpeg);
        image.width(page.width as i32).height(page.height as i32).bits_per_component(8).color_space().device_gray();
        image.filter(Filter::DctDecode);
    }
    let count = kids.len() as i32;
    pdf.pages(tree).kids(kids).count(count);
    pdf.finish()
}
