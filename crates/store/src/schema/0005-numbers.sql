-- 0005: numbers that no letter of ours bears, letters that are void, and numbers of other systems. A released migration never changes.

CREATE TABLE number_range (
    born      INTEGER PRIMARY KEY,
    register  TEXT NOT NULL,
    year      INTEGER NOT NULL,
    first     INTEGER NOT NULL,
    last      INTEGER NOT NULL,
    used      TEXT NOT NULL,
    dated     TEXT,
    continues INTEGER NOT NULL,
    person_id BLOB,
    text      TEXT NOT NULL,
    about     TEXT NOT NULL,
    party     TEXT NOT NULL,
    told_at   INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX number_range_first ON number_range (register, year, first);
CREATE INDEX number_range_person ON number_range (person_id) WHERE person_id IS NOT NULL;

ALTER TABLE letter_row ADD COLUMN voided_at INTEGER;
ALTER TABLE letter_row ADD COLUMN void_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE letter_row ADD COLUMN other_system TEXT NOT NULL DEFAULT '';
ALTER TABLE letter_row ADD COLUMN other_number TEXT NOT NULL DEFAULT '';

DROP VIEW letter_text;
CREATE VIEW letter_text (born, id, owner_id, text) AS
SELECT l.born, l.letter_id, c.owner_id,
       concat_ws(' ', l.number_text, nullif(l.other_number, ''), l.title, l.template, c.agenda_text, c.sender, o.name, o.institution)
FROM letter_row l LEFT JOIN case_row c ON c.id = l.case_id LEFT JOIN owner o ON o.id = c.owner_id;
