-- 0008: agenda books that were printed. A released migration never changes.

CREATE TABLE agenda_book_print (
    born     INTEGER PRIMARY KEY,
    register TEXT NOT NULL,
    since    TEXT NOT NULL,
    until    TEXT NOT NULL,
    at       INTEGER NOT NULL,
    actor    TEXT NOT NULL,
    printer  TEXT NOT NULL,
    copies   INTEGER NOT NULL,
    pages    INTEGER NOT NULL,
    -- 'printed', 'failed' or 'stopped', and the words of what did not print.
    result   TEXT NOT NULL,
    why      TEXT NOT NULL
) STRICT;
CREATE INDEX agenda_book_print_at ON agenda_book_print (at, born);
