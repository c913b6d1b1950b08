-- why: a message to many can wait, pause and speak each reader's language, and nobody is written to more than she likes.

-- What she wants to hear: everything, only what concerns her, or that once a week.
ALTER TABLE people ADD COLUMN how_often TEXT NOT NULL DEFAULT 'everything'
    CHECK (how_often IN ('everything', 'important', 'weekly'));
-- Minutes after midnight in the clock of the place; the usual ones where there is nothing, none when they are equal.
ALTER TABLE people ADD COLUMN quiet_from INTEGER;
ALTER TABLE people ADD COLUMN quiet_to INTEGER;
-- Nothing reaches her unasked before this moment.
ALTER TABLE people ADD COLUMN paused_until INTEGER;

-- The place in whose name it is sent to somebody who did not ask for it: two of these a week, no more.
ALTER TABLE outbox ADD COLUMN unasked_in INTEGER;
CREATE INDEX outbox_unasked ON outbox (unasked_in, person_id) WHERE unasked_in IS NOT NULL;

ALTER TABLE campaigns ADD COLUMN lane INTEGER NOT NULL DEFAULT 3;
ALTER TABLE campaigns ADD COLUMN start_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE campaigns ADD COLUMN unasked INTEGER NOT NULL DEFAULT 0;
-- After this moment it is not worth sending any more.
ALTER TABLE campaigns ADD COLUMN useful_until INTEGER;
ALTER TABLE campaigns ADD COLUMN paused_at INTEGER;
-- How many were waiting when it was stopped.
ALTER TABLE campaigns ADD COLUMN recalled INTEGER NOT NULL DEFAULT 0;
-- Whoever waits outside the outbox, and until when at least; nought is: leaves now.
ALTER TABLE campaign_people ADD COLUMN held_until INTEGER;
-- She takes part in what it is about, so that it counts as asked for.
ALTER TABLE campaign_people ADD COLUMN concerned INTEGER NOT NULL DEFAULT 0;
CREATE INDEX campaign_people_held ON campaign_people (campaign_id, held_until) WHERE held_until IS NOT NULL;
-- The message in each language, for as long as somebody may still be sent it.
CREATE TABLE campaign_words (
    campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
    language TEXT NOT NULL,
    method TEXT NOT NULL,
    params TEXT NOT NULL,
    PRIMARY KEY (campaign_id, language)
);

-- The language of `words`, and everybody narrowed to those who read one language or were here lately.
ALTER TABLE broadcasts ADD COLUMN language TEXT;
ALTER TABLE broadcasts ADD COLUMN only_language TEXT;
ALTER TABLE broadcasts ADD COLUMN only_active INTEGER NOT NULL DEFAULT 0;
-- One that is asked waits for a second person, or for its time (`send_at`).
ALTER TABLE broadcasts ADD COLUMN waits_for TEXT NOT NULL DEFAULT 'person' CHECK (waits_for IN ('person', 'time'));
-- Counts up with each question to a second person, so that nobody agrees to what she has not read.
ALTER TABLE broadcasts ADD COLUMN asked_times INTEGER NOT NULL DEFAULT 0;
CREATE INDEX broadcasts_planned ON broadcasts (send_at) WHERE state = 'asked';
CREATE TABLE broadcast_words (
    broadcast_id INTEGER NOT NULL REFERENCES broadcasts (id),
    language TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (broadcast_id, language)
);
