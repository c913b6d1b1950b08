-- why: being built is the highlight, and afterwards is the question; what was done is looked at again, and nobody is alone with it.

-- A finished change that is looked after: who does it, what good means, and when somebody looks at it next.
CREATE TABLE care_plans (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    idea_id INTEGER NOT NULL UNIQUE REFERENCES ideas (id),
    -- The step by which it was done. When that is taken back this ends, and another one begins it anew.
    step_id INTEGER NOT NULL REFERENCES idea_steps (id),
    done_at INTEGER NOT NULL,
    steward_id INTEGER REFERENCES people (id),
    deputy_id INTEGER REFERENCES people (id),
    good TEXT NOT NULL DEFAULT '',
    tools TEXT NOT NULL DEFAULT '',
    -- NULL once nobody looks again.
    next_at INTEGER,
    -- Of what grows: a care day every so many weeks, since when one is open, and how many in a row nobody came to.
    care_weeks INTEGER CHECK (care_weeks BETWEEN 1 AND 12),
    care_at INTEGER,
    care_open_at INTEGER,
    care_missed INTEGER NOT NULL DEFAULT 0,
    cared_at INTEGER,
    ended_at INTEGER,
    outcome TEXT CHECK (outcome IN ('gone', 'enough', 'lapsed', 'undone')),
    CHECK ((outcome IS NULL) = (ended_at IS NULL)),
    CHECK ((care_weeks IS NULL) = (care_at IS NULL))
);
CREATE INDEX care_plans_by_place ON care_plans (place_id, idea_id);
CREATE INDEX care_plans_by_step ON care_plans (step_id);
CREATE INDEX care_plans_due ON care_plans (next_at) WHERE ended_at IS NULL;
CREATE INDEX care_plans_by_steward ON care_plans (steward_id);
CREATE INDEX care_plans_by_deputy ON care_plans (deputy_id);

-- One look at it: whom it waits for, what was found, and how it looked. One at a time.
CREATE TABLE care_checks (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES care_plans (id),
    due_at INTEGER NOT NULL,
    asked_at INTEGER NOT NULL,
    -- Somebody looked by herself: nobody was asked, and nobody is when she stops half-way.
    early INTEGER NOT NULL DEFAULT 0,
    stage TEXT NOT NULL CHECK (stage IN ('steward', 'deputy', 'team', 'last')),
    -- Until when the one whose turn it is has time, and how often she put it off.
    waits_until INTEGER NOT NULL,
    put_off INTEGER NOT NULL DEFAULT 0,
    remind INTEGER NOT NULL DEFAULT 0,
    media_id INTEGER REFERENCES media (id),
    photos INTEGER NOT NULL DEFAULT 0,
    answer TEXT CHECK (answer IN ('good', 'partly', 'gone')),
    why TEXT NOT NULL DEFAULT '',
    answered_by INTEGER REFERENCES people (id),
    answered_at INTEGER,
    -- Since when its words and photo are for everybody; a neighbour's wait for somebody of the team.
    shown_at INTEGER,
    -- Nobody of the team looked at them in time: the rest was told without them.
    kept_back INTEGER NOT NULL DEFAULT 0,
    -- The step in the life of the idea that it became, and since when that has been told.
    step_id INTEGER REFERENCES idea_steps (id),
    told_at INTEGER,
    -- What was only partly good is mended since then.
    mended_at INTEGER,
    closed_at INTEGER,
    CHECK ((answer IS NULL) = (answered_at IS NULL)),
    CHECK (answer IS NULL OR closed_at IS NOT NULL)
);
CREATE UNIQUE INDEX care_checks_open ON care_checks (plan_id) WHERE closed_at IS NULL;
CREATE INDEX care_checks_by_plan ON care_checks (plan_id, id);
CREATE INDEX care_checks_by_person ON care_checks (answered_by);
CREATE INDEX care_checks_by_picture ON care_checks (media_id);
CREATE INDEX care_checks_by_step ON care_checks (step_id);

-- Who was asked to look: each person once for each look.
CREATE TABLE care_asked (
    check_id INTEGER NOT NULL REFERENCES care_checks (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    stage TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    PRIMARY KEY (check_id, person_id)
);
CREATE INDEX care_asked_by_person ON care_asked (person_id);
