-- why: whether a place got better was said by those who made it so; now the neighbours are asked, in three taps a quarter.

-- When a place is asked next, and since when a lead keeps it from being asked.
CREATE TABLE pulse_plans (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL UNIQUE REFERENCES places (id),
    next_at INTEGER NOT NULL,
    off_since INTEGER
);

-- One quarter's asking. Once it is closed only numbers are left: how many were asked, and how many answered.
CREATE TABLE pulse_rounds (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    opened_at INTEGER NOT NULL,
    closes_at INTEGER NOT NULL,
    campaign_id INTEGER REFERENCES campaigns (id),
    closed_at INTEGER,
    asked INTEGER NOT NULL DEFAULT 0,
    answered INTEGER NOT NULL DEFAULT 0,
    CHECK (closes_at > opened_at AND answered <= asked)
);
CREATE UNIQUE INDEX pulse_rounds_open ON pulse_rounds (place_id) WHERE closed_at IS NULL;
CREATE INDEX pulse_rounds_by_place ON pulse_rounds (place_id, id);

-- What somebody says while it runs, so that she may change it. Gone with the close: then nobody stands beside a face.
CREATE TABLE pulse_answers (
    id INTEGER PRIMARY KEY,
    round_id INTEGER NOT NULL REFERENCES pulse_rounds (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    question TEXT NOT NULL CHECK (question IN ('place', 'neighbours', 'shop')),
    face TEXT NOT NULL CHECK (face IN ('good', 'same', 'bad', 'unsaid')),
    answered_at INTEGER NOT NULL,
    UNIQUE (round_id, person_id, question)
);
CREATE INDEX pulse_answers_by_person ON pulse_answers (person_id);

-- The faces of a question: from the chat once, when it closes; from paper as often as somebody counts, the newest holds.
CREATE TABLE pulse_counts (
    id INTEGER PRIMARY KEY,
    round_id INTEGER NOT NULL REFERENCES pulse_rounds (id),
    question TEXT NOT NULL CHECK (question IN ('place', 'neighbours', 'shop')),
    source TEXT NOT NULL CHECK (source IN ('chat', 'paper')),
    good INTEGER NOT NULL CHECK (good >= 0),
    same INTEGER NOT NULL CHECK (same >= 0),
    bad INTEGER NOT NULL CHECK (bad >= 0),
    unsaid INTEGER NOT NULL DEFAULT 0 CHECK (unsaid >= 0),
    noted_by INTEGER REFERENCES people (id),
    noted_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX pulse_counts_chat ON pulse_counts (round_id, question) WHERE source = 'chat';
CREATE INDEX pulse_counts_by_round ON pulse_counts (round_id, question, id);
CREATE INDEX pulse_counts_by_person ON pulse_counts (noted_by);

-- What changed most for somebody, in words or said aloud; hers to take back, and read by nobody before she said for whom.
CREATE TABLE pulse_stories (
    id INTEGER PRIMARY KEY,
    round_id INTEGER NOT NULL REFERENCES pulse_rounds (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    words TEXT NOT NULL DEFAULT '',
    media_id INTEGER REFERENCES media (id),
    shown_to TEXT CHECK (shown_to IN ('team', 'everybody')),
    told_at INTEGER NOT NULL,
    read_at INTEGER,
    read_by INTEGER REFERENCES people (id),
    on_page_at INTEGER,
    UNIQUE (round_id, person_id),
    CHECK (on_page_at IS NULL OR (shown_to = 'everybody' AND words <> ''))
);
CREATE INDEX pulse_stories_by_person ON pulse_stories (person_id);
CREATE INDEX pulse_stories_by_reader ON pulse_stories (read_by);
CREATE INDEX pulse_stories_by_media ON pulse_stories (media_id);
