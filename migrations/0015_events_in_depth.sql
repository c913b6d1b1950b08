-- why: families bring children, a seat that became free is asked about, meetings repeat, photos come home.
CREATE TABLE event_answers_in_depth (
    event_id INTEGER NOT NULL REFERENCES events (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    answer TEXT NOT NULL CHECK (answer IN ('coming', 'maybe', 'cant', 'waiting')),
    -- Grown-ups she brings, and children; whoever waits for a seat waits with them.
    guests INTEGER NOT NULL DEFAULT 0 CHECK (guests BETWEEN 0 AND 9),
    children INTEGER NOT NULL DEFAULT 0 CHECK (children BETWEEN 0 AND 9),
    turn INTEGER NOT NULL,
    asked_again INTEGER NOT NULL DEFAULT 0,
    -- She moved up and is asked until then whether she still comes; silence keeps the seat.
    sure_by INTEGER,
    came INTEGER NOT NULL DEFAULT 0,
    mood TEXT CHECK (mood IN ('good', 'fair', 'poor')),
    answered_at INTEGER NOT NULL,
    PRIMARY KEY (event_id, person_id),
    CHECK (guests + children = 0 OR answer IN ('coming', 'waiting'))
);
INSERT INTO event_answers_in_depth (event_id, person_id, answer, guests, turn, asked_again, came, mood, answered_at)
    SELECT event_id, person_id, answer, guests, turn, asked_again, came, mood, answered_at FROM event_answers;
DROP TABLE event_answers;
ALTER TABLE event_answers_in_depth RENAME TO event_answers;
CREATE INDEX event_answers_by_person ON event_answers (person_id);

-- Every date of a weekly event is an event; they share the id of the first. `repeats` is what its draft asks for.
ALTER TABLE events ADD COLUMN series_id INTEGER REFERENCES events (id);
ALTER TABLE events ADD COLUMN repeats INTEGER NOT NULL DEFAULT 1 CHECK (repeats BETWEEN 1 AND 12);
-- Who came without a word beforehand.
ALTER TABLE events ADD COLUMN walk_ins INTEGER NOT NULL DEFAULT 0 CHECK (walk_ins >= 0);
CREATE INDEX events_by_series ON events (series_id, starts_at) WHERE series_id IS NOT NULL;

-- An announcement, a seat that became free, or other news. What was sent first was the announcement.
ALTER TABLE event_campaigns ADD COLUMN kind TEXT NOT NULL DEFAULT 'news'
    CHECK (kind IN ('announcement', 'seat', 'news'));
-- The SEQUENCE of the event that it told of.
ALTER TABLE event_campaigns ADD COLUMN told_sequence INTEGER NOT NULL DEFAULT 0;
UPDATE event_campaigns SET kind = 'announcement' WHERE campaign_id =
    (SELECT min(c.campaign_id) FROM event_campaigns c WHERE c.event_id = event_campaigns.event_id);

-- The album of an event. Nothing is shown before somebody of the team looked at it.
CREATE TABLE event_photos (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES events (id),
    media_id INTEGER NOT NULL UNIQUE REFERENCES media (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    album TEXT,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'shown', 'kept_out')),
    sent_at INTEGER NOT NULL,
    decided_by INTEGER REFERENCES people (id),
    decided_at INTEGER
);
CREATE INDEX event_photos_by_event ON event_photos (event_id, state);
CREATE INDEX event_photos_by_album ON event_photos (album) WHERE album IS NOT NULL;

-- The secret address under which a person's calendar reads what she comes to.
CREATE TABLE event_feeds (
    person_id INTEGER NOT NULL PRIMARY KEY REFERENCES people (id),
    secret TEXT NOT NULL UNIQUE,
    made_at INTEGER NOT NULL
);
