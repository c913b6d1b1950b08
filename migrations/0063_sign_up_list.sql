-- why: neighbours sign up in a WeChat group by a numbered list; a volunteer brings it back, and whoever has no account has a seat.

-- Who comes to an event without an account. The name goes 30 days after it (''); the seat stays as it was counted.
CREATE TABLE event_on_behalf (
    id INTEGER PRIMARY KEY,
    event_id INTEGER NOT NULL REFERENCES events (id),
    name TEXT NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('coming', 'waiting')),
    guests INTEGER NOT NULL DEFAULT 0 CHECK (guests BETWEEN 0 AND 9),
    children INTEGER NOT NULL DEFAULT 0 CHECK (children BETWEEN 0 AND 9),
    -- One line with event_answers: the order in which people asked for a seat.
    turn INTEGER NOT NULL,
    came INTEGER NOT NULL DEFAULT 0 CHECK (came IN (0, 1)),
    -- Of the team: tells her what there is to tell.
    noted_by INTEGER REFERENCES people (id),
    noted_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX event_on_behalf_once ON event_on_behalf (event_id, name) WHERE name <> '';
CREATE INDEX event_on_behalf_by_noter ON event_on_behalf (noted_by);

-- 1: came by a group's list, and is asked about when she is not on it any more.
ALTER TABLE task_claims ADD COLUMN by_list INTEGER NOT NULL DEFAULT 0 CHECK (by_list IN (0, 1));

-- A list as it was pasted back, for a day: what is new and gone is read again when the button is pressed.
CREATE TABLE sign_up_pastes (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    -- 'event' or 'task', and which.
    kind TEXT NOT NULL,
    thing_id INTEGER NOT NULL,
    words TEXT NOT NULL,
    pasted_at INTEGER NOT NULL,
    booked_at INTEGER,
    undone_at INTEGER
);
CREATE INDEX sign_up_pastes_by_person ON sign_up_pastes (person_id);
CREATE INDEX sign_up_pastes_by_age ON sign_up_pastes (pasted_at);

-- What a pasted list changed, to take it back: NULL where there was nobody of that name before.
CREATE TABLE sign_up_booked (
    paste_id INTEGER NOT NULL REFERENCES sign_up_pastes (id) ON DELETE CASCADE,
    -- event_on_behalf.id or task_claims.id.
    noted_id INTEGER NOT NULL,
    had_guests INTEGER,
    had_children INTEGER,
    -- What it became: what somebody changed since is not taken back.
    guests INTEGER NOT NULL,
    children INTEGER NOT NULL,
    PRIMARY KEY (paste_id, noted_id)
);
