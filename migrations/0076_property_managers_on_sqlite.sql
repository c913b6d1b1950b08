-- why: whoever manages the shared yard is a party of it, and SQLite cannot take a CHECK away: five tables are made anew.

-- Which roles, digests and receivers there are, the code says (bot/identity/roles.py and the features' rules), as with
-- `roles`; invariants name a row of another. The rows of other tables wait for the end to find theirs again.
PRAGMA defer_foreign_keys = ON;

CREATE TABLE invites_before AS SELECT * FROM invites;
DROP TABLE invites;
CREATE TABLE invites (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    role TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    made_by INTEGER REFERENCES people (id),
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_by INTEGER REFERENCES people (id),
    used_at INTEGER
);
INSERT INTO invites (id, place_id, role, token_hash, made_by, made_at, expires_at, used_by, used_at)
    SELECT id, place_id, role, token_hash, made_by, made_at, expires_at, used_by, used_at FROM invites_before;
DROP TABLE invites_before;

CREATE TABLE role_changes_before AS SELECT * FROM role_changes;
DROP TABLE role_changes;
CREATE TABLE role_changes (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,
    given INTEGER NOT NULL CHECK (given IN (0, 1)),
    -- NULL: a link made at the command line.
    by_person INTEGER REFERENCES people (id),
    at INTEGER NOT NULL
);
INSERT INTO role_changes (id, place_id, person_id, role, given, by_person, at)
    SELECT id, place_id, person_id, role, given, by_person, at FROM role_changes_before;
DROP TABLE role_changes_before;
CREATE INDEX role_changes_by_place ON role_changes (place_id, at);

CREATE TABLE digest_readers_before AS SELECT * FROM digest_readers;
DROP TABLE digest_readers;
CREATE TABLE digest_readers (
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL,
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
    chosen INTEGER NOT NULL DEFAULT 0 CHECK (chosen IN (0, 1)),
    PRIMARY KEY (place_id, person_id, kind)
);
INSERT INTO digest_readers (place_id, person_id, kind, minute, weekday, stopped_at, met_at, from_at, done_for, chosen)
    SELECT place_id, person_id, kind, minute, weekday, stopped_at, met_at, from_at, done_for, chosen
    FROM digest_readers_before;
DROP TABLE digest_readers_before;
CREATE INDEX digest_readers_by_kind ON digest_readers (place_id, kind) WHERE stopped_at IS NULL;

CREATE TABLE digests_before AS SELECT * FROM digests;
DROP TABLE digests;
-- `day` is the local date of a daily digest and the week of a weekly one; one that was asked for has none.
-- `partial`: a feature could not say its part, so the next digest covers the same time again.
CREATE TABLE digests (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    kind TEXT NOT NULL,
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
INSERT INTO digests (id, place_id, person_id, kind, day, since_at, made_at, late_for, new_count, more_count, partial,
        outbox_id, read_at)
    SELECT id, place_id, person_id, kind, day, since_at, made_at, late_for, new_count, more_count, partial,
        outbox_id, read_at FROM digests_before;
DROP TABLE digests_before;
CREATE INDEX digests_by_reader ON digests (place_id, person_id, kind, made_at);
CREATE INDEX digests_by_age ON digests (made_at);

CREATE TABLE broadcasts_before AS SELECT * FROM broadcasts;
DROP TABLE broadcasts;
CREATE TABLE broadcasts (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    made_by INTEGER NOT NULL REFERENCES people (id),
    made_at INTEGER NOT NULL,
    words TEXT,
    media_id INTEGER REFERENCES media (id),
    album TEXT,
    whom TEXT,
    -- The idea or the event whose people are meant.
    subject INTEGER,
    state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'asked', 'sending', 'done')),
    campaign_id INTEGER REFERENCES campaigns (id),
    approved_by INTEGER REFERENCES people (id),
    send_at INTEGER,
    -- The sender's message that counts up, and how many were still waiting when it last did.
    progress_row INTEGER,
    told_left INTEGER,
    -- The language of `words`, and everybody narrowed to those who read one language or were here lately.
    language TEXT,
    only_language TEXT,
    only_active INTEGER NOT NULL DEFAULT 0,
    -- One that is asked waits for a second person, or for its time (`send_at`).
    waits_for TEXT NOT NULL DEFAULT 'person' CHECK (waits_for IN ('person', 'time')),
    -- Counts up with each question to a second person, so that nobody agrees to what she has not read.
    asked_times INTEGER NOT NULL DEFAULT 0,
    urgent INTEGER NOT NULL DEFAULT 0,
    useful_until INTEGER,
    CHECK (state = 'draft' OR (words IS NOT NULL AND whom IS NOT NULL)),
    CHECK (state IN ('draft', 'asked') OR (campaign_id IS NOT NULL AND send_at IS NOT NULL))
);
INSERT INTO broadcasts (id, place_id, made_by, made_at, words, media_id, album, whom, subject, state, campaign_id,
        approved_by, send_at, progress_row, told_left, language, only_language, only_active, waits_for, asked_times,
        urgent, useful_until)
    SELECT id, place_id, made_by, made_at, words, media_id, album, whom, subject, state, campaign_id,
        approved_by, send_at, progress_row, told_left, language, only_language, only_active, waits_for, asked_times,
        urgent, useful_until FROM broadcasts_before;
DROP TABLE broadcasts_before;
CREATE UNIQUE INDEX broadcasts_one_draft ON broadcasts (place_id, made_by) WHERE state = 'draft';
CREATE INDEX broadcasts_under_way ON broadcasts (place_id) WHERE state = 'sending';
CREATE INDEX broadcasts_by_picture ON broadcasts (media_id) WHERE media_id IS NOT NULL;
CREATE INDEX broadcasts_planned ON broadcasts (send_at) WHERE state = 'asked';

-- Decisions of those who manage the yard, month by month.
ALTER TABLE ledger_months ADD COLUMN by_yard INTEGER NOT NULL DEFAULT 0;
