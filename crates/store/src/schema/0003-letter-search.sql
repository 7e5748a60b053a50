-- 0003: a letter is found by its owner, institution and agenda number as well. A released migration never changes.

DROP VIEW letter_text;
CREATE VIEW letter_text (born, id, owner_id, text) AS
SELECT l.born, l.letter_id, c.owner_id,
       concat_ws(' ', l.number_text, l.title, l.template, c.agenda_text, c.sender, o.name, o.institution)
FROM letter_row l LEFT JOIN case_row c ON c.id = l.case_id LEFT JOIN owner o ON o.id = c.owner_id;

UPDATE search_letter SET text = (SELECT v.text FROM letter_text v WHERE v.born = search_letter.rowid);
