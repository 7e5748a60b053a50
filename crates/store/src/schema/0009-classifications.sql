-- 0009: the office's list of archive classification codes, and the one before it. A released migration never changes.

CREATE TABLE classification_list (
    born        INTEGER PRIMARY KEY,
    recorded_at INTEGER NOT NULL,
    actor       TEXT NOT NULL,
    codes       INTEGER NOT NULL
) STRICT;

-- Rows of both lists; `list` is the `born` of theirs.
CREATE TABLE classification (
    list  INTEGER NOT NULL,
    place INTEGER NOT NULL,
    code  TEXT NOT NULL,
    name  TEXT NOT NULL,
    note  TEXT NOT NULL,
    PRIMARY KEY (list, place)
) STRICT, WITHOUT ROWID;
