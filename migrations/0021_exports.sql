-- why: who took a place's data away, and when, is on record for the leads of that place.
CREATE TABLE exports (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    -- NULL: somebody who is gone by now, or at the command line.
    made_by INTEGER REFERENCES people (id),
    at_command INTEGER NOT NULL DEFAULT 0 CHECK (at_command IN (0, 1)),
    made_at INTEGER NOT NULL
);
CREATE INDEX exports_by_place ON exports (place_id, made_at);
