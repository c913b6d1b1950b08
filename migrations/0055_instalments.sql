-- why: a shop that pays its shelves by instalments needs somebody who minds the dates, and nobody who looks on.

-- What a shopkeeper pays in instalments, for her and one helper: sealed, so that a backup alone says nothing of it.
CREATE TABLE private_plans (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    -- Said where her words would be read by whoever looks at her phone.
    number INTEGER NOT NULL,
    -- What, from whom and how much: JSON, under a key that is not in here. Without dates it is half done.
    sealed TEXT NOT NULL,
    begun_at INTEGER NOT NULL
);
CREATE INDEX private_plans_by_person ON private_plans (person_id, place_id);

-- When an instalment is due; `reminded` is how many days before it she last heard.
CREATE TABLE private_dates (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    plan_id INTEGER NOT NULL REFERENCES private_plans (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    due_at INTEGER NOT NULL,
    paid_at INTEGER,
    reminded INTEGER CHECK (reminded IN (7, 1, 0)),
    talked_at INTEGER
);
CREATE INDEX private_dates_by_plan ON private_dates (plan_id, due_at);
CREATE INDEX private_dates_by_person ON private_dates (person_id);
CREATE INDEX private_dates_due ON private_dates (place_id, due_at) WHERE paid_at IS NULL;

-- The one helper whom a shopkeeper named, and whether that helper said yes.
CREATE TABLE private_helpers (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    helper_id INTEGER NOT NULL REFERENCES people (id),
    state TEXT NOT NULL CHECK (state IN ('asked', 'accepted')),
    asked_at INTEGER NOT NULL,
    UNIQUE (place_id, person_id)
);
CREATE INDEX private_helpers_by_person ON private_helpers (person_id);
CREATE INDEX private_helpers_by_helper ON private_helpers (helper_id);

-- What a shopkeeper lets the team see of it: two words at most, said by her and never reckoned from anything.
CREATE TABLE private_signs (
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    sign TEXT NOT NULL CHECK (sign IN ('on_track', 'needs_help')),
    said_at INTEGER NOT NULL,
    PRIMARY KEY (place_id, person_id)
);
CREATE INDEX private_signs_by_person ON private_signs (person_id);
