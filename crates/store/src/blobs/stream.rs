//! The encrypted form of a file: pieces of 64 KiB, each with its own tag (the STREAM construction over XChaCha20-Poly1305).
//!
//! `"SDKB"` · version (1 byte) · prefix (19 random bytes) · pieces. A piece's nonce is the prefix, its number (4 bytes, big-endian) and 1 for the
//! last piece, else 0: pieces cannot be left out, repeated, put in another order or cut off at the end.

use crate::StoreError;
use crate::cipher::{self, Key};
use chacha20poly1305::aead::{AeadInOut, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use std::io::{self, Read, Write};

const MAGIC: &[u8; 5] = b"SDKB\x01";
const PREFIX: usize = 19;
const PIECE: usize = 64 * 1024;
const TAG: usize = 16;

/// Writes `plain` in its encrypted form.
pub(super) fn encrypt(key: &Key, plain: &[u8], out: &mut impl Write) -> Result<io::Result<()>, StoreError> {
    let mut prefix = [0; PREFIX];
    cipher::random(&mut prefix)?;
    Ok(write_pieces(key, &prefix, plain, out))
}

fn write_pieces(key: &Key, prefix: &[u8; PREFIX], plain: &[u8], out: &mut impl Write) -> io::Result<()> {
    let cipher = XChaCha20Poly1305::new((&**key).into());
    out.write_all(MAGIC)?;
    out.write_all(prefix)?;
    let mut rest = plain;
    for number in 0.. {
        let (now, later) = rest.split_at(rest.len().min(PIECE));
        let mut piece = now.to_vec();
        let nonce = nonce(prefix, number, later.is_empty());
        cipher.encrypt_in_place(&nonce, MAGIC, &mut piece).map_err(io::Error::other)?;
        out.write_all(&piece)?;
        if later.is_empty() {
            break;
        }
        rest = later;
    }
    Ok(())
}

/// Reads an encrypted form back, piece by piece. The inner `None` says that it is not whole and unchanged.
pub(super) fn decrypt(key: &Key, mut input: impl Read, mut each: impl FnMut(&[u8])) -> io::Result<Option<()>> {
    let cipher = XChaCha20Poly1305::new((&**key).into());
    let mut head = [0; MAGIC.len() + PREFIX];
    if read_up_to(&mut input, &mut head)? < head.len() || !head.starts_with(MAGIC) {
        return Ok(None);
    }
    let mut prefix = [0; PREFIX];
    prefix.copy_from_slice(&head[MAGIC.len()..]);
    let mut piece = next_piece(&mut input)?;
    for number in 0.. {
        // A full piece is the last one only if nothing follows it.
        let following = if piece.len() == PIECE + TAG { next_piece(&mut input)? } else { Vec::new() };
        let last = following.is_empty();
        if cipher.decrypt_in_place(&nonce(&prefix, number, last), MAGIC, &mut piece).is_err() {
            return Ok(None);
        }
        each(&piece);
        if last {
            break;
        }
        piece = following;
    }
    Ok(Some(()))
}

fn nonce(prefix: &[u8; PREFIX], number: u32, last: bool) -> XNonce {
    let mut nonce = [0; 24];
    nonce[..PREFIX].copy_from_slice(prefix);
    nonce[PREFIX..PREFIX + 4].copy_from_slice(&number.to_be_bytes());
    nonce[23] = u8::from(last);
    nonce.into()
}

fn next_piece(input: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut piece = vec![0; PIECE + TAG];
    let length = read_up_to(input, &mut piece)?;
    piece.truncate(length);
    Ok(piece)
}

fn read_up_to(input: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match input.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(count) => filled += count,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round(key: &Key, sealed: &[u8]) -> Option<Vec<u8>> {
        let mut plain = Vec::new();
        decrypt(key, sealed, |piece| plain.extend_from_slice(piece)).unwrap().map(|()| plain)
    }

    fn sealed(key: &Key, plain: &[u8]) -> Vec<u8> {
        let mut out = Vec::new();
        encrypt(key, plain, &mut out).unwrap().unwrap();
        out
    }

    #[test]
    fn every_length_comes_back() {
        let key = cipher::new_key().unwrap();
        for length in [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE, 3 * PIECE + 5] {
            let plain: Vec<u8> = (0..length).map(|at| at as u8).collect();
            assert_eq!(round(&key, &sealed(&key, &plain)).as_ref(), Some(&plain), "{length}");
        }
    }

    #[test]
    fn a_piece_left_out_repeated_moved_or_cut_is_seen() {
        let key = cipher::new_key().unwrap();
        let whole = sealed(&key, &vec![7; 3 * PIECE]);
        let head = MAGIC.len() + PREFIX;
        let piece = |at: usize| &whole[head + at * (PIECE + TAG)..head + (at + 1) * (PIECE + TAG)];
        for (what, pieces) in [
            ("cut at the end", vec![0, 1]),
            ("first left out", vec![1, 2]),
            ("middle left out", vec![0, 2]),
            ("repeated", vec![0, 1, 1, 2]),
            ("moved", vec![1, 0, 2]),
            ("longer", vec![0, 1, 2, 2]),
            ("nothing", vec![]),
        ] {
            let changed = [&whole[..head], &pieces.into_iter().flat_map(piece).copied().collect::<Vec<u8>>()].concat();
            assert_eq!(round(&key, &changed), None, "{what}");
        }
    }

    #[test]
    fn any_flipped_byte_is_seen() {
        let key = cipher::new_key().unwrap();
        let whole = sealed(&key, b"isi berkas");
        for at in 0..whole.len() {
            let mut changed = whole.clone();
            changed[at] ^= 0x40;
            assert_eq!(round(&key, &changed), None, "byte {at}");
        }
    }
}
