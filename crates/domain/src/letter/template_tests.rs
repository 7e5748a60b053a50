//! Templates as an officer may write them: every fault is found, on its line; conditions and repetitions do what they say.

use super::fault::TemplateFault;
use super::fill::{LetterValues, Row};
use super::model::{Block, Head, Letterhead, Signing};
use super::{LetterModel, Template, samples};
use proptest::prelude::*;

const HEAD: &str = "format = 1\nid = \"surat\"\nnama = \"Surat\"\nbentuk = \"judul\"\nkop = \"tanpa\"\n[kepala]\njudul = [\"SURAT\"]\n";

/// A template whose body begins at line 8.
fn with(body: &str) -> String {
    format!("{HEAD}{body}")
}

fn parse(source: &str) -> Template {
    Template::parse("surat.toml", source.as_bytes()).unwrap_or_else(|faults| panic!("{source}\n{}", printed(&faults)))
}

fn printed(faults: &[TemplateFault]) -> String {
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// All faults of reading and checking.
fn faults(source: &str) -> Vec<TemplateFault> {
    match Template::parse("surat.toml", source.as_bytes()) {
        Ok(template) => template.check(),
        Err(faults) => faults,
    }
}

fn values(pairs: &[(&str, &str)]) -> LetterValues {
    let mut values = samples::values();
    values.values.extend(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    values
}

fn compose(body: &str, values: &LetterValues) -> LetterModel {
    parse(&with(body)).compose(values, &samples::setup()).unwrap_or_else(|faults| panic!("{body}\n{}", printed(&faults)))
}

fn row(fields: &[(&str, &str)]) -> Row {
    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

#[test]
fn every_fault_is_found_on_its_line() {
    let paragraph = "[[bagian]]\njenis = \"paragraf\"\n";
    for (source, line, expected) in [
        ("format = ".to_owned(), 1, "L001"),
        (with(&format!("{paragraph}teks = \"a\"")).replace("format = 1", "format = 2"), 1, "L001 Kunci `format`"),
        (
            with(&format!("{paragraph}teks = \"a\"\nrta = \"kiri\"")),
            11,
            "L001 Kunci `rta` di `bagian` tidak dikenal. Mungkin maksudnya `rata`.",
        ),
        (with(&format!("{paragraph}teks = \"a\"\nbaris = []")), 11, "Kunci `baris` di `bagian` tidak dikenal"),
        (with("[[bagian]]\njenis = \"paragraph\"\nteks = \"a\""), 9, "L001 Kunci `jenis` tidak boleh bernilai `paragraph`"),
        (with(""), 1, "L001 Kunci `bagian` tidak ada"),
        (
            with(&format!("{paragraph}teks = \"\"\"\nsatu\ndua {{pemilik.nma}}\"\"\"")),
            12,
            "L003 (bagian 1, teks) Isian `pemilik.nma` tidak dikenal. Mungkin maksudnya `pemilik.nama`.",
        ),
        (with(&format!("{paragraph}teks = \"\"\"\nsatu\n{{pemilik.nama\"\"\"")), 12, "L002 (bagian 1, teks) Kurung `{` tidak ditutup"),
        (
            with(&format!("{paragraph}teks = \"a\"\nbila = {{ \"perkara.alasn\" = [\"x\"] }}")),
            11,
            "L003 (bagian 1, bila) Isian `perkara.alasn` tidak dikenal",
        ),
        (with(&format!("{paragraph}teks = \"a\"\nbila = {{ \"perkara.alasan\" = [] }}")), 11, "L001 (bagian 1, bila) Daftar nilai"),
        (
            with(&format!("{paragraph}teks = \"{{perubahan.semula}}\"")),
            10,
            "L006 (bagian 1, teks) `{perubahan.semula}` hanya dapat dipakai dalam tabel",
        ),
        (with(&format!("{paragraph}teks = \"{{urutan}}\"")), 10, "L006"),
        (
            with("[[bagian]]\njenis = \"butir\"\nuntuk_setiap = \"berkass\"\nbutir = [{ teks = \"a\" }]"),
            10,
            "L006 (bagian 1, untuk_setiap) `untuk_setiap` tidak mengenal `berkass`",
        ),
        (
            with(
                "[[bagian]]\njenis = \"tabel\"\nkolom = [{ judul = \"A\", lebar = 1 }]\nbaris = [\n{ sel = [\"a\"] },\n{ sel = [\"a\", \"b\"] },\n]",
            ),
            13,
            "L008 (bagian 1, baris 2, sel) Baris ini mempunyai 2 sel",
        ),
        (with(&format!("{paragraph}teks = \"a\"\nbila = {{ \"perkara.alasan\" = [\"tidak-ada\"] }}")), 1, "L010"),
        (
            format!("tte = true\n{}", with(&format!("{paragraph}teks = \"a\""))),
            1,
            "L001 (tte) Surat bertanda tangan elektronik memerlukan `kaki_tte`",
        ),
        (format!("register = \"keluar\"\n{}", with(&format!("{paragraph}teks = \"a\""))), 1, "L001 (register) Surat mengambil nomor"),
        (with(&format!("nomor = \"{{nomor_surat}}\"\n{paragraph}teks = \"a\"")), 1, "L001 (register) Kepala surat memakai"),
    ] {
        let found = faults(&source);
        let printed = printed(&found);
        assert!(matches!(&found[..], [fault] if fault.line == line), "{source}\n{printed}");
        assert!(printed.contains(expected), "{source}\n{printed}\n{expected}");
    }
}

#[test]
fn all_faults_are_told_at_once() {
    let body = "[[bagian]]\njenis = \"paragraf\"\nteks = \"{a} {b}\"\n[[bagian]]\njenis = \"identitas\"\nbaris = [{ label = \"A\", teks = \"{c}\" }]\n";
    assert_eq!(faults(&with(body)).iter().map(|fault| fault.line).collect::<Vec<_>>(), [10, 10, 13]);

    let body = "[[bagian]]\njenis = \"paragraf\"\nteks = \"{pemilik.nama} {kantor.nama}\"\n[[tanda_tangan]]\nnama = \"{atasan.nama}\"\n";
    let empty = parse(&with(body)).compose(&LetterValues::default(), &samples::setup()).unwrap_err();
    assert_eq!(
        empty.iter().map(|fault| (fault.line, fault.field.as_str())).collect::<Vec<_>>(),
        [(10, "bagian 1, teks"), (10, "bagian 1, teks"), (12, "tanda_tangan 1, nama")]
    );
}

#[test]
fn parts_rows_and_items_follow_their_conditions() {
    let body = r#"
[[bagian]]
jenis = "paragraf"
bila = { "perkara.alasan" = ["pensiun"] }
teks = "Purna tugas."
[[bagian]]
jenis = "identitas"
baris = [
  { label = "NIP", teks = "{pemilik.nip?}" },
  { label = "Akta", teks = "{perkara.dokumen_hukum_nomor}", bila = { "perkara.alasan" = ["meninggal"] } },
]
[[bagian]]
jenis = "butir"
butir = [{ teks = "satu" }, { teks = "dua", bila = { "pemilik.nip" = ["*"] } }, { teks = "{perkara.catatan?}" }]
"#;
    for (alasan, nip, catatan, expected) in [
        ("pensiun", "1", "x", "Purna tugas. | NIP: 1 | 1. satu 2. dua 3. x"),
        ("pensiun", "", "", "Purna tugas. | 1. satu"),
        ("meninggal", "", "", "Akta: 882/15/BKPSDM | 1. satu"),
    ] {
        let values = values(&[("perkara.alasan_id", alasan), ("pemilik.nip", nip), ("perkara.catatan", catatan)]);
        let shown: Vec<String> = compose(body, &values).blocks.iter().map(shown).collect();
        assert_eq!(shown.join(" | "), expected);
    }
}

/// A block on one line.
fn shown(block: &Block) -> String {
    match block {
        Block::Paragraph { text, .. } => text.clone(),
        Block::Fields { rows } => rows.iter().map(|(label, value)| format!("{label}: {value}")).collect::<Vec<_>>().join("; "),
        Block::Numbered { items } => items.iter().enumerate().map(|(at, item)| format!("{}. {item}", at + 1)).collect::<Vec<_>>().join(" "),
        Block::Table { rows, .. } => rows.iter().map(|row| row.join(", ")).collect::<Vec<_>>().join("; "),
        other => format!("{other:?}"),
    }
}

#[test]
fn rows_are_repeated_and_never_borrow_from_each_other() {
    let body = r#"
[[bagian]]
jenis = "tabel"
untuk_setiap = "pemilik"
kolom = [{ judul = "No.", lebar = 1 }, { judul = "Nama", lebar = 3 }, { judul = "NIP", lebar = 3 }]
baris = [{ sel = ["{urutan}.", "{pemilik.nama}", "{pemilik.nip?}"] }]
"#;
    let two = vec![row(&[("nama", "Siti"), ("nip", "1")]), row(&[("nama", "Budi")])];
    for (rows, expected) in [(Some(two), "1., Siti, 1; 2., Budi, -"), (None, "1., Contoh Pemilik, 19900101\u{a0}201501\u{a0}1\u{a0}001")] {
        let mut values = samples::values();
        values.rows.remove("pemilik");
        values.rows.extend(rows.map(|rows| ("pemilik".to_owned(), rows)));
        assert_eq!(shown(&compose(body, &values).blocks[0]), expected);
    }

    let mut values = samples::values();
    values.rows.insert("pemilik".to_owned(), vec![row(&[("nama", "Siti")]), row(&[])]);
    let faults = parse(&with(body)).compose(&values, &samples::setup()).unwrap_err();
    assert!(printed(&faults).contains("surat.toml:13: galat L004 (bagian 1, baris 1, sel) Isian `{pemilik.nama}`"), "{}", printed(&faults));
    assert!(printed(&faults).contains("pada baris ke-2"));
}

#[test]
fn a_repetition_without_rows_is_a_fault_unless_it_may_be_empty() {
    let body = |may| {
        format!(
            "[[bagian]]\njenis = \"paragraf\"\nteks = \"a\"\n[[bagian]]\njenis = \"butir\"\n{may}untuk_setiap = \"berkas\"\nbutir = [{{ teks = \"{{berkas.nama}}\" }}]"
        )
    };
    let mut values = samples::values();
    values.rows.clear();
    let faults = parse(&with(&body(""))).compose(&values, &samples::setup()).unwrap_err();
    assert!(printed(&faults).starts_with("surat.toml:13: galat L007 (bagian 2, untuk_setiap) Belum ada satu pun baris `berkas`"));
    assert_eq!(compose(&body("boleh_kosong = true\n"), &values).blocks.len(), 1);
}

#[test]
fn signing_and_draft_decide_footer_post_and_code() {
    let source = format!(
        "kaki = \"Salinan.\"\nkaki_tte = \"Elektronik.\"\n{}",
        with(
            "[[bagian]]\njenis = \"paragraf\"\nteks = \"a\"\n[[tanda_tangan]]\njabatan = [\"{penandatangan.jabatan}\"]\nnama = \"{penandatangan.nama}\""
        )
    );
    let template = parse(&source);
    let values = values(&[("penandatangan.jabatan", "a.n. Bupati\nSekretaris Daerah,")]);
    for (signing, draft, footer) in
        [(None, false, "Salinan."), (Some(Signing::Electronic), false, "Elektronik. Salinan."), (Some(Signing::Wet), true, "Salinan.")]
    {
        let code = Some(super::model::Code { payload: "SDK1/X/1".into(), readable: "X".into() });
        let setup = super::LetterSetup { signing, draft, code, ..samples::setup() };
        let letter = template.compose(&values, &setup).unwrap();
        assert_eq!((letter.footer.as_str(), letter.draft, letter.code.is_none()), (footer, draft, draft));
        assert_eq!(letter.signatures[0].post, ["a.n. Bupati", "Sekretaris Daerah,"]);
        assert_eq!(letter.signatures[0].signing, signing.unwrap_or_default());
    }
}

#[test]
fn only_the_office_own_letters_need_its_letterhead() {
    let body = "[[bagian]]\njenis = \"paragraf\"\nteks = \"a\"";
    for (sender, letterhead, expected) in [
        ("kantor", Some(Letterhead::default()), Ok(true)),
        ("kantor", None, Err(5)),
        ("instansi-pemohon", Some(Letterhead::default()), Ok(false)),
        ("tanpa", None, Ok(false)),
    ] {
        let template = parse(&with(body).replace("\"tanpa\"", &format!("\"{sender}\"")));
        let setup = super::LetterSetup { letterhead, ..samples::setup() };
        let found = template.compose(&samples::values(), &setup);
        assert_eq!(found.map(|letter| letter.letterhead.is_some()).map_err(|faults| faults[0].line), expected, "{sender}");
    }
}

#[test]
fn a_correspondence_has_its_rows_and_addressee() {
    let source = r#"
format = 1
id = "surat"
nama = "Surat Contoh"
bentuk = "korespondensi"
kop = "tanpa"
register = "keluar"
tembusan = [{ teks = "Bupati" }, { teks = "{perkara.catatan?}" }]
[kepala]
nomor = "{nomor_surat}"
lampiran = "{jumlah_lampiran?}"
hal = "Contoh"
kepada = ["Kepala {pemilik.instansi}", "{kantor.daerah}"]
[[bagian]]
jenis = "paragraf"
teks = "Isi."
"#;
    let values = values(&[("jumlah_lampiran", ""), ("pemilik.instansi", "Dinas A\nBidang B"), ("perkara.catatan", "")]);
    let letter = parse(source).compose(&values, &samples::setup()).unwrap();
    let text = |text: &str| text.to_owned();
    assert_eq!(
        letter.head,
        Head::Correspondence {
            place_date: text("Kota Contoh, 21\u{a0}November 2026"),
            rows: vec![(text("Nomor"), text("000.6.5/12/Diskominfo.05")), (text("Hal"), text("Contoh"))],
            addressee: vec![text("Kepala Dinas A"), text("Bidang B"), text("Kabupaten Contoh")],
            at: String::new(),
        }
    );
    assert_eq!((letter.title.as_str(), letter.date.as_str()), ("Surat Contoh – 000.6.5/12/Diskominfo.05", "2026-11-21"));
    assert_eq!(letter.copies, ["Bupati"]);
}

proptest! {
    #[test]
    fn any_bytes_give_a_template_or_faults(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let read = Template::parse("surat.toml", &bytes);
        prop_assert!(read.map_or_else(|faults| !faults.is_empty() && faults.iter().all(|fault| fault.line >= 1), |_| true));
    }

    #[test]
    fn any_text_in_a_template_is_composed_or_refused(text in r"[\[\]{}?a-z._ \n\PC]{0,60}") {
        let source = with(&format!("[[bagian]]\njenis = \"paragraf\"\nteks = {}", serde_json::to_string(&text).unwrap()));
        if let Ok(template) = Template::parse("surat.toml", source.as_bytes()) {
            template.check();
        }
    }

    #[test]
    fn a_value_never_becomes_a_placeholder(value in r"[{}\[\]a-z._?]{1,30}") {
        let letter = compose("[[bagian]]\njenis = \"paragraf\"\nteks = \"{pemilik.nama}\"", &values(&[("pemilik.nama", &value)]));
        prop_assert_eq!(shown(&letter.blocks[0]), value);
    }
}
