-- why: what is written to many people is a row from its first word to its report, so that nothing goes twice.
CREATE TABLE broadcasts (
    id INTEGER PRIMARY KEY,
    place_id INTEGER NOT NULL REFERENCES places (id),
    made_by INTEGER NOT NULL REFERENCES people (id),
    made_at INTEGER NOT NULL,
    words TEXT,
    media_id INTEGER REFERENCES media (id),
    album TEXT,
    whom TEXT CHECK (whom IN ('everyone', 'team', 'shopkeepers', 'liaisons', 'idea', 'event')),
    -- The idea or the event whose people are meant.
    subject INTEGER,
    state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'asked', 'sending', 'done')),
    campaign_id INTEGER REFERENCES campaigns (id),
    approved_by INTEGER REFERENCES people (id),
    send_at INTEGER,
    -- The sender's message that counts up, and how many were still waiting when it last did.
    progress_row INTEGER,
    told_left INTEGER,
    CHECK (state = 'draft' OR (words IS NOT NULL AND whom IS NOT NULL)),
    CHECK (state IN ('draft', 'asked') OR (campaign_id IS NOT NULL AND send_at IS NOT NULL))
);
CREATE UNIQUE INDEX broadcasts_one_draft ON broadcasts (place_id, made_by) WHERE state = 'draft';
CREATE INDEX broadcasts_under_way ON broadcasts (place_id) WHERE state = 'sending';
CREATE INDEX broadcasts_by_picture ON broadcasts (media_id) WHERE media_id IS NOT NULL;
