//! An emblem is taken in as letters carry it, refused in words that help, and shown as it was stored; nothing else is.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sandika_testkit::{TestOffice, Walker, sample};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A PNG whose every pixel is this one.
fn flat(width: u32, height: u32, pixel: [u8; 4]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.write_header().unwrap().write_image_data(&pixel.repeat((width * height) as usize)).unwrap();
    bytes
}

/// The head of a PNG that claims this size, as a bomb of a few bytes would.
fn claiming(width: u32, height: u32) -> Vec<u8> {
    let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
    [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", size.as_slice(), &[8, 6, 0, 0, 0, 0, 0, 0, 0]].concat()
}

/// What a PNG shows: width, height, and its samples.
fn seen(png: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    // An emblem of few colours names them in a list.
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut samples = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut samples).unwrap();
    samples.truncate(frame.buffer_size());
    (frame.width, frame.height, samples)
}

/// Every file below a folder.
fn files(folder: &Path) -> BTreeSet<PathBuf> {
    let below = |path: PathBuf| if path.is_dir() { files(&path) } else { BTreeSet::from([path]) };
    fs::read_dir(folder).unwrap().flat_map(|entry| below(entry.unwrap().path())).collect()
}

#[test]
fn an_emblem_is_kept_as_letters_carry_it() {
    let mut office = TestOffice::new();
    let path = office.papers().join("lambang.png");
    for (chosen, expected) in [
        (flat(2, 1, [10, 20, 30, 255]), (2, 1, vec![10, 20, 30, 10, 20, 30])),
        // Half of it shows through, on white.
        (flat(1, 1, [0, 0, 254, 51]), (1, 1, vec![204, 204, 255])),
    ] {
        fs::write(&path, chosen).unwrap();
        let hash = office.ok("emblem_store", json!({ "path": path }));
        let shown = office.ok("emblem_show", json!({ "hash": hash }));
        assert_eq!(seen(&STANDARD.decode(shown["png"].as_str().unwrap()).unwrap()), expected);
    }
    fs::write(&path, flat(2000, 1000, [0, 90, 0, 255])).unwrap();
    let hash = office.ok("emblem_store", json!({ "path": path }));
    let shown = STANDARD.decode(office.ok("emblem_show", json!({ "hash": hash }))["png"].as_str().unwrap()).unwrap();
    let (width, height, _) = seen(&shown);
    assert_eq!((width, height), (378, 189));
    // What is kept may be chosen again and is the same.
    fs::write(&path, shown).unwrap();
    assert_eq!(office.ok("emblem_store", json!({ "path": path })), hash);
}

#[test]
fn what_cannot_be_an_emblem_is_refused_and_nothing_is_kept() {
    let mut office = TestOffice::new();
    let path = office.papers().join("lambang.png");
    let folder = office.folder().join("kantor");
    let before = files(&folder);
    let whole = flat(40, 40, [200, 0, 0, 255]);
    let drawing = "<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"><script>fetch('http://x')</script></svg>";
    for (chosen, code, text) in [
        (Vec::new(), "invalid-fields", "berkasnya kosong. Pilih berkas gambar yang berisi."),
        (
            drawing.into(),
            "invalid-fields",
            "berkasnya gambar SVG, sedangkan kop surat memerlukan PNG atau JPEG. Buka gambar itu dengan aplikasi gambar, misalnya Inkscape, ekspor sebagai PNG selebar 600 piksel, lalu pilih berkas PNG itu.",
        ),
        (b"GIF89a\x01\0\x01\0".to_vec(), "invalid-fields", "berkasnya bukan PNG atau JPEG. Simpan gambarnya sebagai PNG, lalu pilih lagi."),
        (
            whole[..whole.len() - 20].to_vec(),
            "invalid-fields",
            "gambarnya rusak atau terpotong. Buka gambar itu dan simpan ulang sebagai PNG, atau minta berkas aslinya lagi.",
        ),
        (
            b"\xff\xd8\xff\xe0\0\x10JFIF\0".to_vec(),
            "invalid-fields",
            "gambarnya rusak atau terpotong. Buka gambar itu dan simpan ulang sebagai PNG, atau minta berkas aslinya lagi.",
        ),
        (
            claiming(50_000, 50_000),
            "invalid-fields",
            "gambarnya terlalu besar, paling banyak 4000 piksel pada tiap sisi. Perkecil gambarnya, misalnya menjadi selebar 600 piksel, lalu pilih lagi.",
        ),
        (
            flat(30, 30, [0, 0, 0, 0]),
            "invalid-fields",
            "seluruh gambarnya tembus pandang atau putih, sehingga tidak terlihat pada kertas. Pilih gambar yang berwarna atau bergaris gelap.",
        ),
    ] {
        fs::write(&path, chosen).unwrap();
        let error = office.refused("emblem_store", json!({ "path": path }));
        assert_eq!((error.field.as_deref(), error.message), (Some("path"), format!("Lambang tidak dapat dipakai: {text}")));
        assert_eq!(serde_json::to_value(error.code).unwrap(), json!(code), "{text}");
    }
    fs::File::create(&path).unwrap().set_len(5 << 20).unwrap();
    let error = office.refused("emblem_store", json!({ "path": path }));
    assert!(error.message.contains("berkas terlalu besar, paling banyak 4 MB"), "{}", error.message);
    assert_eq!(files(&folder), before, "a refused picture left something in the office");
}

/// Versions before kept the officer's own file. It lies in the office like any paper.
#[test]
fn a_picture_that_was_stored_as_it_was_still_stands_on_letters() {
    let mut office = TestOffice::new();
    let old = flat(600, 500, [0, 90, 0, 128]);
    let path = office.papers().join("lambang.png");
    fs::write(&path, &old).unwrap();
    let walker = Walker::open(&mut office, "natuna-pencabutan", Some("pensiun"), 1);
    let view = walker.office.ok("case_attach", json!({ "case": walker.case, "step": 1, "document": "lainnya", "path": path }));
    let hash = view["steps"][0]["documents"][0]["hash"].clone();
    let shown = walker.office.ok("emblem_show", json!({ "hash": hash }));
    assert_eq!(STANDARD.decode(shown["png"].as_str().unwrap()).unwrap(), old);
    let request = json!({ "case": walker.case, "template": "surat-rekomendasi-pencabutan" });
    let without = walker.office.ok("letter_preview", request.clone());
    let mut profile = sample::profile();
    profile["logo"] = hash;
    walker.office.ok("office_record", profile);
    let pdf = |preview: &Value| STANDARD.decode(preview["pdf"].as_str().unwrap()).unwrap();
    let with = pdf(&walker.office.ok("letter_preview", request));
    assert!(!holds(&pdf(&without), b"/Subtype/Image") && holds(&with, b"/Subtype/Image/Width 600/Height 500"));
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[test]
fn what_is_no_emblem_is_not_shown() {
    let mut office = TestOffice::new();
    let mut walker = Walker::open(&mut office, "natuna-pencabutan", Some("pensiun"), 1);
    walker.attach_missing();
    let steps = walker.view()["steps"].clone();
    let scan = steps.as_array().unwrap().iter().find_map(|step| step["documents"][0]["hash"].as_str()).unwrap().to_owned();
    let codes =
        [scan.as_str(), &"0".repeat(64), "../kunci.json", ""].map(|hash| office.refused("emblem_show", json!({ "hash": hash })).code);
    assert_eq!(serde_json::to_value(codes).unwrap(), json!(["not-found", "stored-file", "stored-file", "stored-file"]));
}
