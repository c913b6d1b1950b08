-- why: the machine's memory: who speaks and where, what was received, and what still has to leave.

CREATE TABLE places (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    timezone TEXT NOT NULL,
    second_timezone TEXT,
    languages TEXT NOT NULL,
    last_number INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL
);

-- A spot has a name of its own, or is one of the usual four and named in the reader's language.
CREATE TABLE spots (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    space TEXT NOT NULL CHECK (space IN ('inside', 'front', 'yard', 'street', 'unsure')),
    name TEXT,
    position INTEGER NOT NULL
);

CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    language TEXT,
    consented_at INTEGER,
    place_id INTEGER NOT NULL REFERENCES places (id),
    -- What a newcomer sent before agreeing; it is taken up again afterwards.
    held TEXT,
    created_at INTEGER NOT NULL
);

-- One person at one door. `question` is the button that the next message presses.
CREATE TABLE identities (
    door TEXT NOT NULL,
    user_id INTEGER NOT NULL,
    chat_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL REFERENCES people (id),
    question TEXT,
    unreachable_at INTEGER,
    spoke_at INTEGER NOT NULL,
    PRIMARY KEY (door, user_id)
);
CREATE INDEX identities_by_person ON identities (person_id);

CREATE TABLE members (
    person_id INTEGER NOT NULL REFERENCES people (id),
    place_id INTEGER NOT NULL REFERENCES places (id),
    volunteer INTEGER NOT NULL DEFAULT 0,
    lead INTEGER NOT NULL DEFAULT 0,
    shopkeeper INTEGER NOT NULL DEFAULT 0,
    liaison INTEGER NOT NULL DEFAULT 0,
    joined_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, place_id)
);
CREATE INDEX members_by_place ON members (place_id);

-- Pruned after three days: update ids restart at random after a quiet week.
CREATE TABLE receipts (
    door TEXT NOT NULL,
    update_id INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    PRIMARY KEY (door, update_id)
);
CREATE INDEX receipts_by_age ON receipts (received_at);

CREATE TABLE kept_aside (
    id INTEGER PRIMARY KEY,
    door TEXT NOT NULL,
    update_id INTEGER,
    raw TEXT NOT NULL,
    reason TEXT NOT NULL,
    kept_at INTEGER NOT NULL
);

-- A Bot API call not made yet. `queue` is what order is kept in: a chat, or nothing but itself.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY,
    door TEXT NOT NULL,
    queue TEXT NOT NULL,
    chat_id INTEGER,
    person_id INTEGER,
    method TEXT NOT NULL,
    params TEXT NOT NULL,
    lane INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'refused', 'uncertain')),
    attempts INTEGER NOT NULL DEFAULT 0,
    edits TEXT,
    campaign TEXT,
    message_id INTEGER,
    error TEXT,
    queued_at INTEGER NOT NULL,
    claimed_at INTEGER,
    settled_at INTEGER
);
CREATE INDEX outbox_due ON outbox (door, lane, id) WHERE state = 'waiting';
CREATE INDEX outbox_in_order ON outbox (door, queue, lane, id) WHERE state IN ('waiting', 'sending');
CREATE INDEX outbox_by_campaign ON outbox (campaign, state) WHERE campaign IS NOT NULL;
CREATE INDEX outbox_by_edited ON outbox (door, edits) WHERE edits IS NOT NULL;
CREATE INDEX outbox_by_age ON outbox (settled_at) WHERE settled_at IS NOT NULL;

-- What a door told us to wait for survives a restart. `queue` is '*' for the whole door.
CREATE TABLE closed_until (
    door TEXT NOT NULL,
    queue TEXT NOT NULL,
    until INTEGER NOT NULL,
    PRIMARY KEY (door, queue)
);

-- Pictures, voices and files that people sent; the door's file_id first, the cleaned picture when it is fetched.
CREATE TABLE media (
    id INTEGER PRIMARY KEY,
    door TEXT NOT NULL,
    file_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('photo', 'voice')),
    person_id INTEGER NOT NULL REFERENCES people (id),
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'ready', 'refused')),
    reason TEXT,
    hash TEXT,
    width INTEGER,
    height INTEGER,
    fingerprint INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL,
    created_at INTEGER NOT NULL
);
CREATE INDEX media_waiting ON media (not_before) WHERE state = 'waiting';

-- What a door calls a picture that we have already sent through it.
CREATE TABLE media_at_door (
    door TEXT NOT NULL,
    media_id INTEGER NOT NULL REFERENCES media (id),
    file_id TEXT NOT NULL,
    PRIMARY KEY (door, media_id)
);

-- One row an occurrence, so that a job on a local date happens once.
CREATE TABLE occurrences (
    job TEXT NOT NULL,
    occurrence TEXT NOT NULL,
    happened_at INTEGER NOT NULL,
    PRIMARY KEY (job, occurrence)
);

CREATE TABLE secrets (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
