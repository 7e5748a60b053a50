//! TIFFs of every make.

use crate::files::group4;
use crate::shows::{Look, shows, worn};
use crate::{codes, reader};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use sandika_intake::pages::Grey;
use sandika_intake::{PageTrouble, ReadFault};
use std::io::Write;

/// A directory's entry: its number and its values.
type Field<'a> = (u16, &'a [u32]);

const STRIPS: u16 = 273;
const TILES: u16 = 324;

/// A TIFF of one page: its size, the pieces of its picture, and what else stands in its directory.
fn tiff(big: bool, page: &Grey, pieces: (u16, &[Vec<u8>]), fields: &[Field<'_>]) -> Vec<u8> {
    let two = |value: u16| if big { value.to_be_bytes() } else { value.to_le_bytes() };
    let four = |value: u32| if big { value.to_be_bytes() } else { value.to_le_bytes() };
    let mut bytes = [if big { &b"MM\0*"[..] } else { b"II*\0" }, &[0; 4]].concat();
    let (mut starts, mut lengths) = (Vec::new(), Vec::new());
    for piece in pieces.1 {
        starts.push(bytes.len() as u32);
        lengths.push(piece.len() as u32);
        bytes.extend(piece);
    }
    let (width, height, lengths_tag) = ([page.width], [page.height], if pieces.0 == TILES { 325 } else { 279 });
    let mut all: Vec<Field<'_>> = vec![(256, &width), (257, &height), (pieces.0, &starts), (lengths_tag, &lengths)];
    all.extend(fields);
    all.sort_by_key(|(tag, _)| *tag);
    let mut directory = two(all.len() as u16).to_vec();
    for (tag, values) in all {
        // Resolutions are fractions: two numbers each.
        let (kind, each) = match tag {
            STRIPS | TILES | 279 | 325 => (4, 1),
            282 | 283 => (5, 2),
            _ => (3, 1),
        };
        let wide = kind > 3;
        let mut data: Vec<u8> =
            values.iter().flat_map(|value| if wide { four(*value).to_vec() } else { two(*value as u16).to_vec() }).collect();
        if data.len() > 4 {
            let place = four(bytes.len() as u32);
            bytes.extend(data);
            data = place.to_vec();
        }
        data.resize(4, 0);
        directory.extend([&two(tag)[..], &two(kind), &four((values.len() / each) as u32), &data].concat());
    }
    let place = four(bytes.len() as u32);
    bytes[4..8].copy_from_slice(&place);
    bytes.extend([&directory[..], &[0; 4]].concat());
    bytes
}

/// One strip, of what each point becomes.
fn strip<const N: usize>(page: &Grey, point: impl Fn(u8) -> [u8; N]) -> Vec<u8> {
    page.luma.iter().flat_map(|shade| point(*shade)).collect()
}

fn packed(page: &Grey, turned: bool) -> Vec<u8> {
    let byte = |dots: &[u8]| dots.iter().enumerate().map(|(at, shade)| u8::from(*shade >= 140) << (7 - at)).sum::<u8>();
    let bits = page.luma.chunks(page.width as usize).flat_map(|row| row.chunks(8).map(byte));
    bits.map(|byte| if turned { byte.reverse_bits() } else { byte }).collect()
}

#[test]
fn one_sample_of_any_depth_is_shown() {
    let page = worn();
    let deep = |big: bool, shade: u8| if big { [shade, 77] } else { [77, shade] };
    for big in [false, true] {
        let file = |what: &str, strip: Vec<u8>, fields: &[Field<'_>]| {
            let rows = [page.height];
            let all = [&[(277, &[1][..]), (278, &rows)], fields].concat();
            shows(&format!("{what}, big end first: {big}"), &tiff(big, &page, (STRIPS, &[strip]), &all), &page, Look::Grey);
        };
        file("16 bits", strip(&page, |shade| deep(big, shade)), &[(258, &[16]), (259, &[1]), (262, &[1])]);
        file("16 bits, white is 0", strip(&page, |shade| deep(big, 255 - shade)), &[(258, &[16]), (259, &[1]), (262, &[0])]);
        file("one bit", packed(&page, false), &[(258, &[1]), (259, &[1]), (262, &[1])]);
        file("one bit, turned round", packed(&page, true), &[(258, &[1]), (259, &[1]), (262, &[1]), (266, &[2])]);
        let fax = |bytes: Vec<u8>| bytes.iter().map(|byte| byte.reverse_bits()).collect();
        file("fax, turned round", fax(group4(&page)), &[(258, &[1]), (259, &[4]), (262, &[0]), (266, &[2])]);
        let mut packer = ZlibEncoder::new(Vec::new(), Compression::fast());
        packer.write_all(&page.luma).unwrap();
        file("packed", packer.finish().unwrap(), &[(258, &[8]), (259, &[8]), (262, &[1])]);
    }
}

#[test]
fn several_samples_are_shown_as_what_they_mean() {
    let page = worn();
    let file = |what: &str, look: Look, strip: Vec<u8>, fields: &[Field<'_>]| {
        let bits = [8; 4];
        let (samples, rows) = ([(strip.len() / page.luma.len()) as u32], [page.height]);
        let all = [&[(258, &bits[..samples[0] as usize]), (259, &[1]), (277, &samples), (278, &rows)], fields].concat();
        shows(what, &tiff(false, &page, (STRIPS, &[strip]), &all), &page, look);
    };
    file("colours", Look::Warm, strip(&page, |shade| Look::Warm.of(shade)), &[(262, &[2])]);
    file("inks", Look::Grey, strip(&page, |shade| [0, 0, 0, 255 - shade]), &[(262, &[5])]);
    file("differences", Look::Grey, strip(&page, |shade| [shade, 128, 128]), &[(262, &[6]), (530, &[1, 1])]);
    file("ink on clear paper", Look::Grey, strip(&page, |shade| [0, 0, 0, 255 - shade]), &[(262, &[2]), (338, &[2])]);
    file("grey ink on clear paper", Look::Grey, strip(&page, |shade| [0, 255 - shade]), &[(262, &[1]), (338, &[2])]);
    file("grey and a sample that means nothing", Look::Grey, strip(&page, |shade| [shade, 9]), &[(262, &[1]), (338, &[0])]);
}

#[test]
fn a_plane_for_each_sample_is_shown() {
    let page = worn();
    let rows = 64 * page.width as usize;
    let planes =
        (0..3).flat_map(|light| page.luma.chunks(rows).map(move |rows| rows.iter().map(|shade| Look::Warm.of(*shade)[light]).collect()));
    let planes: Vec<Vec<u8>> = planes.collect();
    let fields: [Field<'_>; 6] = [(258, &[8, 8, 8]), (259, &[1]), (262, &[2]), (277, &[3]), (278, &[64]), (284, &[2])];
    shows("planes", &tiff(false, &page, (STRIPS, &planes), &fields), &page, Look::Warm);
    let deep: Vec<Vec<u8>> = planes.iter().map(|plane| plane.iter().flat_map(|value| [*value, 3]).collect()).collect();
    let mut fields = fields;
    fields[0] = (258, &[16, 16, 16]);
    shows("planes of 16 bits", &tiff(true, &page, (STRIPS, &deep), &fields), &page, Look::Warm);
}

#[test]
fn colours_from_a_table_are_shown() {
    let page = worn();
    for big in [false, true] {
        let table = |count: u32, wide: u32| -> Vec<u32> {
            let shade = |at: u32| Look::Warm.of((at * 255 / (count - 1)) as u8);
            (0..3).flat_map(|light| (0..count).map(move |at| u32::from(shade(at)[light]) * wide)).collect()
        };
        let nibbles = |row: &[u8]| row.chunks(2).map(|two| two[0] & 0xf0 | two.get(1).map_or(0, |shade| shade >> 4)).collect::<Vec<_>>();
        let halves = page.luma.chunks(page.width as usize).flat_map(nibbles).collect();
        for (what, bits, strip, table) in [
            ("256 colours", 8, page.luma.clone(), table(256, 257)),
            ("256 colours of eight bits", 8, page.luma.clone(), table(256, 1)),
            ("16 colours", 4, halves, table(16, 257)),
            ("2 colours", 1, packed(&page, false), table(2, 257)),
        ] {
            let fields: [Field<'_>; 6] = [(258, &[bits]), (259, &[1]), (262, &[3]), (277, &[1]), (278, &[page.height]), (320, &table)];
            let file = tiff(big, &page, (STRIPS, &[strip]), &fields);
            shows(&format!("{what}, big end first: {big}"), &file, &page, Look::Warm);
        }
    }
}

/// Fax machines count 204 points across and 98 (or 391) down an inch.
#[test]
fn a_fax_of_few_rows_stands_in_its_shape() {
    let page = worn();
    let rows: Vec<&[u8]> = page.luma.chunks(page.width as usize).collect();
    for (what, down, stored) in [
        ("half the rows", 98, rows.iter().step_by(2).map(|row| row.to_vec()).collect::<Vec<_>>().concat()),
        ("all rows", 196, page.luma.clone()),
        ("twice the rows", 391, rows.iter().flat_map(|row| [*row, *row]).collect::<Vec<_>>().concat()),
    ] {
        let stored = Grey { width: page.width, height: (stored.len() / page.width as usize) as u32, luma: stored };
        let (height, down) = ([stored.height], [down, 1]);
        let fields: [Field<'_>; 7] = [(258, &[1]), (259, &[4]), (262, &[0]), (277, &[1]), (278, &height), (282, &[204, 1]), (283, &down)];
        shows(what, &tiff(false, &stored, (STRIPS, &[group4(&stored)]), &fields), &page, Look::Grey);
    }
}

#[test]
fn tiles_are_shown() {
    let page = worn();
    let (width, height, side) = (page.width as usize, page.height as usize, 160);
    let shade = |x: usize, y: usize| if x < width && y < height { page.luma[y * width + x] } else { 0 };
    let tile = |left, top| (top..top + side).flat_map(|y| (left..left + side).map(move |x| shade(x, y))).collect();
    let tiles: Vec<Vec<u8>> = (0..height).step_by(side).flat_map(|top| (0..width).step_by(side).map(move |left| tile(left, top))).collect();
    let fields: [Field<'_>; 6] = [(258, &[8]), (259, &[1]), (262, &[1]), (277, &[1]), (322, &[side as u32]), (323, &[side as u32])];
    shows("tiles", &tiff(false, &page, (TILES, &tiles), &fields), &page, Look::Grey);
}

#[test]
fn a_page_that_lies_in_the_file_stands_when_it_is_shown() {
    let page = worn();
    let (width, height) = (page.width as usize, page.height as usize);
    let quarter: Vec<u8> = (0..width).rev().flat_map(|x| (0..height).map(move |y| (x, y))).map(|(x, y)| page.luma[y * width + x]).collect();
    let lying = |luma: Vec<u8>| Grey { width: page.height, height: page.width, luma };
    let half = Grey { luma: page.luma.iter().rev().copied().collect(), ..page.clone() };
    let other = lying(quarter.iter().rev().copied().collect());
    for (held, stored) in [(1, page.clone()), (3, half), (6, lying(quarter)), (8, other)] {
        let fields: [Field<'_>; 6] = [(258, &[8]), (259, &[1]), (262, &[1]), (274, &[held]), (277, &[1]), (278, &[stored.height])];
        shows(&format!("held {held}"), &tiff(false, &stored, (STRIPS, std::slice::from_ref(&stored.luma)), &fields), &page, Look::Grey);
    }
}

/// What nothing here unpacks is refused, never shown as something else.
#[test]
fn a_tiff_of_a_rare_form_is_refused() {
    let page = Grey { width: 40, height: 40, luma: vec![200; 1600] };
    let rows = [page.height];
    for (what, bytes, samples, fields) in [
        ("jpeg of the old form", 1, 1, vec![(258, &[8][..]), (259, &[6]), (262, &[1])]),
        ("a packing that nobody knows", 1, 1, vec![(258, &[8]), (259, &[34712]), (262, &[1])]),
        ("twelve bits", 2, 1, vec![(258, &[12]), (259, &[1]), (262, &[1])]),
        ("broken numbers", 4, 1, vec![(258, &[32]), (259, &[1]), (262, &[1]), (339, &[3])]),
        ("lightness and two axes", 3, 3, vec![(258, &[8, 8, 8]), (259, &[1]), (262, &[9])]),
        ("five inks", 5, 5, vec![(258, &[8; 5]), (259, &[1]), (262, &[5]), (338, &[2])]),
        ("a table that is not there", 1, 1, vec![(258, &[8]), (259, &[1]), (262, &[3])]),
        ("a table that is too short", 1, 1, vec![(258, &[8]), (259, &[1]), (262, &[3]), (320, &[0; 30])]),
    ] {
        let samples = [samples];
        let all = [&[(277, &samples[..]), (278, &rows)], &fields[..]].concat();
        let file = tiff(false, &page, (STRIPS, &[vec![200; 1600 * bytes]]), &all);
        assert_eq!(codes(&file), [Err(PageTrouble::Damaged)], "{what}");
        assert_eq!(reader().picture(&file, 1, 600), Err(ReadFault::Damaged), "{what}");
    }
}
