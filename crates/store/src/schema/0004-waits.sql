-- 0004: which cases have ever waited is known without reading their entries. A released migration never changes.

CREATE INDEX entry_wait ON entry (case_id) WHERE action = 'start_wait';
