-- why: comments can be hidden, whose space it is and every answer are on record, trials end, and neighbours without a phone have a voice.

-- As whom a step was taken; 'clock' where nobody answered in time.
ALTER TABLE idea_steps ADD COLUMN role TEXT NOT NULL DEFAULT 'volunteer';

-- When whoever's space it is was asked what becomes of a trial that is over.
ALTER TABLE ideas ADD COLUMN trial_asked_at INTEGER;

-- `told` is 1 for a reply that its idea's author heard at once.
ALTER TABLE idea_comments ADD COLUMN told INTEGER NOT NULL DEFAULT 0;

-- A hidden comment comes back by undoing, and both stay on record.
CREATE TABLE comment_hidings (
    id INTEGER PRIMARY KEY,
    comment_id INTEGER NOT NULL REFERENCES idea_comments (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    reason TEXT NOT NULL,
    hidden_at INTEGER NOT NULL,
    undone_by INTEGER REFERENCES people (id),
    undone_at INTEGER
);
CREATE UNIQUE INDEX comment_hidings_standing ON comment_hidings (comment_id) WHERE undone_at IS NULL;

-- How often the author of an idea hears of new comments, and up to when she has heard of them.
CREATE TABLE comment_ears (
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    rhythm TEXT NOT NULL DEFAULT 'daily' CHECK (rhythm IN ('off', 'daily', 'weekly')),
    heard_until INTEGER NOT NULL DEFAULT 0,
    told_at INTEGER,
    PRIMARY KEY (place_id, person_id)
);

-- Whose space an idea is in, each time that changed after it was sent.
CREATE TABLE idea_boundaries (
    id INTEGER PRIMARY KEY,
    idea_id INTEGER NOT NULL REFERENCES ideas (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,
    from_space TEXT NOT NULL,
    to_space TEXT NOT NULL CHECK (to_space IN ('inside', 'front', 'yard', 'street', 'unsure')),
    reason TEXT NOT NULL DEFAULT '',
    drawn_at INTEGER NOT NULL
);
CREATE INDEX idea_boundaries_by_idea ON idea_boundaries (idea_id, id);

-- What each party whose space it is said. `step_id` is the step it led to, alone or with the other party's;
-- `ended_by` the step that opened the question again.
CREATE TABLE idea_answers (
    id INTEGER PRIMARY KEY,
    idea_id INTEGER NOT NULL REFERENCES ideas (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,
    space TEXT NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('yes', 'but', 'try', 'later')),
    reason TEXT NOT NULL DEFAULT '',
    until INTEGER,
    given_at INTEGER NOT NULL,
    step_id INTEGER REFERENCES idea_steps (id),
    ended_by INTEGER REFERENCES idea_steps (id),
    taken_back_at INTEGER
);
CREATE INDEX idea_answers_by_idea ON idea_answers (idea_id, id);

-- An idea that a volunteer wrote down for somebody; it is not sent before she agreed to that.
CREATE TABLE idea_behalf (
    idea_id INTEGER PRIMARY KEY REFERENCES ideas (id),
    name TEXT NOT NULL,
    noted_by INTEGER NOT NULL REFERENCES people (id),
    agreed_at INTEGER
);

-- Support that somebody spoke and a volunteer wrote down; counted apart.
CREATE TABLE idea_paper_voices (
    id INTEGER PRIMARY KEY,
    idea_id INTEGER NOT NULL REFERENCES ideas (id),
    noted_by INTEGER NOT NULL REFERENCES people (id),
    given_at INTEGER NOT NULL,
    taken_back_at INTEGER
);
CREATE INDEX idea_paper_voices_by_idea ON idea_paper_voices (idea_id) WHERE taken_back_at IS NULL;
