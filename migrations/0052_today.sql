-- why: what waits for somebody stands in one list; it can be given to one of the team, put off, and noted upon.

-- What the team says of a thing that waits: whose it is for some days, and what the others should know.
CREATE TABLE today_marks (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    -- The thing's name in the list, such as 'ideas.queue:27'; it is gone when nothing waits under it any more.
    subject TEXT NOT NULL,
    given_to INTEGER REFERENCES people (id),
    given_at INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    note_by INTEGER REFERENCES people (id),
    changed_at INTEGER NOT NULL,
    UNIQUE (place_id, subject)
);

-- What somebody does not want to see before `until`; others see it all the same.
CREATE TABLE today_later (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    subject TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES people (id),
    until INTEGER NOT NULL,
    UNIQUE (place_id, person_id, subject)
);
