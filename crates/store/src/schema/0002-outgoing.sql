-- 0002: letters on their way out. Like drafts they are no facts: what became of one is recorded as a fact when it has left.

CREATE TABLE outgoing (
    id        BLOB PRIMARY KEY,
    letter_id BLOB NOT NULL,
    version   INTEGER NOT NULL,
    copies    INTEGER NOT NULL,
    -- 'printer' or 'folder', and the printer's name where one was chosen.
    way       TEXT NOT NULL,
    printer   TEXT,
    -- 'waiting', 'sending' or 'failed'.
    state     TEXT NOT NULL,
    tries     INTEGER NOT NULL,
    problem   TEXT,
    queued_at INTEGER NOT NULL,
    -- When it is tried next, while it waits.
    due_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
