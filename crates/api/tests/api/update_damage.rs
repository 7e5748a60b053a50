//! Every damage that an update file can meet: whatever is taken is, byte for byte, what was signed.

use proptest::prelude::*;
use proptest::test_runner::Config;
use sandika_app::{AppError, TrustedKeys, Update, UpdateFault, look_into_update};
use sandika_testkit::UpdateKey;
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::sync::LazyLock;

/// A whole file, and who is trusted.
struct Whole {
    bytes: Vec<u8>,
    keys: TrustedKeys,
    update: Update,
    installer: Vec<u8>,
}

static WHOLE: LazyLock<Whole> = LazyLock::new(|| {
    let (folder, key) = (tempfile::tempdir().unwrap(), UpdateKey::new());
    let path = folder.path().join("utuh.pembaruan");
    let installer: Vec<u8> = (0..9_000_u32).map(|number| (number * 31 % 251) as u8).collect();
    key.write(&path, "9.1.0", &installer);
    let update = look_into_update(&path, &key.trusted()).unwrap();
    Whole { bytes: fs::read(&path).unwrap(), keys: key.trusted(), update, installer }
});

impl Whole {
    fn look(&self, bytes: &[u8]) -> Result<Update, AppError> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("rusak.pembaruan");
        fs::write(&path, bytes).unwrap();
        look_into_update(Path::new(&path), &self.keys)
    }

    fn find(&self, text: &[u8]) -> usize {
        self.bytes.windows(text.len()).position(|window| window == text).unwrap()
    }

    /// Where the manifest, the signature, the installer and the directory lie.
    fn parts(&self) -> [(&'static str, Range<usize>); 4] {
        let manifest = self.find(b"format = 1");
        let signature = self.find(b"untrusted comment");
        let installer = self.find(&self.installer);
        let directory = self.find(b"PK\x01\x02");
        let signed = self.bytes[manifest..].windows(4).position(|window| window == b"PK\x03\x04").unwrap() + manifest;
        let lasts = self.bytes[signature..].windows(4).position(|window| window == b"PK\x03\x04").unwrap() + signature;
        [
            ("manifest", manifest..signed),
            ("signature", signature..lasts),
            ("installer", installer..installer + self.installer.len()),
            ("directory", directory..self.bytes.len()),
        ]
    }
}

proptest! {
    #![proptest_config(Config { cases: 400, failure_persistence: None, ..Config::default() })]

    #[test]
    fn a_changed_byte_of_what_was_signed_is_always_refused(part in 0_usize..3, at: prop::sample::Index, change in 1_u8..) {
        let (name, range) = WHOLE.parts()[part].clone();
        let mut bytes = WHOLE.bytes.clone();
        let place = range.start + at.index(range.len());
        bytes[place] ^= change;
        let error = WHOLE.look(&bytes).map(drop).unwrap_err();
        prop_assert!(matches!(error, AppError::Update(_)), "{name} {place}: {error}");
    }

    #[test]
    fn any_other_byte_is_refused_or_changes_nothing(at: prop::sample::Index, change in 1_u8..) {
        let mut bytes = WHOLE.bytes.clone();
        let place = at.index(bytes.len());
        bytes[place] ^= change;
        match WHOLE.look(&bytes) {
            Ok(update) => prop_assert_eq!(&update, &WHOLE.update, "{}", place),
            Err(error) => prop_assert!(matches!(error, AppError::Update(_)), "{place}: {error}"),
        }
    }

    #[test]
    fn what_is_cut_off_doubled_or_followed_by_something_is_refused(at: prop::sample::Index, tail in prop::collection::vec(any::<u8>(), 1..60)) {
        let cut = at.index(WHOLE.bytes.len());
        let longer = [WHOLE.bytes.as_slice(), tail.as_slice()].concat();
        let doubled = [&WHOLE.bytes[..cut], &WHOLE.bytes[..]].concat();
        for (what, bytes) in [("cut", &WHOLE.bytes[..cut]), ("longer", &longer), ("doubled", &doubled)] {
            if bytes != WHOLE.bytes {
                prop_assert!(WHOLE.look(bytes).is_err(), "{} at {}", what, cut);
            }
        }
    }
}

/// A check sum of the ZIP file keeps accidents away; whoever changes a file on purpose mends it. Then the signature alone stands.
#[test]
fn a_change_with_its_check_sum_mended_is_refused_by_what_was_signed() {
    for (part, expected) in [("manifest", "tidak cocok"), ("signature", "tidak cocok"), ("installer", "rusak atau terpotong")] {
        let (_, range) = WHOLE.parts().into_iter().find(|(name, _)| *name == part).unwrap();
        let mut bytes = WHOLE.bytes.clone();
        let before = crc32(&bytes[range.clone()]).to_le_bytes();
        // Of a signature the last line, which is over its comment: the first is free.
        let place = range.end - 5;
        bytes[place] = if bytes[place] == b'1' { b'2' } else { b'1' };
        let after = crc32(&bytes[range]).to_le_bytes();
        let sums: Vec<usize> = bytes.windows(4).enumerate().filter(|(_, window)| *window == before).map(|(place, _)| place).collect();
        assert_eq!(sums.len(), 2, "{part}: before the file and in the directory");
        sums.into_iter().for_each(|place| bytes[place..place + 4].copy_from_slice(&after));
        let error = WHOLE.look(&bytes).unwrap_err();
        assert!(matches!(&error, AppError::Update(UpdateFault::BadSignature | UpdateFault::BadInstaller)), "{part}: {error}");
        assert!(error.to_string().contains(expected), "{part}: {error}");
    }
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |sum: u32, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    })
}
