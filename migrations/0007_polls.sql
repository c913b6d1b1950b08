-- why: the town decides by its own votes: one each, changeable until the close, closed exactly once.
CREATE TABLE polls (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    made_by INTEGER NOT NULL REFERENCES people (id),
    state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'open', 'closed', 'dropped')),
    question TEXT NOT NULL,
    -- Asked one after another while it is a draft.
    kind TEXT CHECK (kind IN ('single', 'several', 'dots', 'score')),
    live INTEGER CHECK (live IN (0, 1)),
    closes_at INTEGER,
    made_at INTEGER NOT NULL,
    opened_at INTEGER,
    closed_at INTEGER,
    reminded_at INTEGER,
    CHECK (state IN ('draft', 'dropped')
        OR (kind IS NOT NULL AND live IS NOT NULL AND closes_at IS NOT NULL AND opened_at IS NOT NULL)),
    CHECK (state <> 'closed' OR closed_at IS NOT NULL)
);
CREATE INDEX polls_by_place ON polls (place_id, state, closes_at);

CREATE TABLE poll_options (
    id INTEGER PRIMARY KEY,
    poll_id INTEGER NOT NULL REFERENCES polls (id),
    position INTEGER NOT NULL,
    words TEXT NOT NULL,
    -- The idea whose words became this option.
    idea_id INTEGER REFERENCES ideas (id),
    UNIQUE (poll_id, position),
    UNIQUE (poll_id, id)
);
CREATE INDEX poll_options_by_idea ON poll_options (idea_id) WHERE idea_id IS NOT NULL;

-- `slot` is 0 where a person has one vote, and the option's id where she may have several:
-- so the key itself keeps a second vote out. `value` is for kinds that give dots or a score.
CREATE TABLE poll_votes (
    poll_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL REFERENCES people (id),
    slot INTEGER NOT NULL,
    option_id INTEGER NOT NULL,
    value INTEGER NOT NULL DEFAULT 1,
    voted_at INTEGER NOT NULL,
    PRIMARY KEY (poll_id, person_id, slot),
    FOREIGN KEY (poll_id, option_id) REFERENCES poll_options (poll_id, id)
);
CREATE INDEX poll_votes_by_person ON poll_votes (person_id);

-- Who was asked; whoever votes without having been asked is added, so that abstentions add up.
CREATE TABLE poll_asked (
    poll_id INTEGER NOT NULL REFERENCES polls (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    PRIMARY KEY (poll_id, person_id)
);

-- `person_id` is NULL where the clock did it.
CREATE TABLE poll_steps (
    id INTEGER PRIMARY KEY,
    poll_id INTEGER NOT NULL REFERENCES polls (id),
    what TEXT NOT NULL CHECK (what IN ('published', 'extended', 'closed')),
    person_id INTEGER REFERENCES people (id),
    closes_at INTEGER NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX poll_steps_by_poll ON poll_steps (poll_id);
