-- why: neighbours meet: who comes, with how many, who waits for a seat, and what everybody was told when.
CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    maker_id INTEGER NOT NULL REFERENCES people (id),
    status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'announced', 'cancelled')),
    title TEXT NOT NULL,
    starts_at INTEGER,
    whereabouts TEXT,
    -- NULL: not asked yet; 0: no limit. Counts people and their guests.
    capacity INTEGER CHECK (capacity >= 0),
    words TEXT,
    media_id INTEGER REFERENCES media (id),
    picture_settled INTEGER NOT NULL DEFAULT 0,
    -- What makes the address of its calendar file impossible to guess.
    calendar_key TEXT NOT NULL,
    -- https://www.rfc-editor.org/rfc/rfc5545#section-3.8.7.4
    sequence INTEGER NOT NULL DEFAULT 0,
    made_at INTEGER NOT NULL,
    announced_at INTEGER,
    changed_at INTEGER NOT NULL,
    -- A change waits here to be told once; what people were told last stands beside it.
    change_due_at INTEGER,
    told_starts_at INTEGER,
    told_whereabouts TEXT,
    cancel_reason TEXT,
    day_reminded_at INTEGER,
    hours_reminded_at INTEGER,
    thanked_at INTEGER,
    CHECK (status = 'draft' OR (starts_at IS NOT NULL AND whereabouts IS NOT NULL AND capacity IS NOT NULL))
);
CREATE UNIQUE INDEX events_one_draft ON events (place_id, maker_id) WHERE status = 'draft';
CREATE INDEX events_by_start ON events (place_id, starts_at) WHERE status <> 'draft';

-- `turn` is the order in which people asked for a seat.
CREATE TABLE event_answers (
    event_id INTEGER NOT NULL REFERENCES events (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    answer TEXT NOT NULL CHECK (answer IN ('coming', 'maybe', 'cant', 'waiting')),
    guests INTEGER NOT NULL DEFAULT 0 CHECK (guests BETWEEN 0 AND 9),
    turn INTEGER NOT NULL,
    -- The date was changed after this answer, which therefore waits to be given again.
    asked_again INTEGER NOT NULL DEFAULT 0,
    came INTEGER NOT NULL DEFAULT 0,
    mood TEXT CHECK (mood IN ('good', 'fair', 'poor')),
    answered_at INTEGER NOT NULL,
    PRIMARY KEY (event_id, person_id),
    CHECK (guests = 0 OR answer = 'coming')
);
CREATE INDEX event_answers_by_person ON event_answers (person_id);

-- What was sent about an event, so that a cancellation stops what has not left yet.
CREATE TABLE event_campaigns (
    event_id INTEGER NOT NULL REFERENCES events (id),
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
    PRIMARY KEY (event_id, campaign_id)
);
