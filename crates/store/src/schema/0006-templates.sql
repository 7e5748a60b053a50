-- 0006: texts of letter templates, and the one that each letter was issued from. A released migration never changes.

CREATE TABLE template_version (
    born       INTEGER PRIMARY KEY,
    hash       TEXT NOT NULL UNIQUE,
    template   TEXT NOT NULL,
    origin     TEXT NOT NULL,
    text       TEXT NOT NULL,
    adopted_at INTEGER NOT NULL,
    in_use     INTEGER NOT NULL
) STRICT;
CREATE INDEX template_version_template ON template_version (template, born);
CREATE UNIQUE INDEX template_version_in_use ON template_version (template) WHERE in_use = 1;

ALTER TABLE letter_row ADD COLUMN template_hash TEXT NOT NULL DEFAULT '';
CREATE INDEX letter_template ON letter_row (template_hash);

-- What the journal knows of the letters that are there already. `born` is seq * 4096 + index within the entry.
UPDATE letter_row SET template_hash = coalesce(
    (SELECT json_extract(e.body, '$.facts[' || (letter_row.born % 4096) || '].letter_issued.template_hash') FROM entry e WHERE e.seq = letter_row.born / 4096),
    '');
