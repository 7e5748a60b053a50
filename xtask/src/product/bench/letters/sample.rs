//! The letters that are drawn: one page with emblem, letterhead, fields and code for as many people as one likes, and a long one.

use crate::bench::person::{Person, mix};
use sandika_app::content::Content;
use sandika_domain::ids::LetterId;
use sandika_domain::letter::code::code_of;
use sandika_domain::letter::{LetterModel, LetterSetup, LetterValues, samples};
use sandika_letters::{Typesetter, prepare_emblem};
use std::fs;
use std::path::Path;
use uuid::Uuid;
use xtask::Result;

pub(super) const TEMPLATE: &str = "surat-rekomendasi-pencabutan";
/// A letter with a row for each owner.
const WITH_TABLE: &str = "surat-permohonan-pencabutan";
const FIRST_ID: u128 = 0x0193_4d2e_8f00_7000_8000_0000_0000_0001;

/// What letters are made of.
pub(super) struct Desk {
    pub(super) content: Content,
    emblem: Vec<u8>,
}

impl Desk {
    /// The content that ships, and an emblem.
    pub(super) fn open(emblem: &Path) -> Result<Self> {
        Ok(Self { content: Content::load(None)?, emblem: fs::read(emblem)? })
    }

    /// A letter about a person.
    pub(super) fn letter(&self, number: u64) -> Result<LetterModel> {
        let person = Person::of(number);
        let mut values = samples::values();
        for (name, value) in [
            ("pemilik.nama_lengkap", format!("{}, S.Kom.", person.name)),
            ("pemilik.nip", person.nip),
            ("pemilik.nik", person.nik),
            ("pemilik.instansi", person.institution),
            ("pemilik.email", format!("{}@contohkab.go.id", person.name.to_lowercase().replace(' ', "."))),
            ("sertifikat.nomor_seri", person.serial),
            ("nomor_surat", format!("000.6.5/{}/Diskominfo.05", number + 1)),
        ] {
            values.values.insert(name.to_owned(), value);
        }
        self.compose(TEMPLATE, &values, number)
    }

    /// A letter of so many pages, most of them a table of owners.
    pub(super) fn of_pages(&self, pages: usize) -> Result<LetterModel> {
        let mut rows = pages;
        loop {
            let model = self.with_rows(rows)?;
            let found = Typesetter::shared().render(&model)?.pages;
            if found >= pages {
                return Ok(model);
            }
            rows += (pages - found) * 4;
        }
    }

    fn with_rows(&self, count: usize) -> Result<LetterModel> {
        let mut values = samples::values();
        let rows = values.rows.get_mut("pemilik").ok_or("letters have no rows of owners")?;
        let pattern = rows.first().cloned().ok_or("there is no sample row")?;
        *rows = (0..count as u64)
            .map(|number| {
                let (person, mut row) = (Person::of(number), pattern.clone());
                row.insert("nama_lengkap".to_owned(), person.name);
                row.insert("nip".to_owned(), person.nip);
                row.insert("instansi".to_owned(), person.institution);
                row
            })
            .collect();
        self.compose(WITH_TABLE, &values, 0)
    }

    fn compose(&self, template: &str, values: &LetterValues, number: u64) -> Result<LetterModel> {
        let library = self.content.templates.get(template).ok_or("the letter's template is not shipped")?;
        let mut setup = samples::setup();
        if let Some(letterhead) = &mut setup.letterhead {
            letterhead.logo_png = Some(self.emblem.clone());
        }
        // Identities as letters have them, which share no sign: the code beside the symbol is another in each.
        setup.code = Some(code_of(LetterId(Uuid::from_u128(FIRST_ID ^ u128::from(mix(number)))), 1));
        composed(&library.template, values, &setup)
    }
}

fn composed(template: &sandika_domain::letter::Template, values: &LetterValues, setup: &LetterSetup) -> Result<LetterModel> {
    let faults = |faults: Vec<sandika_domain::letter::TemplateFault>| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    Ok(template.compose(values, setup).map_err(faults)?)
}

/// An emblem as offices have them, soft edges on a transparent ground, as an office keeps it once it was chosen.
pub(super) fn emblem() -> Result<Vec<u8>> {
    let (width, height) = (1500_u32, 1700_u32);
    let pixel = |at: u32| {
        let (x, y) = (f64::from(at % width) - 750.0, f64::from(at / width) - 850.0);
        let from_centre = x.hypot(y);
        // A wheel of twelve spokes within a ring: about as many edges as a region's emblem has.
        let spoke = (y.atan2(x) * 6.0).sin() > 0.0;
        let [red, green, blue] = match from_centre {
            far if far > 600.0 => [0xd9, 0xb4, 0x2e],
            near if near < 150.0 || spoke => [0x1e, 0x7a, 0x3c],
            _ => [0xc0, 0x22, 0x22],
        };
        [red, green, blue, ((750.0 - from_centre).clamp(0.0, 1.0) * 255.0) as u8]
    };
    let pixels: Vec<u8> = (0..width * height).flat_map(pixel).collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.write_header()?.write_image_data(&pixels)?;
    Ok(prepare_emblem(&bytes).map_err(|fault| fault.to_string())?)
}
