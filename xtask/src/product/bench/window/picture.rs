//! Pictures of the measured screen, so that a person can see that it was the right one.

use super::area::PIXEL;
use super::server::Server;
use std::fs::{self, File};
use std::io::BufWriter;
use std::path::Path;
use xtask::Result;

/// Keeps what is seen now.
pub(super) fn keep(server: &Server, file: &Path) -> Result {
    let whole = server.whole;
    let pixels: Vec<u8> =
        server.picture(whole)?.chunks_exact(PIXEL).flat_map(|pixel| pixel.iter().take(3).rev().copied().collect::<Vec<_>>()).collect();
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let mut encoder = png::Encoder::new(BufWriter::new(File::create(file)?), u32::try_from(whole.width())?, u32::try_from(whole.height())?);
    encoder.set_color(png::ColorType::Rgb);
    Ok(encoder.write_header()?.write_image_data(&pixels)?)
}
