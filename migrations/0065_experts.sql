-- why: a planner or a fire officer answers gladly once; nobody should have to ask her the same again, and no question lies unheard.

-- Somebody who answers questions of one field. She becomes one by a link that works once, and needs no other role.
CREATE TABLE experts (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    -- NULL until she said yes, and after she was forgotten.
    person_id INTEGER REFERENCES people (id),
    field TEXT NOT NULL CHECK (field IN ('planning', 'food', 'fire', 'plants', 'other')),
    -- What the field is called where it is none of the four.
    called TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'paused', 'ended')),
    -- Whether her name stands beneath her answers.
    named INTEGER NOT NULL DEFAULT 0 CHECK (named IN (0, 1)),
    token_hash TEXT UNIQUE,
    invited_by INTEGER REFERENCES people (id),
    invited_at INTEGER NOT NULL,
    accepted_at INTEGER,
    CHECK ((field = 'other') = (called <> '')),
    CHECK (state = 'invited' OR token_hash IS NULL)
);
CREATE INDEX experts_by_place ON experts (place_id, state);
CREATE INDEX experts_by_person ON experts (person_id);
CREATE INDEX experts_by_inviter ON experts (invited_by);

-- A question to an expert. The idea it is about goes along; who asks does not.
CREATE TABLE expert_questions (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    field TEXT NOT NULL CHECK (field IN ('planning', 'food', 'fire', 'plants', 'other')),
    called TEXT NOT NULL DEFAULT '',
    idea_id INTEGER REFERENCES ideas (id),
    -- NULL for somebody who left; then it is kept only if it was shown to others.
    asked_by INTEGER REFERENCES people (id),
    state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'answered', 'ended')),
    words TEXT NOT NULL DEFAULT '',
    media_id INTEGER UNIQUE REFERENCES media (id),
    -- Who has it; NULL while nobody of the field is there.
    expert_id INTEGER REFERENCES experts (id),
    waits_for TEXT NOT NULL DEFAULT 'expert' CHECK (waits_for IN ('expert', 'asker')),
    begun_at INTEGER NOT NULL,
    asked_at INTEGER,
    -- Since when it lies with whom it waits for; when she was reminded, and when the liaison heard that it is silent.
    moved_at INTEGER,
    reminded_at INTEGER,
    told_at INTEGER,
    answer TEXT NOT NULL DEFAULT '',
    answer_media_id INTEGER UNIQUE REFERENCES media (id),
    answered_at INTEGER,
    -- The team's look: nothing is read by others before.
    looked_at INTEGER,
    looked_by INTEGER REFERENCES people (id),
    shown INTEGER NOT NULL DEFAULT 0 CHECK (shown IN (0, 1)),
    useful INTEGER NOT NULL DEFAULT 0 CHECK (useful IN (0, 1)),
    CHECK (state = 'draft' OR (words <> '' AND asked_at IS NOT NULL AND moved_at IS NOT NULL)),
    CHECK ((state = 'answered') = (answered_at IS NOT NULL)),
    CHECK (state = 'answered' OR (shown = 0 AND useful = 0))
);
CREATE INDEX expert_questions_by_place ON expert_questions (place_id, state);
CREATE INDEX expert_questions_by_idea ON expert_questions (idea_id);
CREATE INDEX expert_questions_by_asker ON expert_questions (asked_by);
CREATE INDEX expert_questions_by_expert ON expert_questions (expert_id);
CREATE INDEX expert_questions_by_looker ON expert_questions (looked_by);

-- What she asked back, and what was said to it.
CREATE TABLE expert_turns (
    id INTEGER PRIMARY KEY,
    question_id INTEGER NOT NULL REFERENCES expert_questions (id),
    by_expert INTEGER NOT NULL CHECK (by_expert IN (0, 1)),
    words TEXT NOT NULL,
    said_at INTEGER NOT NULL
);
CREATE INDEX expert_turns_by_question ON expert_turns (question_id, id);

-- Of whom it was not the field: it does not come to her again.
CREATE TABLE expert_passes (
    question_id INTEGER NOT NULL REFERENCES expert_questions (id),
    expert_id INTEGER NOT NULL REFERENCES experts (id),
    PRIMARY KEY (question_id, expert_id)
);

-- Who else was helped by an answer, each person once.
CREATE TABLE expert_helped (
    id INTEGER PRIMARY KEY,
    question_id INTEGER NOT NULL REFERENCES expert_questions (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    said_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX expert_helped_once ON expert_helped (question_id, person_id);
CREATE INDEX expert_helped_by_person ON expert_helped (person_id);

-- How a kind of task is done, in words, a picture and a voice: a training of half an hour did not stick.
CREATE TABLE howto_cards (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    work TEXT NOT NULL CHECK (work IN ('hands', 'plants', 'craft', 'children', 'words', 'food')),
    words TEXT NOT NULL,
    media_id INTEGER UNIQUE REFERENCES media (id),
    voice_id INTEGER UNIQUE REFERENCES media (id),
    made_by INTEGER REFERENCES people (id),
    changed_at INTEGER NOT NULL
);
CREATE UNIQUE INDEX howto_cards_once ON howto_cards (place_id, work);
CREATE INDEX howto_cards_by_maker ON howto_cards (made_by);

-- To whom it was shown with her first task of the kind, and since when she says that she read it.
CREATE TABLE howto_reads (
    id INTEGER PRIMARY KEY,
    card_id INTEGER NOT NULL REFERENCES howto_cards (id),
    person_id INTEGER NOT NULL REFERENCES people (id),
    shown_at INTEGER NOT NULL,
    read_at INTEGER
);
CREATE UNIQUE INDEX howto_reads_once ON howto_reads (card_id, person_id);
CREATE INDEX howto_reads_by_person ON howto_reads (person_id);
