-- why: what the city had to allow got stuck where nobody could see it; who waits for whom, and until when, now stands in one place.

-- A permit that a change needs, after BLDS 1.2 (permitdata.org). Days are moments in the morning of that day.
CREATE TABLE permits (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    -- The idea in whose thread it stands; NULL for a matter of the shop alone, which only the desk sees.
    idea_id INTEGER REFERENCES ideas (id),
    kind TEXT NOT NULL CHECK (kind IN ('sign', 'seating', 'green', 'food', 'fire', 'other')),
    status TEXT NOT NULL DEFAULT 'finding_out' CHECK (status IN ('finding_out', 'preparing', 'handed_in', 'questions',
        'granted', 'conditions', 'refused', 'expired', 'not_needed')),
    number TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT '',
    -- In whose name it is asked for, and what it costs.
    whose TEXT CHECK (whose IN ('shop', 'team', 'city')),
    fee TEXT CHECK (fee IN ('none', 'small', 'large')),
    -- Whom it is with, and what they said in their own words.
    office TEXT NOT NULL DEFAULT '',
    office_words TEXT NOT NULL DEFAULT '',
    conditions TEXT NOT NULL DEFAULT '',
    refused_by TEXT NOT NULL DEFAULT '',
    ask_else TEXT NOT NULL DEFAULT '',
    applied_at INTEGER,
    expected_at INTEGER,
    issued_at INTEGER,
    completed_at INTEGER,
    expires_at INTEGER,
    begun_by INTEGER REFERENCES people (id),
    begun_at INTEGER NOT NULL,
    status_at INTEGER NOT NULL,
    -- A refusal says who refused, and whom else to ask.
    CHECK (status <> 'refused' OR (refused_by <> '' AND ask_else <> '')),
    CHECK (status <> 'conditions' OR conditions <> ''),
    CHECK (status NOT IN ('handed_in', 'questions') OR applied_at IS NOT NULL),
    CHECK (status NOT IN ('granted', 'conditions', 'expired') OR issued_at IS NOT NULL)
);
CREATE INDEX permits_by_place ON permits (place_id, status);
CREATE INDEX permits_by_idea ON permits (idea_id);

-- What has to be done for it, by whom and until when. One of a template is said in the reader's language.
CREATE TABLE permit_steps (
    id INTEGER PRIMARY KEY,
    permit_id INTEGER NOT NULL REFERENCES permits (id),
    template TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '',
    who TEXT CHECK (who IN ('shop', 'team', 'liaison')),
    due_at INTEGER,
    done_at INTEGER,
    done_by INTEGER REFERENCES people (id),
    -- A photo of the document: for the team and the liaison, and on no board.
    media_id INTEGER UNIQUE REFERENCES media (id),
    CHECK (template <> '' OR words <> '')
);
CREATE INDEX permit_steps_by_permit ON permit_steps (permit_id, id);
CREATE INDEX permit_steps_by_doer ON permit_steps (done_by);

-- Where a permit went, and when: real durations for whoever needs the same one next.
CREATE TABLE permit_moves (
    id INTEGER PRIMARY KEY,
    permit_id INTEGER NOT NULL REFERENCES permits (id),
    to_status TEXT NOT NULL,
    -- NULL for the clock, or somebody who left.
    moved_by INTEGER REFERENCES people (id),
    moved_at INTEGER NOT NULL
);
CREATE INDEX permit_moves_by_permit ON permit_moves (permit_id, id);
CREATE INDEX permit_moves_by_mover ON permit_moves (moved_by);

-- Reminders that went out, each once for the day it is about; one that came too late for its turn has no `told_at`.
CREATE TABLE permit_reminders (
    permit_id INTEGER NOT NULL REFERENCES permits (id),
    kind TEXT NOT NULL CHECK (kind IN ('expected', 'week_after', 'expires_60', 'expires_30', 'expires_7')),
    about_at INTEGER NOT NULL,
    noted_at INTEGER NOT NULL,
    told_at INTEGER,
    PRIMARY KEY (permit_id, kind, about_at)
);

-- What the city's Open311 endpoint takes in, as it says itself. Empty where the operator named none.
CREATE TABLE city_services (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    position INTEGER NOT NULL
);

-- An idea handed over to the city: by Open311 (GeoReport v2), or by somebody who called 12345.
CREATE TABLE city_requests (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    idea_id INTEGER NOT NULL REFERENCES ideas (id),
    channel TEXT NOT NULL CHECK (channel IN ('open311', 'phone')),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'taken', 'refused', 'uncertain', 'dropped')),
    -- A word of ours in what is sent, by which it is found again there.
    mark TEXT NOT NULL UNIQUE,
    asked_by INTEGER REFERENCES people (id),
    service TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    latitude INTEGER,
    longitude INTEGER,
    photo_url TEXT NOT NULL DEFAULT '',
    endpoint TEXT NOT NULL DEFAULT '',
    attempts INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL,
    claimed_at INTEGER,
    -- Why not, and what they said to it.
    reason TEXT NOT NULL DEFAULT '',
    said TEXT NOT NULL DEFAULT '',
    -- Their receipt until there is a number.
    token TEXT NOT NULL DEFAULT '',
    number TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'open',
    expected_at INTEGER,
    looks INTEGER NOT NULL DEFAULT 0,
    look_at INTEGER,
    made_at INTEGER NOT NULL,
    taken_at INTEGER,
    closed_at INTEGER,
    -- How many things there were to tell, and how many of them were told.
    news INTEGER NOT NULL DEFAULT 0,
    told INTEGER NOT NULL DEFAULT 0
);
-- One at a time: nothing is handed over twice unless somebody says that the first one did not arrive.
CREATE UNIQUE INDEX city_requests_live ON city_requests (idea_id)
    WHERE closed_at IS NULL AND state IN ('waiting', 'sending', 'taken', 'uncertain');
CREATE INDEX city_requests_by_idea ON city_requests (idea_id);
CREATE INDEX city_requests_by_place ON city_requests (place_id);
CREATE INDEX city_requests_due ON city_requests (not_before) WHERE state = 'waiting';
CREATE INDEX city_requests_asked ON city_requests (asked_by);

-- What the city said to it later, each update once however often it is handed to us.
CREATE TABLE city_updates (
    request_id INTEGER NOT NULL REFERENCES city_requests (id),
    update_id TEXT NOT NULL,
    status TEXT NOT NULL,
    words TEXT NOT NULL,
    happened_at INTEGER NOT NULL,
    PRIMARY KEY (request_id, update_id)
);
