-- 0010: scanned files that came in, and where from. Like drafts they are no facts: what becomes of one is recorded as a fact of its case. A released
-- migration never changes.

CREATE TABLE scan (
    -- In the order in which they came: a UUID v7.
    id          BLOB PRIMARY KEY,
    hash        TEXT NOT NULL,
    size        INTEGER NOT NULL,
    media       TEXT NOT NULL,
    -- File name as it came.
    name        TEXT NOT NULL,
    -- Folder it came through; empty where an officer brought it.
    folder      TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    -- 'waiting', 'tray', 'failed', 'filed', 'split' or 'discarded'.
    state       TEXT NOT NULL,
    -- Why it waits for an officer, as JSON.
    doubts      TEXT NOT NULL,
    pages       INTEGER NOT NULL,
    signed      INTEGER NOT NULL,
    -- Where it went, when it is filed, and who sent it there: by its code, or by hand.
    case_id     BLOB,
    letter_id   BLOB,
    version     INTEGER,
    step        INTEGER,
    document    TEXT,
    ended_at    INTEGER,
    ended_by    TEXT,
    by_code     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX scan_hash ON scan (hash);
CREATE INDEX scan_state ON scan (state, id);
CREATE INDEX scan_case ON scan (case_id) WHERE case_id IS NOT NULL;

CREATE TABLE scan_page (
    scan_id BLOB NOT NULL,
    page    INTEGER NOT NULL,
    width   INTEGER NOT NULL,
    height  INTEGER NOT NULL,
    -- Codes that were read on it, as JSON.
    codes   TEXT NOT NULL,
    blank   INTEGER NOT NULL,
    trouble TEXT,
    -- A small JPEG; empty where there is none.
    thumb   BLOB NOT NULL,
    PRIMARY KEY (scan_id, page)
) STRICT;

-- Which pages of which scans one was put together from, in order; nothing of one that came as it is.
CREATE TABLE scan_part (
    scan_id       BLOB NOT NULL,
    place         INTEGER NOT NULL,
    source_id     BLOB NOT NULL,
    page          INTEGER NOT NULL,
    -- Quarter turns to the right, 0 to 3.
    quarter_turns INTEGER NOT NULL,
    PRIMARY KEY (scan_id, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX scan_part_source ON scan_part (source_id);

-- Files of watched folders that were taken in: not taken again where they could not be moved, and removed in time where they were.
CREATE TABLE scan_source (
    id       INTEGER PRIMARY KEY,
    -- Path as the system has it, which need not be text.
    path     BLOB NOT NULL,
    size     INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    hash     TEXT NOT NULL,
    scan_id  BLOB NOT NULL,
    taken_at INTEGER NOT NULL,
    -- Where it was moved to, and when.
    moved_to BLOB,
    moved_at INTEGER
) STRICT;
CREATE INDEX scan_source_path ON scan_source (path);
CREATE INDEX scan_source_moved ON scan_source (moved_at) WHERE moved_at IS NOT NULL;

-- The code on a page names a letter by the last 80 bits of its identity.
CREATE INDEX letter_row_tail ON letter_row (substr(letter_id, 7));

-- Files that only spoke of a person who is erased, from when the scan is forgotten until its bytes are removed.
CREATE TABLE scan_erased (
    hash TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
