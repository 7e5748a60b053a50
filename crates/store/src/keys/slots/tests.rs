//! Slots: which passphrase opens which, and files that are broken.

use super::*;

const CHEAP: KdfCost = KdfCost { m_kib: 64, t: 1, p: 1 };

fn two_slots() -> (SlotFile, Key) {
    let master = cipher::new_key().unwrap();
    let mut file = SlotFile::new().unwrap();
    file.add("utama", "kata sandi pertama", CHEAP, &master).unwrap();
    file.add("kepala", "kata sandi kedua", CHEAP, &master).unwrap();
    (file, master)
}

fn unwrap(file: &SlotFile, passphrase: &str) -> Result<Key, StoreError> {
    file.open_any(passphrase).map(|(_, master)| master)
}

#[test]
fn any_slot_opens_the_same_key_and_nothing_else_does() {
    let (file, master) = two_slots();
    for (passphrase, opens) in [
        ("kata sandi pertama", true),
        ("kata sandi kedua", true),
        ("kata sandi Pertama", false),
        ("kata sandi pertama ", false),
        ("", false),
    ] {
        assert_eq!(unwrap(&file, passphrase).is_ok_and(|key| key == master), opens, "{passphrase:?}");
    }
}

#[test]
fn a_slot_is_made_anew_and_the_others_stay() {
    let (mut file, master) = two_slots();
    assert!(matches!(file.put("kepala", "pendek", CHEAP, &master, Bound::No), Err(StoreError::PassphraseTooShort { .. })));
    assert!(unwrap(&file, "kata sandi kedua").is_ok(), "a refusal changes nothing");
    file.put("UTAMA", "kata sandi baru", CHEAP, &master, Bound::No).unwrap();
    assert_eq!(file.names().collect::<Vec<_>>(), ["utama", "kepala"]);
    for (passphrase, opens) in [("kata sandi baru", true), ("kata sandi kedua", true), ("kata sandi pertama", false)] {
        assert_eq!(unwrap(&file, passphrase).is_ok_and(|key| key == master), opens, "{passphrase:?}");
    }
}

#[test]
fn a_name_opens_by_its_own_passphrase_alone() {
    let (mut file, master) = two_slots();
    for (name, passphrase, code) in [
        ("utama", "kata sandi pertama", None),
        ("Kepala", "kata sandi kedua", None),
        ("utama", "kata sandi kedua", Some("wrong-passphrase")),
        ("kepala", "", Some("wrong-passphrase")),
        ("lain", "kata sandi pertama", Some("no-such-user")),
    ] {
        let opened = file.open_as(name, passphrase);
        assert_eq!(opened.as_ref().err().map(StoreError::code), code, "{name} {passphrase}");
        assert!(opened.is_err() || opened.is_ok_and(|key| key == master));
    }
    assert!(file.remove("KEPALA") && !file.remove("kepala"));
    assert!(matches!(file.open_as("kepala", "kata sandi kedua"), Err(StoreError::NoSuchUser { .. })));
    assert!(!file.remove("utama"), "the last one stays");
}

#[test]
fn short_passphrases_are_refused_by_characters_not_bytes() {
    let master = cipher::new_key().unwrap();
    for (passphrase, taken) in
        [("", false), ("123456789", false), ("éééééééé", false), ("1234567890", true), ("e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}", false)]
    {
        assert_eq!(SlotFile::new().unwrap().add("x", passphrase, CHEAP, &master).is_ok(), taken, "{passphrase:?}");
    }
}

#[test]
fn a_passphrase_opens_however_its_letters_are_composed() {
    let master = cipher::new_key().unwrap();
    for (made, typed) in
        [("kata sandi é", "kata sandi e\u{301}"), ("kata sandi e\u{301}", "kata sandi é"), ("sandi \u{212b}ngstrom", "sandi Ångstrom")]
    {
        let mut file = SlotFile::new().unwrap();
        file.add("utama", made, CHEAP, &master).unwrap();
        assert!(unwrap(&file, typed).is_ok_and(|key| key == master), "{typed:?}");
    }
}

#[test]
fn slots_of_another_office_open_no_more() {
    let (mut file, _) = two_slots();
    file.office = SlotFile::new().unwrap().office;
    assert!(matches!(unwrap(&file, "kata sandi pertama"), Err(StoreError::WrongPassphrase)));
}

#[test]
fn keys_know_their_database() {
    let (mut file, master) = two_slots();
    let (keys, others) = (Keys::derive(&master).unwrap(), Keys::derive(&cipher::new_key().unwrap()).unwrap());
    assert!(!file.is_bound_to(&keys, &[7; 16]), "not yet");
    file.bind(&keys, &[7; 16]);
    assert!(file.is_bound_to(&keys, &[7; 16]));
    assert!(!file.is_bound_to(&keys, &[8; 16]));
    assert!(!file.is_bound_to(&others, &[7; 16]));
}

#[test]
fn a_newer_file_says_that_it_is_newer_whatever_it_holds() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("kunci.json");
    for text in [r#"{"format":3}"#, r#"{"format":3,"slots":"lain","cara":"baru"}"#] {
        fs::write(&path, text).unwrap();
        let error = SlotFile::read(&path).unwrap_err();
        assert!(matches!(error, StoreError::KeysNewer { format: 3, program: 2, .. }), "{text}");
        assert!(error.to_string().contains("Perbarui program"));
    }
}

#[test]
fn a_fault_of_the_disk_is_not_a_fault_of_the_file() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(SlotFile::read(dir.path()).unwrap_err().code(), "io", "a folder cannot be read as a file");
}

#[test]
fn a_changed_header_opens_no_more() {
    let (file, _) = two_slots();
    for change in [
        |slot: &mut Slot| slot.name = "lain".into(),
        |slot: &mut Slot| slot.kdf.cost.t = 2,
        |slot: &mut Slot| slot.nonce = BASE64.encode([0; NONCE]),
        |slot: &mut Slot| slot.wrapped = "bukan base64".into(),
    ] {
        let mut changed = file.clone();
        change(&mut changed.slots[0]);
        assert!(matches!(unwrap(&changed, "kata sandi pertama"), Err(StoreError::WrongPassphrase)));
        assert!(unwrap(&changed, "kata sandi kedua").is_ok(), "the other slot stays");
    }
}

#[test]
fn files_of_garbage_are_unreadable_not_a_panic() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("kunci.json");
    let (file, _) = two_slots();
    let good = serde_json::to_string(&file).unwrap();
    let cases: [(&str, String); 7] = [
        ("empty", String::new()),
        ("no JSON", "kunci".into()),
        ("no slots", r#"{"format":1,"slots":[]}"#.into()),
        ("older format", good.replace(r#""format":1"#, r#""format":0"#)),
        ("endless work", good.replace(r#""t":1"#, r#""t":4000000000"#)),
        ("more lanes than can be counted", good.replace(r#""p":1"#, r#""p":4294967295"#)),
        ("all the memory", good.replace(r#""m_kib":64"#, r#""m_kib":4294967295"#)),
    ];
    for (name, text) in cases {
        fs::write(&path, text).unwrap();
        assert!(matches!(SlotFile::read(&path), Err(StoreError::KeysUnreadable { .. })), "{name}");
    }
    file.write(&path).unwrap();
    assert!(SlotFile::read(&path).is_ok());
}

/// A slot that another computer has bound.
fn bound_elsewhere() -> (SlotFile, Key) {
    let (mut file, master) = two_slots();
    file.slots[1].account = Some(BASE64.encode("disegel komputer lain"));
    (file, master)
}

#[test]
fn a_slot_of_another_account_says_so_and_keeps_nobody_else_out() {
    let (file, master) = bound_elsewhere();
    let told = |opened: Result<_, StoreError>| opened.map(drop).map_err(|error| (error.code(), error.to_string().contains("“kepala”")));
    assert_eq!(told(file.open_as("kepala", "kata sandi kedua")), Err(("other-account", true)));
    assert_eq!(told(file.open_any("kata sandi kedua").map(|_| Key::default())), Err(("other-account", true)));
    assert!(unwrap(&file, "kata sandi pertama").is_ok_and(|key| key == master));
}

#[test]
fn files_with_a_bound_slot_are_refused_by_programs_that_know_none() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("kunci.json");
    for (file, format) in [(two_slots().0, FORMAT), (bound_elsewhere().0, WITH_ACCOUNT)] {
        file.write(&path).unwrap();
        let Format { format: written } = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        assert_eq!(written, format);
        let read = SlotFile::read(&path).unwrap();
        assert!(unwrap(&read, "kata sandi pertama").is_ok());
        assert_eq!(read.kind("kepala").map(|(bound, _)| bound == Bound::ToAccount), Some(format == WITH_ACCOUNT));
    }
}

#[cfg(not(windows))]
#[test]
fn where_no_system_seals_nothing_is_bound() {
    let (mut file, master) = two_slots();
    let refused = file.put("kepala", "kata sandi kedua", CHEAP, &master, Bound::ToAccount);
    assert!(matches!(refused, Err(StoreError::NoAccount(_))));
    assert!(unwrap(&file, "kata sandi kedua").is_ok(), "a refusal changes nothing");
}

#[cfg(windows)]
#[test]
fn a_bound_slot_opens_by_passphrase_and_account_together() {
    let (mut file, master) = two_slots();
    file.put("kepala", "kata sandi kedua", CHEAP, &master, Bound::ToAccount).unwrap();
    for (passphrase, opens) in [("kata sandi kedua", true), ("kata sandi kedu4", false), ("", false)] {
        assert_eq!(unwrap(&file, passphrase).is_ok_and(|key| key == master), opens, "{passphrase:?}");
    }
    let mut other = file.clone();
    other.slots[1].account = Some(account::sealed().unwrap());
    assert!(matches!(other.open_as("kepala", "kata sandi kedua"), Err(StoreError::WrongPassphrase)), "a secret of another slot");
    other.slots[1].account = None;
    assert!(matches!(other.open_as("kepala", "kata sandi kedua"), Err(StoreError::WrongPassphrase)), "the passphrase alone");
    file.put("kepala", "kata sandi kedua", CHEAP, &master, Bound::No).unwrap();
    assert!(unwrap(&file, "kata sandi kedua").is_ok_and(|key| key == master));
}
