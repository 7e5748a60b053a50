-- 0001: the journal and its keys, drafts, and the projections. A released migration never changes.

-- Small facts about the store itself: 'desk' is this desk's id.
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The journal. `body` is the text that `hash` (SHA-256) is taken over; the other columns repeat it so that it can be found.
CREATE TABLE entry (
    seq       INTEGER PRIMARY KEY,
    id        BLOB NOT NULL UNIQUE,
    desk      TEXT NOT NULL,
    desk_seq  INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    actor     TEXT NOT NULL,
    action    TEXT NOT NULL,
    case_id   BLOB,
    person_id BLOB,
    body      TEXT NOT NULL,
    hash      BLOB NOT NULL
) STRICT;
CREATE INDEX entry_case ON entry (case_id, seq) WHERE case_id IS NOT NULL;
CREATE INDEX entry_person ON entry (person_id, seq) WHERE person_id IS NOT NULL;
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;
CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;

-- Where each desk's chain ends. Without it a cut end would not be seen.
CREATE TABLE head (
    desk     TEXT PRIMARY KEY,
    seq      INTEGER NOT NULL,
    desk_seq INTEGER NOT NULL,
    hash     BLOB NOT NULL,
    facts    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The wrapped key of each person; `wrapped` is NULL once the key was destroyed.
CREATE TABLE person_key (
    person_id BLOB PRIMARY KEY,
    wrapped   BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX person_key_destroyed ON person_key (person_id) WHERE wrapped IS NULL;

-- What is being typed. Not a fact; never in the journal.
CREATE TABLE draft (
    key       TEXT PRIMARY KEY,
    case_id   BLOB,
    person_id BLOB,
    body      TEXT NOT NULL,
    saved_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Projections: everything below follows from the journal alone. `born` is the place of the fact that made a row: seq * 4096 + index within the entry.

CREATE TABLE office (
    one         INTEGER PRIMARY KEY CHECK (one = 1),
    profile     TEXT NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT;

CREATE TABLE official (
    born        INTEGER PRIMARY KEY,
    id          BLOB NOT NULL UNIQUE,
    details     TEXT,
    recorded_at INTEGER NOT NULL
) STRICT;

CREATE TABLE sop_version (
    born       INTEGER PRIMARY KEY,
    hash       TEXT NOT NULL UNIQUE,
    sop        TEXT NOT NULL,
    text       TEXT NOT NULL,
    adopted_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sop_version_sop ON sop_version (sop, adopted_at);

CREATE TABLE owner (
    born        INTEGER PRIMARY KEY,
    id          BLOB NOT NULL UNIQUE,
    name        TEXT NOT NULL COLLATE NOCASE,
    nip         TEXT NOT NULL,
    nik         TEXT NOT NULL,
    institution TEXT NOT NULL,
    details     TEXT,
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX owner_name ON owner (name, born);
CREATE INDEX owner_nik ON owner (nik) WHERE nik <> '';
CREATE INDEX owner_nip ON owner (nip) WHERE nip <> '';

CREATE TABLE certificate (
    born        INTEGER PRIMARY KEY,
    id          BLOB NOT NULL UNIQUE,
    owner_id    BLOB NOT NULL,
    state       TEXT NOT NULL,
    serial      TEXT NOT NULL,
    valid_until TEXT,
    revoked_at  INTEGER,
    replaced_by BLOB,
    withdrawn   INTEGER NOT NULL,
    details     TEXT,
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX certificate_owner ON certificate (owner_id, born);
CREATE INDEX certificate_expiry ON certificate (state, valid_until) WHERE valid_until IS NOT NULL;

CREATE TABLE case_row (
    born            INTEGER PRIMARY KEY,
    id              BLOB NOT NULL UNIQUE,
    agenda_register TEXT NOT NULL,
    agenda_year     INTEGER NOT NULL,
    agenda_number   INTEGER NOT NULL,
    agenda_text     TEXT NOT NULL,
    service         TEXT NOT NULL,
    sop             TEXT NOT NULL,
    sop_hash        TEXT NOT NULL,
    owner_id        BLOB NOT NULL,
    certificate_id  BLOB,
    channel         TEXT NOT NULL,
    sender          TEXT NOT NULL,
    letter_number   TEXT NOT NULL,
    reason          TEXT NOT NULL,
    received_on     TEXT NOT NULL,
    opened_at       INTEGER NOT NULL,
    status          TEXT NOT NULL,
    step            INTEGER NOT NULL,
    entered_at      INTEGER NOT NULL,
    waiting_for     TEXT,
    waiting_since   INTEGER,
    assignee        TEXT,
    closed_at       INTEGER,
    updated_at      INTEGER NOT NULL,
    revision        INTEGER NOT NULL,
    trail           TEXT NOT NULL -- when each step that was passed had been entered, milliseconds: an undone completion goes back there
) STRICT;
CREATE INDEX case_status ON case_row (status, born);
CREATE INDEX case_service ON case_row (service, status, born);
CREATE INDEX case_assignee ON case_row (assignee, status, born) WHERE assignee IS NOT NULL;
CREATE INDEX case_owner ON case_row (owner_id, born);

-- How many cases there are, so that a count costs the same in a small and in a large office.
CREATE TABLE case_count (
    service TEXT NOT NULL,
    status  TEXT NOT NULL,
    cases   INTEGER NOT NULL,
    PRIMARY KEY (service, status)
) STRICT, WITHOUT ROWID;

CREATE TABLE letter_row (
    born            INTEGER PRIMARY KEY,
    letter_id       BLOB NOT NULL,
    version         INTEGER NOT NULL,
    case_id         BLOB,
    step            INTEGER NOT NULL,
    template        TEXT NOT NULL,
    number_register TEXT,
    number_year     INTEGER,
    number          INTEGER,
    number_text     TEXT NOT NULL,
    dated           TEXT NOT NULL,
    title           TEXT NOT NULL,
    file_hash       TEXT NOT NULL,
    file_size       INTEGER NOT NULL,
    file_media      TEXT NOT NULL,
    pages           INTEGER NOT NULL,
    scan_back       INTEGER NOT NULL,
    returned_hash   TEXT,
    returned_size   INTEGER,
    returned_media  TEXT,
    printed         INTEGER NOT NULL,
    issued_at       INTEGER NOT NULL,
    UNIQUE (letter_id, version)
) STRICT;
CREATE INDEX letter_case ON letter_row (case_id, born);
CREATE INDEX letter_missing ON letter_row (born) WHERE scan_back = 1 AND returned_hash IS NULL;

CREATE TABLE number_taken (
    register  TEXT NOT NULL,
    year      INTEGER NOT NULL,
    number    INTEGER NOT NULL,
    text      TEXT NOT NULL,
    case_id   BLOB,
    letter_id BLOB,
    taken_at  INTEGER NOT NULL,
    PRIMARY KEY (register, year, number)
) STRICT, WITHOUT ROWID;

-- Which facts stand on which stored file.
CREATE TABLE file_use (
    hash      TEXT NOT NULL,
    born      INTEGER NOT NULL,
    case_id   BLOB,
    person_id BLOB,
    PRIMARY KEY (hash, born)
) STRICT, WITHOUT ROWID;
CREATE INDEX file_use_person ON file_use (person_id) WHERE person_id IS NOT NULL;

-- The text under which a thing is found. Views, so that recording and rebuilding cannot differ.
CREATE VIEW case_text (born, id, owner_id, text) AS
SELECT c.born, c.id, c.owner_id,
       concat_ws(' ', c.agenda_text, c.sop, c.service, c.sender, c.letter_number, o.name, o.nip, o.nik, o.institution, k.serial,
                 (SELECT group_concat(l.number_text, ' ' ORDER BY l.born) FROM letter_row l WHERE l.case_id = c.id))
FROM case_row c LEFT JOIN owner o ON o.id = c.owner_id LEFT JOIN certificate k ON k.id = c.certificate_id;

CREATE VIEW owner_text (born, id, text) AS
SELECT o.born, o.id,
       concat_ws(' ', o.name, o.nip, o.nik, o.institution,
                 (SELECT group_concat(k.serial, ' ' ORDER BY k.born) FROM certificate k WHERE k.owner_id = o.id))
FROM owner o;

CREATE VIEW letter_text (born, id, text) AS
SELECT l.born, l.letter_id, concat_ws(' ', l.number_text, l.title, l.template) FROM letter_row l;

-- What can be searched; the rowid is the `born` of what is found, so that the newest comes first.
CREATE VIRTUAL TABLE search_case USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
CREATE VIRTUAL TABLE search_owner USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
CREATE VIRTUAL TABLE search_letter USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
