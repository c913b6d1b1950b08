-- why: a neighbourhood decides in more than one way, everybody may watch, and a vote stays one person's vote.

-- A consent round is a single vote among three fixed answers, whose words are read in each one's language.
ALTER TABLE polls ADD COLUMN consent INTEGER NOT NULL DEFAULT 0 CHECK (consent IN (0, 1));
ALTER TABLE polls ADD COLUMN dots INTEGER CHECK (dots BETWEEN 1 AND 20);
ALTER TABLE polls ADD COLUMN named INTEGER NOT NULL DEFAULT 0 CHECK (named IN (0, 1));
-- Percent of the people active within 60 days; they are counted when it closes, and stay what they were then.
ALTER TABLE polls ADD COLUMN quorum INTEGER CHECK (quorum BETWEEN 1 AND 100);
ALTER TABLE polls ADD COLUMN active INTEGER;
-- Counts up with every change that a live poll's messages should show; `stale` while some do not show it yet.
ALTER TABLE polls ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE polls ADD COLUMN stale INTEGER NOT NULL DEFAULT 0 CHECK (stale IN (0, 1));
ALTER TABLE polls ADD COLUMN refreshed_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE polls ADD COLUMN alarmed_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX polls_stale ON polls (place_id) WHERE stale = 1;

-- 1: a web visitor younger than the poll; 2: one more of those from an address that already had its share.
ALTER TABLE poll_asked ADD COLUMN apart INTEGER NOT NULL DEFAULT 0 CHECK (apart IN (0, 1, 2));

-- Typed, or one of a few ready reasons.
ALTER TABLE poll_steps ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE poll_steps ADD COLUMN ready_reason TEXT;

-- The words that a concern or an objection comes with; nobody is shown whose they are.
CREATE TABLE poll_reasons (
    poll_id INTEGER NOT NULL REFERENCES polls (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    option_id INTEGER NOT NULL REFERENCES poll_options (id),
    words TEXT NOT NULL,
    PRIMARY KEY (poll_id, person_id)
);

-- Which message asked whom. The outbox forgets its rows after a week, a poll may be open for longer.
CREATE TABLE poll_messages (
    poll_id INTEGER NOT NULL REFERENCES polls (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    row_id INTEGER NOT NULL,
    door TEXT NOT NULL,
    chat_id INTEGER NOT NULL,
    message_id INTEGER,
    pictured INTEGER NOT NULL,
    -- What it shows now; not changed before `rests_until`, and those that were pressed last come first.
    version INTEGER NOT NULL DEFAULT 0,
    rests_until INTEGER NOT NULL DEFAULT 0,
    pressed_at INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (poll_id, person_id)
);

-- For a day at most. `origin` is the gateway's word for an address, and means nothing the day after.
CREATE TABLE poll_newcomers (
    poll_id INTEGER NOT NULL REFERENCES polls (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    origin TEXT NOT NULL,
    came_at INTEGER NOT NULL,
    PRIMARY KEY (poll_id, person_id)
);
CREATE INDEX poll_newcomers_by_age ON poll_newcomers (came_at);

-- What a closed poll led to; corrected by a newer one, never overwritten.
CREATE TABLE poll_decisions (
    id INTEGER PRIMARY KEY,
    poll_id INTEGER NOT NULL REFERENCES polls (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    words TEXT NOT NULL,
    idea_id INTEGER REFERENCES ideas (id),
    decided_at INTEGER NOT NULL
);
CREATE INDEX poll_decisions_by_poll ON poll_decisions (poll_id);
