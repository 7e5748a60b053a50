//! The shipped ranks, and how letters write them.

use proptest::prelude::*;

use super::{RankError, Ranks};

const FILE: &str = include_str!("../../../../../content/ranks.toml");

fn ranks() -> Ranks {
    Ranks::parse("ranks.toml", FILE.as_bytes()).unwrap()
}

#[test]
fn reads_rank_and_grade() {
    let ranks = ranks();
    for (text, expected) in [
        ("Pembina Tk. I / IVb", "Pembina Tk. I (IV/b)"),
        ("IV/b", "Pembina Tk. I (IV/b)"),
        ("iv.b", "Pembina Tk. I (IV/b)"),
        ("Pembina Utama Muda (IV/c)", "Pembina Utama Muda (IV/c)"),
        ("Pembina Utama Muda", "Pembina Utama Muda (IV/c)"),
        ("Pembina", "Pembina (IV/a)"),
        ("PEMBINA TINGKAT I", "Pembina Tk. I (IV/b)"),
        ("Penata Muda TkI, Gol. Ruang III/b", "Penata Muda Tk. I (III/b)"),
        ("III/d - Penata Tk I", "Penata Tk. I (III/d)"),
        ("Juru (I/c)", "Juru (I/c)"),
        ("PPPK Golongan IX", "Golongan IX"),
        ("xvii", "Golongan XVII"),
        ("I", "Golongan I"),
    ] {
        assert_eq!(ranks.read(text).map(|rank| rank.to_string()), Ok(expected.to_owned()), "{text}");
    }
}

#[test]
fn reports_what_does_not_fit() {
    let ranks = ranks();
    let mismatch = |name: &str, belongs: &str, given: &str| RankError::Mismatch {
        name: name.to_owned(),
        belongs: belongs.to_owned(),
        given: given.to_owned(),
    };
    for (text, expected) in [
        ("Pembina Tk. I / IVc", mismatch("Pembina Tk. I", "IV/b", "IV/c")), // Sumedang's example row
        ("IV/c Pembina Utama Madya", mismatch("Pembina Utama Madya", "IV/d", "IV/c")),
        ("Penata IX", mismatch("Penata", "III/c", "IX")),
        ("", RankError::Unknown),
        ("Golongan", RankError::Unknown),
        ("V/a", RankError::Unknown),
        ("XVIII", RankError::Unknown),
        ("Pembina Madya", RankError::Unknown),
        ("Letnan Kolonel", RankError::Unknown),
    ] {
        assert_eq!(ranks.read(text), Err(expected), "{text}");
    }
}

#[test]
fn every_rank_reads_back() {
    let ranks = ranks();
    assert_eq!(ranks.all().len(), 17 + 17);
    for rank in ranks.all() {
        assert_eq!(ranks.read(&rank.to_string()).as_ref(), Ok(rank));
        assert_eq!(ranks.read(&rank.grade).as_ref(), Ok(rank));
    }
}

#[test]
fn faults_of_the_file_have_their_lines() {
    let body = "format = 1\nsumber = \"S\"\ngolongan_pppk = []\n[[pangkat]]\ngolongan = \"I/a\"\nnama = \"A\"\n[[pangkat]]\n";
    for (rows, expected) in [
        ("golongan = \"I/a\"\nnama = \"B\"\n", "ranks.toml:8: galat S001 Nilai `golongan` sudah dipakai"),
        ("golongan = \"I/b\"\nnama = \"A\"\n", "ranks.toml:9: galat S001 Nilai `nama` sudah dipakai"),
        ("golongan = \"I/b\"\nname = \"B\"\n", "ranks.toml:7: galat S001 Kunci `nama` tidak ada"),
    ] {
        let found = Ranks::parse("ranks.toml", format!("{body}{rows}").as_bytes()).unwrap_err();
        assert!(found[0].to_string().starts_with(expected), "{found:#?}");
    }
}

proptest! {
    #[test]
    fn never_panics(text in "(pembina|tk|i|iv|/|b| ){0,8}|\\PC{0,30}") {
        let _ = ranks().read(&text);
    }
}
