//! What encryption costs: the same rows and statements in a SQLCipher database and in a plain one, by turns, with the settings of the office's own. Both
//! are of the same library; a database without a key is plain SQLite.

use super::person::mix;
use super::samples::Samples;
use super::table::{Line, Table};
use rusqlite::{Connection, params};
use std::fs;
use std::path::Path;
use xtask::Result;

/// The office's own tables.
const SCHEMA: &str = include_str!("../../../../crates/store/src/schema/0001-office.sql");
/// Entries, and how many of them each case has: some 30 MB.
const ENTRIES: u64 = 30_000;
const OF_A_CASE: u64 = 12;
/// A page cache of 2 MB, so that what is read is read from the disk's memory and decrypted, as in an office larger than the cache.
const SMALL_CACHE: i64 = -2_048;
const COMMITS: u64 = 300;
const CASES: u64 = 2_000;
const WHOLE: u64 = 5;
const OPENINGS: u64 = 100;

/// One of the two.
struct Side {
    conn: Connection,
    entries: u64,
}

/// Measures in `folder`.
pub(crate) fn measure(table: &mut Table, folder: &Path) -> Result {
    let (sealed, plain) = (folder.join("terkunci.db"), folder.join("terbuka.db"));
    let mut sides = [Side::make(&sealed, true)?, Side::make(&plain, false)?];
    both(table, "one entry, durable", COMMITS, &mut sides, |side, _| side.append(1))?;
    both(table, "1,000 entries in one commit", WHOLE, &mut sides, |side, _| side.append(1_000))?;
    both(table, "the entries of one case, not in the cache", CASES, &mut sides, |side, turn| side.case(mix(turn)))?;
    both(table, &format!("every entry, {ENTRIES} and more"), WHOLE, &mut sides, |side, _| side.all())?;
    drop(sides);
    let mut times = [Samples::default(), Samples::default()];
    for _ in 0..OPENINGS {
        times[0].time(|| first_page(&sealed, true))?;
        times[1].time(|| first_page(&plain, false))?;
    }
    let [ours, other] = &times;
    table.add(Line::time("connecting, with its key at hand", ours).beside(ours, other));
    let size = |path: &Path| -> Result<f64> { Ok(fs::metadata(path)?.len() as f64 / 1e6) };
    let line = Line::figure("size of the file", format!("{:.1} MB", size(&sealed)?));
    table.add(line.beside_figure(format!("{:.1} MB", size(&plain)?)));
    Ok(())
}

/// Does the same on both sides, by turns.
fn both(table: &mut Table, what: &str, turns: u64, sides: &mut [Side; 2], work: fn(&mut Side, u64) -> Result<()>) -> Result {
    let mut times = [Samples::default(), Samples::default()];
    for turn in 0..turns {
        for (side, samples) in sides.iter_mut().zip(&mut times) {
            samples.time(|| work(side, turn))?;
        }
    }
    let [ours, other] = &times;
    table.add(Line::time(what, ours).beside(ours, other));
    Ok(())
}

impl Side {
    fn make(path: &Path, sealed: bool) -> Result<Self> {
        let conn = connect(path, sealed)?;
        conn.execute_batch(SCHEMA)?;
        let mut side = Self { conn, entries: 0 };
        side.append(ENTRIES)?;
        side.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(side)
    }

    /// Entries as long as real ones, whose sealed parts do not compress.
    fn append(&mut self, count: u64) -> Result<()> {
        let open = self.conn.transaction()?;
        let sql = "INSERT INTO entry (seq, id, desk, desk_seq, at, actor, action, case_id, body, hash) VALUES (?1, ?2, 'meja', ?1, ?1, 'petugas', 'fill_step', ?3, ?4, ?5)";
        for _ in 0..count {
            self.entries += 1;
            let seed = self.entries;
            let sealed: String = (0..48).map(|part| format!("{:016x}", mix(seed * 64 + part))).collect();
            let body = format!("{{\"facts\":[{{\"answers_recorded\":{{\"step\":{}}}}}],\"sealed\":\"{sealed}\"}}", seed % 12);
            let hash = mix(seed).to_be_bytes().repeat(4);
            let id = [mix(seed).to_be_bytes(), seed.to_be_bytes()].concat();
            open.prepare_cached(sql)?.execute(params![seed as i64, id, case_id(seed / OF_A_CASE), body, hash])?;
        }
        Ok(open.commit()?)
    }

    fn case(&mut self, chance: u64) -> Result<()> {
        let case = case_id(chance % (ENTRIES / OF_A_CASE - 1) + 1);
        let mut rows = self.conn.prepare_cached("SELECT body, hash FROM entry WHERE case_id = ?1 ORDER BY seq")?;
        let lengths = rows.query_map([case], |row| Ok(row.get_ref(0)?.as_str()?.len()))?.collect::<std::result::Result<Vec<_>, _>>()?;
        if lengths.len() as u64 == OF_A_CASE { Ok(()) } else { Err(format!("a case has {} entries", lengths.len()).into()) }
    }

    fn all(&mut self) -> Result<()> {
        let length: i64 = self.conn.query_row("SELECT sum(length(body) + length(hash)) FROM entry", [], |row| row.get(0))?;
        if length > 0 { Ok(()) } else { Err("there are no entries".into()) }
    }
}

fn case_id(number: u64) -> Vec<u8> {
    [number.to_be_bytes(), mix(number).to_be_bytes()].concat()
}

fn connect(path: &Path, sealed: bool) -> Result<Connection> {
    let conn = Connection::open(path)?;
    if sealed {
        conn.pragma_update(None, "key", format!("x'{}'", "5a".repeat(32)))?;
    }
    conn.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;")?;
    conn.pragma_update(None, "cache_size", SMALL_CACHE)?;
    Ok(conn)
}

fn first_page(path: &Path, sealed: bool) -> Result<()> {
    let conn = connect(path, sealed)?;
    Ok(conn.query_row("SELECT max(seq) FROM entry", [], |row| row.get::<_, i64>(0)).map(drop)?)
}
