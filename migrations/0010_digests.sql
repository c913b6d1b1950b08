-- why: the shopkeeper and the team hear once a day what is new, and a button in an old digest still leads to its row.
CREATE TABLE digest_readers (
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL CHECK (kind IN ('shop', 'team')),
    -- After midnight, in the clock the place shows first.
    minute INTEGER NOT NULL,
    stopped_at INTEGER,
    met_at INTEGER NOT NULL,
    -- A digest that was due before this moment is not made up for.
    from_at INTEGER NOT NULL,
    PRIMARY KEY (place_id, person_id, kind)
);
-- `day` is the local date of a daily digest; one that was asked for has none.
CREATE TABLE digests (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL CHECK (kind IN ('shop', 'team')),
    day TEXT,
    since_at INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    late_for INTEGER,
    new_count INTEGER NOT NULL,
    more_count INTEGER NOT NULL,
    outbox_id INTEGER,
    read_at INTEGER,
    UNIQUE (place_id, person_id, kind, day)
);
CREATE INDEX digests_by_reader ON digests (place_id, person_id, kind, made_at);
CREATE INDEX digests_by_age ON digests (made_at);
-- A decision as it stood in a digest; `words` is a sentence without a language.
CREATE TABLE digest_items (
    id INTEGER PRIMARY KEY,
    digest_id INTEGER NOT NULL REFERENCES digests (id),
    position INTEGER NOT NULL,
    feature TEXT NOT NULL,
    subject INTEGER NOT NULL,
    label TEXT NOT NULL,
    words TEXT NOT NULL,
    answer TEXT CHECK (answer IN ('yes', 'but', 'try', 'later')),
    answered_by INTEGER REFERENCES people (id),
    answered_at INTEGER,
    UNIQUE (digest_id, position)
);
CREATE INDEX digest_items_by_subject ON digest_items (feature, subject);
CREATE TABLE digest_lines (
    digest_id INTEGER NOT NULL REFERENCES digests (id),
    position INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (digest_id, position)
);
CREATE TABLE digest_photos (
    digest_id INTEGER NOT NULL REFERENCES digests (id),
    position INTEGER NOT NULL,
    -- No reference: somebody may take the picture away again.
    media_id INTEGER NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (digest_id, position)
);
