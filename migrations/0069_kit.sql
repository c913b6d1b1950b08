-- why: what worked in one shop can be copied by the next, if somebody writes down what it took and what failed, and nobody's name.

-- A file that somebody was asked for, until it was fetched and read; its bytes are kept nowhere.
CREATE TABLE sent_files (
    person_id INTEGER PRIMARY KEY REFERENCES people (id),
    place_id INTEGER NOT NULL REFERENCES places (id),
    door TEXT NOT NULL,
    file_id TEXT NOT NULL,
    -- The folder of the feature that asked for it.
    feature TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    not_before INTEGER NOT NULL
);
CREATE INDEX sent_files_due ON sent_files (not_before);

-- What a lead looked at for the kit of her place: whether it goes in, with how it reads. Whatever has no row stays out.
CREATE TABLE kit_pages (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    kind TEXT NOT NULL CHECK (kind IN ('change', 'care', 'permit', 'task', 'poll', 'curve')),
    -- The idea, care plan, permit, task or poll; 0 for the curve of how busy the shop was.
    subject_id INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'in', 'out')),
    -- Whether its pictures go along: only those whose makers agreed to it, each time anew.
    pictures INTEGER NOT NULL DEFAULT 0 CHECK (pictures IN (0, 1)),
    looked_by INTEGER REFERENCES people (id),
    looked_at INTEGER NOT NULL,
    UNIQUE (place_id, kind, subject_id)
);
CREATE INDEX kit_pages_by_person ON kit_pages (looked_by);

-- How it reads in the kit, in each language, as a lead confirmed it.
CREATE TABLE kit_words (
    page_id INTEGER NOT NULL REFERENCES kit_pages (id),
    language TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (page_id, language)
);

-- A kit that was made, on record for the leads; `mark` is its name wherever it goes.
CREATE TABLE kits (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    mark TEXT NOT NULL UNIQUE,
    pages INTEGER NOT NULL,
    made_by INTEGER REFERENCES people (id),
    made_at INTEGER NOT NULL
);
CREATE INDEX kits_by_place ON kits (place_id, id);
CREATE INDEX kits_by_person ON kits (made_by);

-- A kit of another shop that was brought here, once however often it is sent.
CREATE TABLE kits_brought (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    mark TEXT NOT NULL,
    made_in TEXT NOT NULL,
    brought_by INTEGER REFERENCES people (id),
    brought_at INTEGER NOT NULL,
    UNIQUE (place_id, mark)
);
CREATE INDEX kits_brought_by_person ON kits_brought (brought_by);

-- What is in it: templates that a lead takes one by one. `body` is a page as docs/kit.md describes it.
CREATE TABLE kit_templates (
    id INTEGER PRIMARY KEY,
    kit_id INTEGER NOT NULL REFERENCES kits_brought (id),
    kind TEXT NOT NULL CHECK (kind IN ('change', 'care', 'permit', 'task', 'poll', 'curve')),
    body TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'later', 'taken', 'declined')),
    -- What it became here: a permit, a proposed task, a draft of a poll, or the care plan that it described.
    became_id INTEGER,
    decided_by INTEGER REFERENCES people (id),
    decided_at INTEGER,
    CHECK ((state = 'waiting') = (decided_at IS NULL))
);
CREATE INDEX kit_templates_by_kit ON kit_templates (kit_id, state);
CREATE INDEX kit_templates_by_person ON kit_templates (decided_by);
