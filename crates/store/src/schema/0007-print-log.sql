-- 0007: why a letter goes out again, and the log of what was printed. A released migration never changes.

-- Empty unless the version had been printed before.
ALTER TABLE outgoing ADD COLUMN reason TEXT NOT NULL DEFAULT '';

CREATE TABLE print_log (
    born      INTEGER PRIMARY KEY,
    case_id   BLOB NOT NULL,
    letter_id BLOB NOT NULL,
    version   INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    actor     TEXT NOT NULL,
    printer   TEXT NOT NULL,
    copies    INTEGER NOT NULL,
    -- 'printed', 'failed' or 'stopped', and the words of what did not print.
    result    TEXT NOT NULL,
    why       TEXT NOT NULL,
    reprint   INTEGER NOT NULL,
    reason    TEXT NOT NULL
) STRICT;
CREATE INDEX print_log_at ON print_log (at, born);
CREATE INDEX print_log_case ON print_log (case_id);
CREATE INDEX print_log_letter ON print_log (letter_id, version, born);

-- What was printed before there was a log, as a rebuild would write it: of letters of the entry's own case, issued before. Nothing sealed is in it.
INSERT INTO print_log (born, case_id, letter_id, version, at, actor, printer, copies, result, why, reprint, reason)
SELECT p.born, p.case_id, l.letter_id, l.version, p.at, p.actor, p.fact ->> 'printer', p.fact ->> 'copies', 'printed', '', 0, ''
FROM (SELECT e.seq * 4096 + f.key AS born, e.case_id, e.at, e.actor, f.value -> 'letter_printed' AS fact
      FROM entry e, json_each(e.body, '$.facts') f
      WHERE e.case_id IS NOT NULL AND instr(e.body, '"letter_printed"') > 0 AND f.value -> 'letter_printed' IS NOT NULL) p
JOIN letter_row l ON l.letter_id = unhex(p.fact ->> 'letter', '-') AND l.version = p.fact ->> 'version' AND l.case_id = p.case_id AND l.born < p.born;
