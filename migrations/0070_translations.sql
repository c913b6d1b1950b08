-- why: an idea that only half of the neighbours can read is half an idea: others say it in their language.

-- What a neighbour wrote or spoke, the newest of hers for an idea in a language. `of_words` is a mark of the words it
-- was made from: when those change it is an old one. `chosen_at`: the team says that this one is shown.
CREATE TABLE translations (
    id INTEGER PRIMARY KEY,
    idea_id INTEGER NOT NULL REFERENCES ideas (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    language TEXT NOT NULL,
    of_words TEXT NOT NULL,
    words TEXT NOT NULL DEFAULT '',
    media_id INTEGER REFERENCES media (id),
    said_at INTEGER NOT NULL,
    chosen_at INTEGER,
    chosen_by INTEGER REFERENCES people (id),
    hidden_at INTEGER,
    hidden_by INTEGER REFERENCES people (id),
    reason TEXT NOT NULL DEFAULT '',
    UNIQUE (idea_id, language, person_id),
    CHECK (words <> '' OR media_id IS NOT NULL),
    CHECK (hidden_at IS NULL OR reason <> '')
);
CREATE INDEX translations_by_person ON translations (person_id, said_at);
CREATE INDEX translations_by_media ON translations (media_id) WHERE media_id IS NOT NULL;

-- What a neighbour understood of a voice note, until its speaker said whether that is right. Once she did, the words
-- are the idea's and no longer here; `of_words` is their mark.
CREATE TABLE transcripts (
    idea_id INTEGER PRIMARY KEY REFERENCES ideas (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    state TEXT NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'right', 'not_quite')),
    words TEXT NOT NULL,
    of_words TEXT NOT NULL DEFAULT '',
    made_at INTEGER NOT NULL,
    settled_at INTEGER,
    CHECK (state = 'asked' OR (words = '' AND settled_at IS NOT NULL))
);
CREATE INDEX transcripts_by_person ON transcripts (person_id, made_at);

-- The machine that the operator named, one or none, as the running program knows it. No key.
CREATE TABLE machine_translators (
    host TEXT PRIMARY KEY,
    -- What it was made for, such as "en-zh,zh-en".
    pairs TEXT NOT NULL
);

-- A place whose lead let this host help.
CREATE TABLE machine_places (
    place_id INTEGER PRIMARY KEY REFERENCES places (id),
    host TEXT NOT NULL,
    let_by INTEGER REFERENCES people (id),
    let_at INTEGER NOT NULL
);

-- Whether a machine at this host may read somebody's ideas; NULL: she was asked and has not said. Another host is
-- another question.
CREATE TABLE machine_consents (
    person_id INTEGER NOT NULL REFERENCES people (id),
    host TEXT NOT NULL,
    given INTEGER CHECK (given IN (0, 1)),
    language TEXT NOT NULL DEFAULT '',
    said_at INTEGER NOT NULL,
    PRIMARY KEY (person_id, host)
);

-- What a machine is asked for, and what it said. The words that are sent stand in no other place than the idea.
CREATE TABLE machine_translations (
    id INTEGER PRIMARY KEY,
    idea_id INTEGER NOT NULL REFERENCES ideas (id),
    host TEXT NOT NULL,
    from_language TEXT NOT NULL,
    language TEXT NOT NULL,
    of_words TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'asking', 'made', 'dropped')),
    words TEXT NOT NULL DEFAULT '',
    attempts INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL DEFAULT 0,
    claimed_at INTEGER,
    made_at INTEGER,
    UNIQUE (idea_id, language),
    CHECK ((state = 'made') = (words <> ''))
);
CREATE INDEX machine_translations_due ON machine_translations (not_before) WHERE state = 'waiting';

-- How often a machine was asked for a place on a day of UTC, days since 1970.
CREATE TABLE machine_calls (
    place_id INTEGER NOT NULL REFERENCES places (id),
    day INTEGER NOT NULL,
    calls INTEGER NOT NULL,
    PRIMARY KEY (place_id, day)
);
