//! What is seen on a screen, taken from the screen itself: WebKit's own pictures stop coming after some thirty where it paints without GL.

use png::{BitDepth, ColorType, Encoder};
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{ConnectionExt as _, ImageFormat};
use x11rb::rust_connection::RustConnection;

/// Bytes of a pixel, as the server gives them: blue, green, red, nothing.
const PIXEL: usize = 4;

/// An eye on all of a screen.
pub struct Sight {
    connection: RustConnection,
    root: u32,
    width: u16,
    height: u16,
}

impl Sight {
    pub(crate) fn through(connection: RustConnection) -> Self {
        let shown = &connection.setup().roots[0];
        let (root, width, height) = (shown.root, shown.width_in_pixels, shown.height_in_pixels);
        Self { connection, root, width, height }
    }

    /// Every pixel that is shown now; nothing once the screen is gone.
    pub(crate) fn pixels(&self) -> Option<Vec<u8>> {
        let image = self.connection.get_image(ImageFormat::Z_PIXMAP, self.root, 0, 0, self.width, self.height, u32::MAX);
        Some(image.ok()?.reply().ok()?.data)
    }

    /// What is shown now, as PNG.
    ///
    /// # Panics
    /// When the screen is gone.
    pub fn picture(&self) -> Vec<u8> {
        self.png(&self.pixels().expect("the screen stands"))
    }

    pub(crate) fn png(&self, pixels: &[u8]) -> Vec<u8> {
        let colours: Vec<u8> = pixels.chunks_exact(PIXEL).flat_map(|pixel| [pixel[2], pixel[1], pixel[0]]).collect();
        let mut file = Vec::new();
        let mut encoder = Encoder::new(&mut file, self.width.into(), self.height.into());
        encoder.set_color(ColorType::Rgb);
        encoder.set_depth(BitDepth::Eight);
        encoder.write_header().unwrap().write_image_data(&colours).unwrap();
        file
    }
}
