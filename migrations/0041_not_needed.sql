-- why: what is not needed any more is not kept: the file of one's own data, and who was asked in a poll and did not vote.
-- The message that brought it, where it lies with us: in the web chat.
ALTER TABLE takeaways ADD COLUMN row_id INTEGER;
-- How many were asked and did not vote, once it is forgotten who they were.
ALTER TABLE polls ADD COLUMN silent INTEGER NOT NULL DEFAULT 0;
