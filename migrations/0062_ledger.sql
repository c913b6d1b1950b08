-- why: "command, obey" comes back unnoticed; month by month anybody sees who decided, and a place may promise an answer.

-- Within how many days an answer is promised, 0 for no promise, and from how many voices one is owed.
ALTER TABLE places ADD COLUMN answer_days INTEGER NOT NULL DEFAULT 0 CHECK (answer_days BETWEEN 0 AND 365);
ALTER TABLE places ADD COLUMN answer_voices INTEGER NOT NULL DEFAULT 1 CHECK (answer_voices BETWEEN 1 AND 1000);

-- Who decided in one month, as it stood when the month was over: numbers only, never a person.
CREATE TABLE ledger_months (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    -- Months since the year 0, in the clock shown first: 12 * year + month - 1.
    month INTEGER NOT NULL,
    by_owner INTEGER NOT NULL,
    by_team INTEGER NOT NULL,
    by_vote INTEGER NOT NULL,
    by_city INTEGER NOT NULL,
    by_several INTEGER NOT NULL,
    -- Ideas that had waited too long in this month without an answer.
    by_silence INTEGER NOT NULL,
    answered INTEGER NOT NULL,
    median_days INTEGER,
    oldest_days INTEGER,
    voices INTEGER NOT NULL,
    first_voices INTEGER NOT NULL,
    undone INTEGER NOT NULL,
    hidden INTEGER NOT NULL,
    written_at INTEGER NOT NULL,
    -- Owner and team heard that they alone decided, two months running.
    warned_at INTEGER,
    UNIQUE (place_id, month)
);

-- Decisions that went against a vote: the step says which and why, while everybody may read it.
CREATE TABLE ledger_against (
    id INTEGER PRIMARY KEY,
    month_id INTEGER NOT NULL REFERENCES ledger_months (id),
    step_id INTEGER NOT NULL REFERENCES idea_steps (id),
    poll_id INTEGER NOT NULL REFERENCES polls (id),
    UNIQUE (month_id, step_id)
);

-- To whom it is still to be told what a poll led to, each with her own vote; gone once it is on its way.
CREATE TABLE poll_hearings (
    id INTEGER PRIMARY KEY,
    poll_id INTEGER NOT NULL REFERENCES polls (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    UNIQUE (poll_id, person_id)
);
CREATE INDEX poll_hearings_by_person ON poll_hearings (person_id);
