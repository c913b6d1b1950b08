-- why: what will happen to news is said before it leaves, what did not fit comes in one message, and what cannot wait does not.

-- Why somebody was never told: it would have come too late (1), or was called back before it left (2).
ALTER TABLE campaign_people ADD COLUMN untold INTEGER NOT NULL DEFAULT 0;
-- The row of the outbox in which she read of it together with other news.
ALTER TABLE campaign_people ADD COLUMN gathered_as INTEGER;
CREATE INDEX campaign_people_waiting ON campaign_people (person_id) WHERE held_until IS NOT NULL;
-- How it is named among other news: a line, and a button that leads to it.
ALTER TABLE campaign_words ADD COLUMN line TEXT;
ALTER TABLE campaign_words ADD COLUMN label TEXT;
ALTER TABLE campaign_words ADD COLUMN address TEXT;
-- A second person released it: it waits neither for quiet hours nor for room.
ALTER TABLE campaigns ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0;
ALTER TABLE broadcasts ADD COLUMN urgent INTEGER NOT NULL DEFAULT 0;
-- The message that asked everybody, so that only those it reached hear how it ended.
ALTER TABLE polls ADD COLUMN campaign_id INTEGER REFERENCES campaigns (id);
