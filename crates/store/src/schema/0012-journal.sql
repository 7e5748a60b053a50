-- 0012: the journal as it is looked through, and what was said of each thing before. A released migration never changes.

-- The newest entries of a user, of an action, of a period; the place follows from the row itself.
CREATE INDEX entry_actor ON entry (actor);
CREATE INDEX entry_action ON entry (action);
CREATE INDEX entry_at ON entry (at);

-- Facts that record how a thing of the office stands from now on: what it was before is the one before. `id` is empty where there is one such thing.
CREATE TABLE journal_subject (
    born INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id   TEXT NOT NULL
) STRICT;
CREATE INDEX journal_subject_thing ON journal_subject (kind, id, born);

-- What the journal says already, as a rebuild would write it. An entry that cannot be read says nothing here; a verification tells it.
INSERT INTO journal_subject (born, kind, id)
SELECT e.seq * 4096 + f.key,
       CASE v.key
           WHEN 'office_recorded' THEN 'office'
           WHEN 'official_recorded' THEN 'official'
           WHEN 'owner_recorded' THEN 'owner'
           WHEN 'template_adopted' THEN 'template'
           WHEN 'template_reset' THEN 'template'
           WHEN 'classifications_recorded' THEN 'classifications'
           ELSE 'certificate'
       END,
       coalesce(CASE v.key
           WHEN 'office_recorded' THEN ''
           WHEN 'official_recorded' THEN v.value ->> 'official'
           WHEN 'owner_recorded' THEN v.value ->> 'owner'
           WHEN 'template_adopted' THEN v.value ->> 'template'
           WHEN 'template_reset' THEN v.value ->> 'template'
           WHEN 'classifications_recorded' THEN ''
           ELSE v.value ->> 'certificate'
       END, '')
FROM entry e, json_each(CASE WHEN json_valid(e.body) THEN e.body ELSE '{}' END, '$.facts') f, json_each(f.value) v
WHERE v.key IN ('office_recorded', 'official_recorded', 'owner_recorded', 'template_adopted', 'template_reset', 'classifications_recorded',
                'certificate_recorded', 'certificate_revoked', 'certificate_replaced', 'certificate_restored')
  AND (v.key <> 'template_adopted' OR v.value ->> 'origin' = 'kantor');
