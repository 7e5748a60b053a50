-- 0013: how long files are kept, which are held back, and what was proposed for destruction. A released migration never changes.

-- The office's own table, whole, as JSON.
CREATE TABLE retention_table (
    one         INTEGER PRIMARY KEY CHECK (one = 1),
    body        TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    actor       TEXT NOT NULL
) STRICT;

-- Files that are held back. The reason is the owner's, and goes with the owner's key.
CREATE TABLE retention_hold (
    born     INTEGER PRIMARY KEY,
    owner_id BLOB NOT NULL UNIQUE,
    reason   TEXT,
    held_at  INTEGER NOT NULL,
    actor    TEXT NOT NULL
) STRICT;

CREATE TABLE destruction (
    born        INTEGER PRIMARY KEY,
    id          BLOB NOT NULL UNIQUE,
    state       TEXT NOT NULL,
    proposed_at INTEGER NOT NULL,
    proposed_by TEXT NOT NULL,
    approved_at INTEGER,
    approved_by TEXT,
    ended_at    INTEGER,
    ended_by    TEXT,
    file_hash   TEXT,
    file_size   INTEGER,
    file_media  TEXT
) STRICT;

-- Whose files a proposal is about; once it is carried out, whose were destroyed.
CREATE TABLE destruction_file (
    destruction INTEGER NOT NULL,
    place       INTEGER NOT NULL,
    owner_id    BLOB NOT NULL,
    PRIMARY KEY (destruction, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX destruction_file_owner ON destruction_file (owner_id);
