-- why: many would lend a hand if they knew what is to be done, when, and that somebody counts on them.

-- Something to be done: once until a day, in a slot, or standing with dates of its own. Until it is open the team alone sees it.
CREATE TABLE tasks (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'proposed', 'open', 'ended')),
    kind TEXT CHECK (kind IN ('once', 'slot', 'standing')),
    title TEXT NOT NULL,
    bring TEXT NOT NULL DEFAULT '',
    safety TEXT NOT NULL DEFAULT '',
    spot_id INTEGER REFERENCES spots (id),
    idea_id INTEGER REFERENCES ideas (id),
    event_id INTEGER REFERENCES events (id),
    -- What another feature proposed it for, once.
    subject TEXT,
    work TEXT CHECK (work IN ('hands', 'plants', 'craft', 'children', 'words', 'food')),
    skilled INTEGER NOT NULL DEFAULT 0 CHECK (skilled IN (0, 1)),
    adults INTEGER NOT NULL DEFAULT 0 CHECK (adults IN (0, 1)),
    needed INTEGER CHECK (needed BETWEEN 1 AND 99),
    minimum INTEGER NOT NULL DEFAULT 1 CHECK (minimum BETWEEN 1 AND 99),
    -- The first date, until it is open; how long each lasts (ms).
    starts_at INTEGER,
    lasts INTEGER NOT NULL DEFAULT 0 CHECK (lasts >= 0),
    -- Of a standing task: how often, and the last date that was planned, wherever it was moved to.
    every TEXT CHECK (every IN ('week', 'month')),
    planned_at INTEGER,
    -- Until when a standing task makes dates; then its maker is asked whether it goes on.
    until_at INTEGER,
    asked_on_at INTEGER,
    made_by INTEGER REFERENCES people (id),
    made_at INTEGER NOT NULL,
    CHECK (idea_id IS NULL OR event_id IS NULL),
    CHECK (state IN ('draft', 'proposed')
        OR (kind IS NOT NULL AND work IS NOT NULL AND needed IS NOT NULL AND starts_at IS NOT NULL)),
    CHECK (kind <> 'standing' OR state IN ('draft', 'proposed') OR (every IS NOT NULL AND event_id IS NULL))
);
CREATE UNIQUE INDEX tasks_drafts ON tasks (place_id, made_by) WHERE state = 'draft';
CREATE UNIQUE INDEX tasks_subjects ON tasks (place_id, subject);
CREATE INDEX tasks_by_place ON tasks (place_id, state);

-- When a task is to be done: one date, or the next ones of a standing task. Both moments are the same where only a day is due.
CREATE TABLE task_dates (
    id INTEGER PRIMARY KEY,
    task_id INTEGER NOT NULL REFERENCES tasks (id),
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    -- When its event begins, as its people know it: a moved event takes its tasks along.
    event_starts_at INTEGER,
    cancelled_at INTEGER,
    reason TEXT NOT NULL DEFAULT '',
    -- Since when those who asked for it know that somebody is missing; since when the team knows that nobody was found.
    called_at INTEGER,
    short_told_at INTEGER,
    CHECK (ends_at >= starts_at)
);
CREATE UNIQUE INDEX task_dates_once ON task_dates (task_id, starts_at);
CREATE INDEX task_dates_by_start ON task_dates (starts_at);

-- Who does it. Whoever has no phone has a name here, and is whose who noted her.
CREATE TABLE task_claims (
    id INTEGER PRIMARY KEY,
    date_id INTEGER NOT NULL REFERENCES task_dates (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    for_name TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('claimed', 'stand_in', 'done', 'missed', 'excused', 'withdrawn')),
    reason TEXT NOT NULL DEFAULT '',
    minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
    claimed_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    -- The date was moved, and she has not said whether she still comes.
    asked_again INTEGER NOT NULL DEFAULT 0 CHECK (asked_again IN (0, 1)),
    day_reminded_at INTEGER,
    hours_reminded_at INTEGER,
    -- Since when she was asked how long it took.
    asked_at INTEGER,
    settled_by INTEGER REFERENCES people (id),
    CHECK ((state = 'done') = (minutes IS NOT NULL))
);
CREATE UNIQUE INDEX task_claims_once ON task_claims (date_id, person_id, for_name);
CREATE INDEX task_claims_by_person ON task_claims (person_id);

-- Who wants to hear when a kind of work needs somebody.
CREATE TABLE task_watches (
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    work TEXT NOT NULL,
    since INTEGER NOT NULL,
    PRIMARY KEY (place_id, person_id, work)
);
CREATE INDEX task_watches_by_person ON task_watches (person_id);

-- Who was asked in private whether she wants to be asked less, and does.
CREATE TABLE task_eases (
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    asked_at INTEGER NOT NULL,
    less INTEGER NOT NULL DEFAULT 0 CHECK (less IN (0, 1)),
    PRIMARY KEY (place_id, person_id)
);
CREATE INDEX task_eases_by_person ON task_eases (person_id);

-- Hours without a task, told by who gave them; training counts apart.
CREATE TABLE task_hours (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    training INTEGER NOT NULL DEFAULT 0 CHECK (training IN (0, 1)),
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
    words TEXT NOT NULL,
    noted_at INTEGER NOT NULL,
    settled_by INTEGER REFERENCES people (id)
);
CREATE INDEX task_hours_by_person ON task_hours (person_id);
CREATE INDEX task_hours_by_place ON task_hours (place_id, noted_at);
