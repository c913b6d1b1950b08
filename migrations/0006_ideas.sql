-- why: ideas with their pictures, voices, followers and comments, and every step of their lives on record.

-- `number` and `sent_at` come when a draft is saved. `meant` says that its author called it an idea;
-- `elsewhere` that she was asked where and chose none of the spots. A location is in millionths of a degree.
CREATE TABLE ideas (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    number INTEGER,
    status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'new', 'open', 'agreed', 'agreed_but', 'trial',
        'not_now', 'planned', 'under_way', 'done', 'looked_again', 'merged', 'hidden', 'withdrawn')),
    words TEXT NOT NULL DEFAULT '',
    spot_id INTEGER REFERENCES spots (id),
    space TEXT NOT NULL DEFAULT 'unsure' CHECK (space IN ('inside', 'front', 'yard', 'street', 'unsure')),
    elsewhere INTEGER NOT NULL DEFAULT 0,
    latitude INTEGER,
    longitude INTEGER,
    meant INTEGER NOT NULL DEFAULT 0,
    different INTEGER NOT NULL DEFAULT 0,
    grams TEXT NOT NULL DEFAULT '',
    voices INTEGER NOT NULL DEFAULT 0,
    merged_into INTEGER REFERENCES ideas (id),
    trial_until INTEGER,
    touched_at INTEGER NOT NULL,
    sent_at INTEGER,
    published_at INTEGER,
    passed_at INTEGER,
    UNIQUE (place_id, number),
    CHECK (status = 'draft' OR number IS NOT NULL OR status IN ('merged', 'withdrawn')),
    CHECK (status <> 'merged' OR merged_into IS NOT NULL)
);
CREATE INDEX ideas_by_status ON ideas (place_id, status, sent_at);
CREATE INDEX ideas_by_person ON ideas (person_id, status);
CREATE INDEX ideas_by_target ON ideas (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE idea_media (
    id INTEGER PRIMARY KEY,
    idea_id INTEGER NOT NULL REFERENCES ideas (id),
    media_id INTEGER NOT NULL UNIQUE REFERENCES media (id),
    kind TEXT NOT NULL CHECK (kind IN ('photo', 'voice', 'after')),
    album TEXT
);
CREATE INDEX idea_media_by_idea ON idea_media (idea_id, kind);
CREATE INDEX idea_media_by_album ON idea_media (album) WHERE album IS NOT NULL;

-- `via` is the idea that brought this voice along when it was merged into this one.
CREATE TABLE idea_voices (
    idea_id INTEGER NOT NULL REFERENCES ideas (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    via INTEGER REFERENCES ideas (id),
    given_at INTEGER NOT NULL,
    PRIMARY KEY (idea_id, person_id)
);
CREATE INDEX idea_voices_by_person ON idea_voices (person_id);

CREATE TABLE idea_followers (
    idea_id INTEGER NOT NULL REFERENCES ideas (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    PRIMARY KEY (idea_id, person_id)
);

CREATE TABLE idea_comments (
    id INTEGER PRIMARY KEY,
    idea_id INTEGER NOT NULL REFERENCES ideas (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    words TEXT NOT NULL,
    said_at INTEGER NOT NULL
);
CREATE INDEX idea_comments_by_idea ON idea_comments (idea_id, id);

-- What the team asked an author, and her answer.
CREATE TABLE idea_questions (
    id INTEGER PRIMARY KEY,
    idea_id INTEGER NOT NULL REFERENCES ideas (id),
    asked_by INTEGER NOT NULL REFERENCES people (id),
    words TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    answer TEXT,
    answered_at INTEGER
);
CREATE INDEX idea_questions_by_idea ON idea_questions (idea_id, id);

-- `undoes` is the step that this one takes back. A step with an after-photo is told when that is ready.
CREATE TABLE idea_steps (
    id INTEGER PRIMARY KEY,
    idea_id INTEGER NOT NULL REFERENCES ideas (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    from_status TEXT NOT NULL,
    to_status TEXT NOT NULL,
    space TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    taken_at INTEGER NOT NULL,
    undoes INTEGER UNIQUE REFERENCES idea_steps (id),
    after_media_id INTEGER REFERENCES media (id),
    told_at INTEGER
);
CREATE INDEX idea_steps_by_idea ON idea_steps (idea_id, id);
CREATE INDEX idea_steps_untold ON idea_steps (taken_at) WHERE told_at IS NULL;
