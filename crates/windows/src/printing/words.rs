//! The words in which Windows speaks of printers. Lengths of paper are tenths of a millimetre, lengths on a page the printer's own dots.

/// A printer, as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its name, by which it is chosen.
    pub name: String,
    /// It is another computer's: asking it for more may take as long as the network does.
    pub remote: bool,
}

/// How a printer stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Described {
    /// Where its jobs go; several are parted by commas.
    pub port: String,
    /// Bits of `PRINTER_STATUS_…` in `winspool.h`.
    pub status: u32,
    /// Somebody chose that it keeps its jobs until later.
    pub works_offline: bool,
    /// Where it stands, in the words of whoever set it up; may be empty.
    pub place: String,
}

/// A paper that a driver has by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The driver's number for it.
    pub id: u16,
    /// The driver's name for it.
    pub name: String,
    /// Width, upright.
    pub width: u32,
    /// Height, upright.
    pub height: u32,
}

/// What a driver can do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Abilities {
    /// Papers.
    pub forms: Vec<Form>,
    /// The smallest and the largest paper of a size of one's own, each width and height; none where the driver takes no such size.
    pub any_size: Option<[(u32, u32); 2]>,
    /// Copies that it makes of a job by itself; 1 where it makes none.
    pub copies: u32,
    /// It puts copies of several pages in order.
    pub collates: bool,
    /// It prints on both sides.
    pub both_sides: bool,
    /// The paper that it is set to, as a form's number or as a size.
    pub usual: Option<Sheet>,
}

/// A paper that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// One that the driver has, by its number.
    Form(u16),
    /// A size of one's own, upright.
    Size {
        /// Width.
        width: u16,
        /// Height.
        height: u16,
    },
}

/// Which sides of a sheet are printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sides {
    /// As the printer is set.
    #[default]
    AsSet,
    /// One.
    One,
    /// Both, as the pages of a book.
    Book,
    /// Both, as the leaves of a wall calendar.
    Calendar,
}

/// What is asked of a driver; it may do otherwise, which its page then shows ([`Surface`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The paper; as the printer is set if none.
    pub sheet: Option<Sheet>,
    /// The long side below.
    pub landscape: bool,
    /// Copies that the driver makes, at least 1.
    pub copies: u16,
    /// The sides.
    pub sides: Sides,
}

/// A page as the driver has it: every pair is across, then down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Surface {
    /// Dots in an inch.
    pub resolution: (i32, i32),
    /// The whole sheet.
    pub paper: (i32, i32),
    /// Where the part that can be printed on begins. Places on a page are counted from here.
    pub offset: (i32, i32),
    /// The part that can be printed on.
    pub printable: (i32, i32),
}

/// What stands in the dots of a [`Raster`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// A byte each, 255 being white.
    Grey,
    /// Three bytes each: blue, green, red.
    Colour,
}

/// A picture. Its rows stand from the lowest up, each filled up to whole groups of four bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raster {
    /// Dots in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Their kind.
    pub shown: Shown,
    /// The rows.
    pub rows: Vec<u8>,
}

impl Raster {
    /// Bytes of one row.
    pub fn stride(&self) -> usize {
        let bytes = match self.shown {
            Shown::Grey => 1,
            Shown::Colour => 3,
        };
        (self.width as usize * bytes).next_multiple_of(4)
    }
}

/// How a job stands in the queue.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JobSeen {
    /// Bits of `JOB_STATUS_…` in `winspool.h`.
    pub status: u32,
    /// The printer's own words; may be empty.
    pub says: String,
}
