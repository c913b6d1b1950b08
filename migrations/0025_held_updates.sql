-- why: a stranger's messages, appended to one row again and again, kept everybody waiting: a row each, and few of them.

-- What a newcomer sent before she agreed. NULL: there was no room for more, said at held_at.
CREATE TABLE held_updates (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id),
    raw TEXT,
    held_at INTEGER NOT NULL
);
CREATE INDEX held_updates_by_person ON held_updates (person_id);
CREATE INDEX held_updates_by_time ON held_updates (held_at);

-- What was there in one piece goes on in one piece, an update a line; far more than may be held was an attack.
INSERT INTO held_updates (person_id, raw, held_at)
    SELECT p.id, p.held, (SELECT max(i.spoke_at) FROM identities i WHERE i.person_id = p.id) FROM people p
    WHERE length(p.held) <= 50000 AND EXISTS (SELECT 1 FROM identities i WHERE i.person_id = p.id);

ALTER TABLE people DROP COLUMN held;
