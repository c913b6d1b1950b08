-- why: the liaison and the residents hear once a week, what nobody answered comes back once and then goes to a volunteer.

-- SQLite cannot widen a CHECK, so the tables are made anew; buttons in old digests keep their ids.
CREATE TABLE digest_readers_wide (
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL CHECK (kind IN ('shop', 'team', 'liaison', 'residents')),
    -- After midnight, in the clock the place shows first.
    minute INTEGER NOT NULL,
    -- Monday is 0; NULL for every day.
    weekday INTEGER CHECK (weekday BETWEEN 0 AND 6),
    stopped_at INTEGER,
    met_at INTEGER NOT NULL,
    -- A digest that was due before this moment is not made up for.
    from_at INTEGER NOT NULL,
    -- The date or week that was looked after last, so that nobody is asked about twice in the same minute.
    done_for TEXT,
    PRIMARY KEY (place_id, person_id, kind)
);
INSERT INTO digest_readers_wide (place_id, person_id, kind, minute, stopped_at, met_at, from_at)
    SELECT place_id, person_id, kind, minute, stopped_at, met_at, from_at FROM digest_readers;
DROP TABLE digest_readers;
ALTER TABLE digest_readers_wide RENAME TO digest_readers;
CREATE INDEX digest_readers_by_kind ON digest_readers (place_id, kind) WHERE stopped_at IS NULL;

-- `day` is the local date of a daily digest and the week of a weekly one; one that was asked for has none.
-- `partial`: a feature could not say its part, so the next digest covers the same time again.
CREATE TABLE digests_wide (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL CHECK (kind IN ('shop', 'team', 'liaison', 'residents')),
    day TEXT,
    since_at INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    late_for INTEGER,
    new_count INTEGER NOT NULL,
    more_count INTEGER NOT NULL,
    partial INTEGER NOT NULL DEFAULT 0,
    outbox_id INTEGER,
    read_at INTEGER,
    UNIQUE (place_id, person_id, kind, day)
);
-- Every number from 1 on is counted through, so that the next id is one that was never given; gaps are made_at = -1.
INSERT INTO digests_wide (place_id, person_id, kind, day, since_at, made_at, late_for, new_count, more_count,
        outbox_id, read_at)
    WITH RECURSIVE counted (number) AS (
        SELECT CAST(1 AS BIGINT) UNION ALL
        SELECT number + 1 FROM counted WHERE number < (SELECT max(id) FROM digests)
    )
    SELECT f.place_id, f.person_id, f.kind, d.day, coalesce(d.since_at, 0), coalesce(d.made_at, -1), d.late_for,
        coalesce(d.new_count, 0), coalesce(d.more_count, 0), d.outbox_id, d.read_at
    FROM counted c LEFT JOIN digests d ON d.id = c.number
    JOIN digests f ON f.id = coalesce(d.id, (SELECT min(id) FROM digests)) ORDER BY c.number;
DELETE FROM digests_wide WHERE made_at = -1;

-- `opens` is the screen where somebody of the team looks after it.
CREATE TABLE digest_items_wide (
    id INTEGER PRIMARY KEY,
    digest_id INTEGER NOT NULL REFERENCES digests_wide (id),
    position INTEGER NOT NULL,
    feature TEXT NOT NULL,
    subject INTEGER NOT NULL,
    label TEXT NOT NULL,
    words TEXT NOT NULL,
    opens TEXT NOT NULL DEFAULT '',
    answer TEXT CHECK (answer IN ('yes', 'but', 'try', 'later')),
    answered_by INTEGER REFERENCES people (id),
    answered_at INTEGER,
    UNIQUE (digest_id, position)
);
INSERT INTO digest_items_wide (digest_id, position, feature, subject, label, words, answer, answered_by, answered_at)
    WITH RECURSIVE counted (number) AS (
        SELECT CAST(1 AS BIGINT) UNION ALL
        SELECT number + 1 FROM counted WHERE number < (SELECT max(id) FROM digest_items)
    )
    SELECT f.digest_id, coalesce(i.position, -c.number), f.feature, f.subject, f.label, f.words, i.answer,
        i.answered_by, i.answered_at
    FROM counted c LEFT JOIN digest_items i ON i.id = c.number
    JOIN digest_items f ON f.id = coalesce(i.id, (SELECT min(id) FROM digest_items)) ORDER BY c.number;
DELETE FROM digest_items_wide WHERE position < 0;

CREATE TABLE digest_lines_wide (
    digest_id INTEGER NOT NULL REFERENCES digests_wide (id),
    position INTEGER NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (digest_id, position)
);
INSERT INTO digest_lines_wide (digest_id, position, words) SELECT digest_id, position, words FROM digest_lines;
CREATE TABLE digest_photos_wide (
    digest_id INTEGER NOT NULL REFERENCES digests_wide (id),
    position INTEGER NOT NULL,
    -- No reference: somebody may take the picture away again.
    media_id INTEGER NOT NULL,
    label TEXT NOT NULL,
    PRIMARY KEY (digest_id, position)
);
INSERT INTO digest_photos_wide (digest_id, position, media_id, label)
    SELECT digest_id, position, media_id, label FROM digest_photos;
DROP TABLE digest_photos;
DROP TABLE digest_lines;
DROP TABLE digest_items;
DROP TABLE digests;
ALTER TABLE digests_wide RENAME TO digests;
ALTER TABLE digest_items_wide RENAME TO digest_items;
ALTER TABLE digest_lines_wide RENAME TO digest_lines;
ALTER TABLE digest_photos_wide RENAME TO digest_photos;
CREATE INDEX digests_by_reader ON digests (place_id, person_id, kind, made_at);
CREATE INDEX digests_by_age ON digests (made_at);
CREATE INDEX digest_items_by_subject ON digest_items (feature, subject);

-- When a shopkeeper was asked for a decision, when it may come back, and when it did: once.
CREATE TABLE digest_asks (
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    feature TEXT NOT NULL,
    subject INTEGER NOT NULL,
    asked_at INTEGER NOT NULL,
    returns_at INTEGER NOT NULL,
    again_at INTEGER,
    PRIMARY KEY (place_id, feature, subject, person_id)
);

-- What the shopkeeper was asked twice: a volunteer is asked to speak with them.
CREATE TABLE digest_handovers (
    place_id INTEGER NOT NULL REFERENCES places (id),
    feature TEXT NOT NULL,
    subject INTEGER NOT NULL,
    label TEXT NOT NULL,
    words TEXT NOT NULL,
    opens TEXT NOT NULL,
    volunteer_id INTEGER REFERENCES people (id),
    handed_at INTEGER NOT NULL,
    PRIMARY KEY (place_id, feature, subject)
);

-- Each time a liaison was shown totals; the volunteers read how often.
CREATE TABLE total_looks (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    what TEXT NOT NULL,
    looked_at INTEGER NOT NULL
);
CREATE INDEX total_looks_by_place ON total_looks (place_id, looked_at);
