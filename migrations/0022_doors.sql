-- why: whoever comes through two doors is one person with one vote, and can take that back.

-- A link that is good once and for a short while, kept for a day. The door it was made at, then the one that opened it
-- first; whose doors these are, `identities` knows.
CREATE TABLE door_links (
    id INTEGER PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    door TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    -- Both screens show it, so that she sees that it is the other one of hers.
    number INTEGER NOT NULL CHECK (number BETWEEN 10 AND 99),
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    opened_door TEXT,
    opened_user INTEGER,
    -- Her language was borrowed from the link until she answers.
    lent_language INTEGER NOT NULL DEFAULT 0 CHECK (lent_language IN (0, 1)),
    agreed_at INTEGER,
    ended_at INTEGER
);
CREATE INDEX door_links_by_maker ON door_links (door, user_id);

-- `other_id` is `person_id` as well, until they part; the row stays on record.
CREATE TABLE joinings (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES people (id),
    other_id INTEGER NOT NULL REFERENCES people (id),
    joined_at INTEGER NOT NULL,
    parted_at INTEGER
);
CREATE UNIQUE INDEX joinings_standing ON joinings (other_id) WHERE parted_at IS NULL;
CREATE INDEX joinings_by_person ON joinings (person_id);

-- The doors that the other one came through.
CREATE TABLE joining_doors (
    joining_id INTEGER NOT NULL REFERENCES joinings (id),
    door TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    PRIMARY KEY (joining_id, door, user_id)
);

-- Kept for undoing, erased after it. Rows as JSON: what each of the two had, and what became of it. `moved` holds
-- the keys of rows that only changed hands.
CREATE TABLE joining_rows (
    id INTEGER PRIMARY KEY,
    joining_id INTEGER NOT NULL REFERENCES joinings (id),
    table_name TEXT NOT NULL,
    column_name TEXT NOT NULL,
    moved TEXT,
    hers TEXT,
    others TEXT,
    became TEXT
);
CREATE INDEX joining_rows_by_joining ON joining_rows (joining_id);
