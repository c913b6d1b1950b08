-- why: a role in a place is given by a link that works once.
CREATE TABLE invites (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    role TEXT NOT NULL CHECK (role IN ('resident', 'volunteer', 'lead', 'shopkeeper', 'liaison')),
    token_hash TEXT NOT NULL UNIQUE,
    made_by INTEGER REFERENCES people (id),
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_by INTEGER REFERENCES people (id),
    used_at INTEGER
);
