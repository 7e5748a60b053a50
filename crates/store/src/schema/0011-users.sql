-- 0011: who may sign in, and the rules of the door. A released migration never changes.

CREATE TABLE user (
    born        INTEGER PRIMARY KEY,
    name        TEXT NOT NULL UNIQUE,
    role        TEXT NOT NULL,
    active      INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT;

CREATE TABLE door (
    one         INTEGER PRIMARY KEY CHECK (one = 1),
    two_persons INTEGER NOT NULL,
    recovery_at INTEGER
) STRICT;
