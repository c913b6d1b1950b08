-- why: who gave or took which role from whom stays on record.
CREATE TABLE role_changes (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    role TEXT NOT NULL CHECK (role IN ('resident', 'volunteer', 'lead', 'shopkeeper', 'liaison')),
    given INTEGER NOT NULL CHECK (given IN (0, 1)),
    -- NULL: a link made at the command line.
    by_person INTEGER REFERENCES people (id),
    at INTEGER NOT NULL
);
CREATE INDEX role_changes_by_place ON role_changes (place_id, at);
